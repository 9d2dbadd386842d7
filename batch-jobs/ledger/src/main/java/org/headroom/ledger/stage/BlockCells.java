package org.headroom.ledger.stage;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.headroom.ledger.cause.CellCauses;
import org.headroom.ledger.run.OpenRun;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;

/** What both runs measured at the sites of a block, and by which step it was replaced; one thread's worth. */
final class BlockCells {
    private static final int EVIDENCE_EACH = 3;

    private final OpenRun before;
    private final OpenRun after;
    private final CellCauses causes;
    private final Set<String> compared;
    private final List<String> criteria;
    /** Sites of the first run, by row; -1 for a site that it does not have. */
    private final int[] earlier;

    private final MeasurementColumn[] measuredBefore;
    private final MeasurementColumn[] measuredAfter;
    /** Steps by criterion and row; -1 where nothing was replaced. */
    private final short[][] causeOf;
    /** Those of {@link #causeOf} that are not always -1. */
    private final short[][] comparedCauses;

    private final boolean[] isRead;

    /**
     * @param compared criteria whose measurements may differ
     * @param earlier sites of the first run by row, put there before each block
     */
    BlockCells(OpenRun before, OpenRun after, CellCauses causes, Set<String> compared, int[] earlier) {
        this.before = before;
        this.after = after;
        this.causes = causes;
        this.compared = compared;
        this.earlier = earlier;
        criteria = causes.criteria();
        measuredBefore = columns(criteria.size());
        measuredAfter = columns(criteria.size());
        causeOf = new short[criteria.size()][BlockWorker.BLOCK];
        comparedCauses = IntStream.range(0, criteria.size())
                .filter(criterion -> compared.contains(criteria.get(criterion)))
                .mapToObj(criterion -> causeOf[criterion])
                .toArray(short[][]::new);
        isRead = new boolean[criteria.size()];
    }

    private static MeasurementColumn[] columns(int count) {
        MeasurementColumn[] columns = new MeasurementColumn[count];
        Arrays.setAll(columns, i -> new MeasurementColumn(BlockWorker.BLOCK));
        return columns;
    }

    /**
     * Finds for each measurement the step by which it was replaced.
     *
     * @param ownStep by row, the step in which what is said of the site itself is replaced; -1 for none
     */
    void compare(int first, int count, short[] ownStep) {
        Arrays.fill(isRead, false);
        double[] longitudes = new double[count];
        double[] latitudes = new double[count];
        if (!compared.isEmpty()) {
            after.sites().readLongitudes(first, count, longitudes);
            after.sites().readLatitudes(first, count, latitudes);
        }
        for (int criterion = 0; criterion < criteria.size(); criterion++) {
            short[] steps = causeOf[criterion];
            Arrays.fill(steps, 0, count, (short) -1);
            if (!compared.contains(criteria.get(criterion))) {
                continue;
            }
            read(criterion, first, count);
            MeasurementColumn.Storage then = measuredBefore[criterion].storage();
            MeasurementColumn.Storage now = measuredAfter[criterion].storage();
            for (int i = 0; i < count; i++) {
                if (earlier[i] >= 0 && differs(then, now, i)) {
                    steps[i] = (short)
                            causes.of(criterion, then, now, i, causeOf, ownStep[i], longitudes[i], latitudes[i]);
                }
            }
        }
    }

    private static boolean differs(MeasurementColumn.Storage then, MeasurementColumn.Storage now, int row) {
        return Double.doubleToLongBits(then.lower()[row]) != Double.doubleToLongBits(now.lower()[row])
                || Double.doubleToLongBits(then.upper()[row]) != Double.doubleToLongBits(now.upper()[row])
                || then.reason()[row] != now.reason()[row]
                || then.evidence()[row] != now.evidence()[row];
    }

    /** Reads what both runs measured; what only one of them has stands for both. */
    private void read(int criterion, int first, int count) {
        if (isRead[criterion]) {
            return;
        }
        isRead[criterion] = true;
        String id = criteria.get(criterion);
        MeasurementFile then = before.columns().measured().get(id);
        MeasurementFile now = after.columns().measured().get(id);
        if (now != null) {
            now.read(first, count, measuredAfter[criterion]);
        }
        if (then != null && (now == null || compared.contains(id))) {
            MeasurementColumn to = now == null ? measuredAfter[criterion] : measuredBefore[criterion];
            if (isInOrder(count)) {
                then.read(earlier[0], count, to);
                return;
            }
            MeasurementColumn part = new MeasurementColumn(count);
            Runs.forEach(earlier, count, (row, site, length) -> {
                then.read(site, length, part);
                for (int i = 0; i < length; i++) {
                    to.copy(part, i, row + i);
                }
            });
        }
    }

