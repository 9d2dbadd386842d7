package org.headroom.rules.fact;

import java.util.List;
import org.headroom.rules.vocabulary.SiteField;
import org.headroom.rules.vocabulary.SiteFields;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the block that is being scored, as rules see them. Facts point into it, so that no object is made for a site. One
 * for each scorer; not safe for several threads.
 */
public final class FactBlock {
    private static final double[] NO_NUMBERS = {};
    private static final TextColumn NO_TEXTS = new TextColumn(new String[0]);

    private final List<SiteField> fields;
    private final boolean[] used;
    private final double[][] lower;
    private final double[][] upper;
    private final TextColumn[] texts;
    private final String[][] labels;
    private final boolean[] unknownAsTaken;
    private final SiteTest[] tests;
    private final double evaluationDay;
    private boolean isTaken;
    private RuleBits fired = new RuleBits(0, 0);
    private int firstRow;
    private int firingsLeft;

    /**
     * @param fields the vocabulary
     * @param used for each field, whether a rule reads it; the others are left alone
     */
    public FactBlock(SiteFields fields, boolean[] used) {
        this(fields, used, List.of(), Double.NaN);
    }

    /**
     * As {@link #FactBlock(SiteFields, boolean[])}, for rules that ask for more than fields.
     *
     * @param tests what compiled rules ask for by number
     * @param evaluationDay days since 1970-01-01; NaN when no day is known
     */
    public FactBlock(SiteFields fields, boolean[] used, List<? extends SiteTest> tests, double evaluationDay) {
        this.fields = fields.all();
        this.tests = tests.toArray(SiteTest[]::new);
        this.evaluationDay = evaluationDay;
        this.used = used.clone();
        int size = this.fields.size();
        lower = new double[size][];
        upper = new double[size][];
        texts = new TextColumn[size];
        labels = new String[size][];
        unknownAsTaken = new boolean[size];
        for (SiteField field : this.fields) {
            lower[field.slot()] = NO_NUMBERS;
            upper[field.slot()] = NO_NUMBERS;
            texts[field.slot()] = NO_TEXTS;
            labels[field.slot()] = field.labels().toArray(String[]::new);
        }
    }

    /** Takes a block; firings go to {@code target}. */
    public void bind(SiteBlock sites, MeasurementBlock measurements, RuleBits target) {
        fired = target;
        firstRow = 0;
        for (SiteField field : fields) {
            int slot = field.slot();
            if (!used[slot]) {
                continue;
            }
            if (field.criterion()) {
                MeasurementColumn.Storage column =
                        measurements.column(field.name()).storage();
                lower[slot] = column.lower();
                upper[slot] = column.upper();
            } else if (field.isNumber()) {
                lower[slot] = sites.numbers(field.name());
                upper[slot] = lower[slot];
            } else {
                texts[slot] = new TextColumn(sites.texts(field.name()));
            }
        }
    }

    /** Takes one row of a block of the same fields, to be asked as row 0 with some of its numbers changed by {@link #put}. */
    public void take(FactBlock other, int row) {
        isTaken = true;
        for (SiteField field : fields) {
            int slot = field.slot();
            if (!used[slot]) {
                continue;
            }
            unknownAsTaken[slot] = other.isUnknown(slot, row);
            if (field.criterion() || field.isNumber()) {
                lower[slot] = ofOne(lower[slot], other.lower[slot][row]);
                upper[slot] = ofOne(upper[slot], other.upper[slot][row]);
            } else {
                texts[slot] = new TextColumn(new @Nullable String[] {other.texts[slot].at(row)});
            }
        }
    }

    private static double[] ofOne(double[] room, double value) {
        double[] one = room.length == 1 ? room : new double[1];
        one[0] = value;
        return one;
    }

    /** Makes a number or a category's place known in the row that was taken. */
    public void put(int slot, double value) {
        lower[slot][0] = value;
        upper[slot][0] = value;
    }

    /**
     * Points the facts to rows.
     *
     * @param row the row of the block that the first fact stands for
     * @param mostFirings more than so many, until the next call, are a {@link TooManyFiringsException}
     */
    public void startAt(int row, int mostFirings) {
        firstRow = row;
        firingsLeft = mostFirings;
    }

    int row(int place) {
        return firstRow + place;
    }

    /** Lower bound of a number or category; NaN when unknown. */
    public double lower(int slot, int row) {
        return lower[slot][row];
    }

    /** Upper bound of a number or category; NaN when unknown. */
    public double upper(int slot, int row) {
        return upper[slot][row];
    }

    /** A text or a category's label; null when unknown or when several labels are possible. */
    public @Nullable String text(int slot, int row) {
        String[] names = labels[slot];
        if (fields.get(slot).kind() != SiteField.Kind.CATEGORY) {
            return texts[slot].at(row);
        }
        double low = lower[slot][row];
        return low == upper[slot][row] ? names[(int) low] : null;
    }

    /** Whether nothing is known of a field that is used; of a row that was taken, whether nothing was known before {@link #put}. */
    public boolean isUnknown(int slot, int row) {
        if (isTaken) {
            return unknownAsTaken[slot];
        }
        return fields.get(slot).kind() == SiteField.Kind.TEXT
                ? texts[slot].at(row) == null
                : Double.isNaN(lower[slot][row]);
    }

    /** The day on which sites are judged, in days since 1970-01-01; NaN when no day is known. */
    public double evaluationDay() {
        return evaluationDay;
    }

    /** Number of fields; slots are below it. */
    public int fieldCount() {
        return used.length;
    }

    /** Whether a rule reads the field. */
    public boolean isUsed(int slot) {
        return used[slot];
    }

    /** Whether a field that is used is known to be one single value in rows 0 to {@code size - 1}. */
    public boolean isExactInAll(int slot, int size) {
        if (fields.get(slot).kind() == SiteField.Kind.TEXT) {
            for (int row = 0; row < size; row++) {
                if (texts[slot].at(row) == null) {
                    return false;
                }
            }
            return true;
        }
        double[] low = lower[slot];
        double[] high = upper[slot];
        boolean all = true;
        for (int row = 0; row < size; row++) {
            all &= low[row] == high[row];
        }
        return all;
    }

    /** Whether the field is known to be one single value. */
    public boolean isExact(int slot, int row) {
        return fields.get(slot).kind() == SiteField.Kind.TEXT
                ? texts[slot].at(row) != null
                : lower[slot][row] == upper[slot][row];
    }

    boolean holds(int place, int test) {
        return tests[test].holds(this, firstRow + place);
    }

    void fire(int place, int rule) {
        if (--firingsLeft < 0) {
            throw new TooManyFiringsException(rule);
        }
        fired.set(firstRow + place, rule);
    }

    private static final class TextColumn {
        private final @Nullable String[] values;

        TextColumn(@Nullable String[] values) {
            this.values = values;
        }

        @Nullable
        String at(int row) {
            return values[row];
        }
    }
}
