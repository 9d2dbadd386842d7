package org.headroom.pack.moratoria;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The merged table of moratoria, and the list of what was merged, left out or not understood. Immutable. */
public final class MoratoriumTables {
    private static final List<String> INSTRUMENTS = List.of(
            "id",
            "inventory_id",
            "dispute_id",
            "state",
            "jurisdiction",
            "type",
            "county_fips",
            "sectors",
            "threshold_mw",
            "scope",
            "status",
            "adopted",
            "effective",
            "last_day",
            "ended",
            "days",
            "months",
            "kind",
            "certainty",
            "known_on",
            "url");

    private final List<List<String>> instruments = new ArrayList<>();
    private final List<Listed> listed = new ArrayList<>();

    /**
     * Reads and merges.
     *
     * @param inventory rows of the inventory
     * @param places rows with the county of each record of the inventory
     * @param disputes the array of disputes
     * @param legislation rows of state legislation, of which only moratoria that were enacted are taken
     * @throws IOException when the readings of records cannot be read
     */
    public MoratoriumTables(
            List<NamedCsvRecord> inventory,
            List<NamedCsvRecord> places,
            JsonNode disputes,
            List<NamedCsvRecord> legislation)
            throws IOException {
        Map<String, Reading> ofDisputes = Reading.of("dispute-readings.csv");
        List<Instrument> first = Inventory.read(inventory, places, Reading.of("inventory-readings.csv"));
        List<Instrument> second = Disputes.read(disputes, ofDisputes);
        List<Row> rows = new ArrayList<>();
        Map<Instrument, Instrument> others = new HashMap<>();
        for (Matching.Pair pair : Matching.pairs(first, second)) {
            others.put(pair.inventory(), pair.dispute());
            others.put(pair.dispute(), pair.inventory());
            Instrument merged = Merging.of(pair, listed);
            rows.add(new Row(pair.inventory().record(), pair.dispute().record(), merged));
        }
        first.stream()
                .filter(record -> !others.containsKey(record))
                .forEach(record -> rows.add(new Row(record.record(), "", record)));
        second.stream()
                .filter(record -> !others.containsKey(record))
                .forEach(record -> rows.add(new Row("", record.record(), record)));
        Legislation.read(legislation).forEach(record -> rows.add(new Row("", "", record)));
        for (Row row : replaced(rows)) {
            Instrument record = row.record();
            if (record.standing().isInstrument() && !record.counties().isEmpty()) {
                instruments.add(row.cells());
            } else {
                leaveOut(row, ofDisputes.get(row.dispute()));
            }
        }
        instruments.sort(Comparator.comparing(cells -> cells.get(0)));
        listed.sort(Comparator.comparing(Listed::what)
                .thenComparing(Listed::state)
                .thenComparing(Listed::jurisdiction)
                .thenComparing(Listed::inventory)
                .thenComparing(Listed::dispute)
                .thenComparing(Listed::field));
    }

    /** An instrument without an end is over on the first day of the next one of the same body. */
    private List<Row> replaced(List<Row> rows) {
        List<Row> all = new ArrayList<>();
        for (Row row : rows) {
            LocalDate next = row.record().isOpen() ? next(row.record(), rows) : null;
            if (next == null) {
                all.add(row);
            } else {
                all.add(new Row(row.inventory(), row.dispute(), row.record().replacedOn(next)));
                Instrument record = row.record();
                listed.add(new Listed(
                        "REPLACED",
                        record.state(),
                        Names.full(record),
                        "ended",
                        row.inventory(),
                        row.dispute(),
                        next.toString()));
            }
        }
        return all;
    }

    private static @Nullable LocalDate next(Instrument open, List<Row> rows) {
        LocalDate from = open.first();
        return rows.stream()
                .map(Row::record)
                .filter(other -> other.standing().isAdopted()
                        && !other.record().equals(open.record())
                        && other.key().equals(open.key())
                        && other.sharesCounty(open)
                        && List.of(other.sectors().split(";"))
                                .containsAll(List.of(open.sectors().split(";"))))
                .map(Instrument::first)
                .filter(day -> day != null && from != null && day.isAfter(from))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private void leaveOut(Row row, @Nullable Reading read) {
        Instrument record = row.record();
        String what = record.standing().isInstrument()
                ? "UNPLACED"
                : record.standing().name();
        String same = read == null ? "" : read.get("same_as");
        listed.add(new Listed(what, record.state(), Names.full(record), "", row.inventory(), row.dispute(), same));
    }

    /** Names of the columns of {@link #instruments()}. */
    public static List<String> instrumentColumns() {
        return INSTRUMENTS;
    }

    /** One row an instrument, sorted by id; empty cells where nothing is known. */
    public List<List<String>> instruments() {
        return List.copyOf(instruments);
    }

    /** Names of the columns of {@link #listed()}. */
    public static List<String> listedColumns() {
        return Listed.HEADER;
    }

    /**
     * What a reader may want to look up: DUPLICATE and DISAGREES for records that stood in both sources; REPLACED
     * for one without an end that a later one of the same body ended; and records that are in no row,
     * by why: REJECTED, BILL, OTHER, SAME (as the record in the last column), UNCLEAR, or UNPLACED for one without a county.
     */
    public List<List<String>> listed() {
        return listed.stream().map(Listed::cells).toList();
    }

    /** @param inventory id in the inventory, or empty; {@code dispute} likewise */
    private record Row(String inventory, String dispute, Instrument record) {
        List<String> cells() {
            Term term = record.term();
            return List.of(
                    record.record(),
                    inventory,
                    dispute,
                    record.state(),
                    Names.full(record),
                    record.type(),
                    record.counties(),
                    record.sectors(),
                    record.thresholdMw(),
                    record.scope(),
                    record.standing() == Standing.DOUBTFUL
                            ? ""
                            : record.standing().name(),
                    text(record.adopted()),
                    text(record.effective()),
                    text(lastDay()),
                    text(record.ended()),
                    term.days(),
                    term.months(),
                    term.kind(),
                    record.certainty(),
                    text(record.knownOn()),
                    record.url());
        }

        /**
         * The last day where it is one day: named by the source, or counted from an exact day in a term that nobody is known to have
         * lengthened. A source that still calls it active after that day knows of a longer term.
         */
        private @Nullable LocalDate lastDay() {
            Term term = record.term();
            LocalDate last = term.lastDay(record.first());
            boolean counted = term.expires().isEmpty();
            if (last == null || !counted) {
                return last;
            }
            boolean longer = record.standing() == Standing.EXTENDED
                    || (record.standing() == Standing.ACTIVE && last.isBefore(record.knownOn()));
            boolean certain =
                    record.certainty().equals("EXACT") && record.standing().isAdopted();
            return certain && !longer ? last : null;
        }

        private static String text(@Nullable LocalDate day) {
            return day == null ? "" : day.toString();
        }
    }
}