    private boolean isInOrder(int count) {
        return earlier[0] >= 0 && earlier[count - 1] - earlier[0] == count - 1 && isAscending(count);
    }

    private boolean isAscending(int count) {
        for (int i = 1; i < count; i++) {
            if (earlier[i] != earlier[i - 1] + 1) {
                return false;
            }
        }
        return true;
    }

    /** Steps of the criteria that are compared, by row. */
    short[][] compared() {
        return comparedCauses;
    }

    boolean isReplaced(int row, int step) {
        for (short[] steps : comparedCauses) {
            if (steps[row] == step) {
                return true;
            }
        }
        return false;
    }

    /** Measurements of some rows as they are after a step. */
    MeasurementBlock after(int step, int first, int count, int[] rows, int picked) {
        MeasurementBlock block = new MeasurementBlock(criteria, picked);
        for (int criterion = 0; criterion < criteria.size(); criterion++) {
            read(criterion, first, count);
            MeasurementColumn to = block.column(criteria.get(criterion));
            for (int k = 0; k < picked; k++) {
                boolean isBefore = causeOf[criterion][rows[k]] > step;
                to.copy(isBefore ? measuredBefore[criterion] : measuredAfter[criterion], rows[k], k);
            }
        }
        return block;
    }

    /**
     * Tells the records by which the sites moved, a few for each site and step.
     *
     * @param last by row, the last step in which anything of the site is replaced; -1 for none
     * @param byWeight criteria in the order in which people are told of them
     */
    void tellEvidence(int first, int count, short[] last, int steps, int[] byWeight, BlockStages out) {
        int[] told = new int[steps];
        for (int i = 0; i < count; i++) {
            if (earlier[i] < 0 || last[i] < 0) {
                continue;
            }
            Arrays.fill(told, 0);
            for (int criterion : byWeight) {
                int step = causeOf[criterion][i];
                if (step >= 0 && told[step]++ < EVIDENCE_EACH) {
                    addEvidence(first, i, step, criterion, out);
                }
            }
        }
    }

    private void addEvidence(int first, int row, int step, int criterion, BlockStages out) {
        MeasurementColumn now = measuredAfter[criterion];
        MeasurementColumn then = measuredBefore[criterion];
        boolean isAfter = causes.isChanged(true, now.layerOrdinal(row), now.record(row))
                || !causes.isChanged(false, then.layerOrdinal(row), then.record(row))
                        && (now.layerOrdinal(row) >= 0 || then.layerOrdinal(row) < 0);
        MeasurementColumn said = isAfter ? now : then;
        int layer = said.layerOrdinal(row);
        out.evidence.add(first + row, step, criterion, isAfter, Math.max(0, layer), layer < 0 ? -1 : said.record(row));
    }

    /** Tells what is known now, and was not or less exactly. */
    void tellSettled(int first, int count, BlockStages out) {
        for (int criterion = 0; criterion < criteria.size(); criterion++) {
            if (!compared.contains(criteria.get(criterion))) {
                continue;
            }
            MeasurementColumn then = measuredBefore[criterion];
            MeasurementColumn now = measuredAfter[criterion];
            for (int i = 0; i < count; i++) {
                if (causeOf[criterion][i] >= 0 && now.isKnown(i) && isLessSure(then, now, i)) {
                    out.settled.add(new Settled(
                            first + i,
                            criteria.get(criterion),
                            then.lower(i),
                            then.upper(i),
                            now.lower(i),
                            now.upper(i),
                            now.layerOrdinal(i),
                            now.record(i)));
                }
            }
        }
    }

    private static boolean isLessSure(MeasurementColumn then, MeasurementColumn now, int row) {
        return !then.isKnown(row) || then.lower(row) != then.upper(row) && now.lower(row) == now.upper(row);
    }
}
