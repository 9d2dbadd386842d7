package org.headroom.report.data;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.headroom.model.GateAnswer;

/** The sites of the first ranks, a column a figure; row 0 is rank 1. Safe for several threads once filled. */
public final class SiteColumns {
    private static final GateAnswer[] ANSWERS = GateAnswer.values();

    private final Map<SiteNumber, double[]> numbers = new EnumMap<>(SiteNumber.class);
    private final Map<SiteCode, int[]> codes = new EnumMap<>(SiteCode.class);
    private final int rows;
    private final int total;
    private final String[] ids;
    private final String[] names;
    private final int[] whys;
    private final List<String> states;
    private final List<String> reasons;

    /**
     * @param rows number of rows
     * @param total number of sites of the run
     * @param ids of the first rows; as many as there are texts
     * @param names of the same; empty where there is none
     * @param whys places in the reasons, -1 for none
     * @param states states of all sites
     * @param reasons why a gate is not passed
     */
    SiteColumns(
            int rows, int total, String[] ids, String[] names, int[] whys, List<String> states, List<String> reasons) {
        this.rows = rows;
        this.total = total;
        this.ids = ids;
        this.names = names;
        this.whys = whys;
        this.states = List.copyOf(states);
        this.reasons = List.copyOf(reasons);
        for (SiteNumber number : SiteNumber.values()) {
            numbers.put(number, new double[rows]);
        }
        for (SiteCode code : SiteCode.values()) {
            codes.put(code, new int[rows]);
        }
    }

    /** Number of rows. */
    public int rows() {
        return rows;
    }

    /** Number of sites of the run, those without a row too. */
    public int total() {
        return total;
    }

    /** Number of rows that have texts. */
    public int texts() {
        return ids.length;
    }

    /** All values of a figure; not to be changed by who reads. */
    public double[] numbers(SiteNumber number) {
        return Objects.requireNonNull(numbers.get(number));
    }

    /** All values of a code; not to be changed by who reads. */
    public int[] codes(SiteCode code) {
        return Objects.requireNonNull(codes.get(code));
    }

    /** A figure of a row, NaN where it is not known. */
    public double number(int row, SiteNumber number) {
        return numbers(number)[row];
    }

    /** A code of a row. */
    public int code(int row, SiteCode code) {
        return codes(code)[row];
    }

    /** Id of a row that has texts. */
    public String id(int row) {
        return ids[row];
    }

    /** Name of a row that has texts; empty where it has none. */
    public String name(int row) {
        return names[row];
    }

    /** Its name, or its id where it has none, with the state. */
    public String label(int row) {
        String name = names[row].isEmpty() ? ids[row] : names[row];
        String state = state(row);
        return state.isEmpty() ? name : name + ", " + state;
    }

    /** Why a gate is not passed; empty when all are. */
    public String why(int row) {
        return whys[row] < 0 ? "" : reasons.get(whys[row]);
    }

    /** Place in the reasons, -1 for none. */
    public int whyCode(int row) {
        return whys[row];
    }

    /** The state of a row; empty where it is not known. */
    public String state(int row) {
        int state = code(row, SiteCode.STATE);
        return state < 0 ? "" : states.get(state);
    }

    /** The answer of all gates together. */
    public GateAnswer gate(int row) {
        return ANSWERS[code(row, SiteCode.GATE)];
    }

    /** Whether it is an existing facility. */
    public boolean isFacility(int row) {
        return code(row, SiteCode.KIND) == SiteCode.FACILITY;
    }

    /** States by their codes. */
    public List<String> states() {
        return states;
    }

    /** Reasons by their codes. */
    public List<String> reasons() {
        return reasons;
    }
}
