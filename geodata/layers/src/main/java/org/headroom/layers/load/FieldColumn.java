package org.headroom.layers.load;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.DoubleFunction;
import org.headroom.layers.column.FeatureWriter;
import org.headroom.layers.column.RepeatKey;
import org.headroom.layers.descriptor.DateRule;
import org.headroom.layers.descriptor.FieldMapping;
import org.headroom.layers.format.CellError;
import org.headroom.layers.format.NumberForm;
import org.headroom.layers.format.Numbers;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.unit.Units;
import org.headroom.model.FieldDomain;
import org.headroom.model.FieldType;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;

/** Fills one field: {@link #read} takes a record's value, {@link #putTo} passes it on. Not safe for several threads. */
public final class FieldColumn {
    /** Of the usual codes those below are no figure that anybody measures by chance. */
    private static final double ROWS_OF_NINES = -99;

    private final FieldMapping mapping;
    private final int[] columns;
    private final DayReader days;
    private final WordReader words;
    private final double least;
    private final double greatest;
    private final boolean isAnyInRange;
    private final boolean isPlainNumber;
    private final boolean isPlainText;
    private final boolean isCode;
    private final double[] missingNumbers;
    /** What {@link #read} of a constant gave; it is the same for every record. */
    private boolean constantRead;

    private @Nullable String constantProblem;

    private double number;
    private @Nullable String text;
    /** The text that was last taken the short way, and what became of it. */
    private @Nullable String lastPlain;

    private @Nullable String lastText;
    private int date;
    private String badColumn = "";
    private String badValue = "";
    private @Nullable String note;
    private @Nullable ThousandsDoubt thousands;

    /**
     * @param mapping how the field is filled
     * @param lookup notes columns that are not there
     * @param excelDay turns a serial number of a sheet into a day
     * @param notUnderstood what becomes of a word that is not in the field's vocabulary; null for a missing value
     */
    public FieldColumn(
            FieldMapping mapping,
            ColumnLookup lookup,
            DoubleFunction<LocalDate> excelDay,
            @Nullable String notUnderstood) {
        this.mapping = mapping;
        FieldDomain domain = mapping.field().domain();
        this.least = domain.least();
        this.greatest = domain.greatest();
        this.isAnyInRange = domain.notKnown().isEmpty() && domain.negative().isEmpty();
        this.days = new DayReader(mapping.constant() != null ? new DateRule.Iso() : mapping.date(), excelDay);
        this.words = new WordReader(mapping, notUnderstood);
        List<String> names = mapping.columns();
        this.columns = new int[names.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = lookup.find(names.get(i), "fields." + mapping.field().name());
        }
        FieldType type = mapping.field().type();
        this.isPlainNumber = type == FieldType.NUMBER && mapping.values().isEmpty() && mapping.numbers() == null;
        this.isPlainText = type == FieldType.TEXT && !words.isLists();
        this.isCode = mapping.field().isCode();
        this.thousands = isPlainNumber && columns.length > 0 ? new ThousandsDoubt(columns.length) : null;
        this.missingNumbers =
                mapping.missing().stream().mapToDouble(FieldColumn::numberOrNaN).toArray();
    }

    private static double numberOrNaN(String text) {
        try {
            return Numbers.parse(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    public FieldMapping mapping() {
        return mapping;
    }

    /** Source column and text of the value that {@link #read} refused. */
    String badColumn() {
        return badColumn;
    }

    String badValue() {
        return badValue;
    }

    /** What somebody should know of the value last read although it is used, without a full stop; null when there is nothing. */
    @Nullable
    String note() {
        return note;
    }

    /** What somebody should know of all values read so far, without a full stop; null when there is nothing. */
    @Nullable
    String noteOfAll() {
        return thousands == null ? null : thousands.note(mapping.columns());
    }

    /** Whether the value last read is missing. */
    boolean isMissing() {
        return switch (mapping.field().type()) {
            case NUMBER -> Double.isNaN(number);
            case TEXT -> text == null;
            case DATE -> date == FeatureLayer.NO_DATE;
        };
    }

    /**
     * Reads the field of a record; gives what is wrong with it, without a full stop, or null. A refused value counts as missing, but for a word
     * outside the vocabulary, which is there and not understood.
     */
    @Nullable
    String read(RawRecord record) {
        if (mapping.constant() != null) {
            return readConstant(mapping.constant());
        }
        number = Double.NaN;
        text = null;
        date = FeatureLayer.NO_DATE;
        note = null;
        Long first = mapping.recordNumberFrom();
        if (first != null) {
            number = first + record.number() - 1;
            return null;
        }
        if (thousands != null && !thousands.see(record, columns)) {
            thousands = null;
        }
        double sum = Double.NaN;
        for (int i = 0; i < columns.length; i++) {
            if (!readPlain(record, columns[i])) {
                Object value = record.value(columns[i]);
                if (value == null || isMissing(value)) {
                    continue;
                }
                String problem = take(mapping.columns().get(i), value);
                if (problem != null) {
                    number = Double.NaN;
                    return problem;
                }
            }
            sum = Double.isNaN(sum) ? number : sum + number;
        }
        if (mapping.field().type() == FieldType.NUMBER) {
            number = sum;
            if (columns.length > 1 && sum > greatest) {
                number = Double.NaN;
                badColumn = String.join(" + ", mapping.columns());
                badValue = Numbers.text(sum);
                return outside(sum);
            }
        }
        return null;
    }

    private String outside(double value) {
        String outside = "outside the range of " + mapping.field().name() + ", "
                + mapping.field().range();
        return FieldDomain.isUsualCode(value)
                ? outside + "; it is often written for \"not known\" (then list it under missing)"
                : outside;
    }

    private @Nullable String readConstant(String constant) {
        if (!constantRead) {
            number = Double.NaN;
            text = null;
            date = FeatureLayer.NO_DATE;
            constantProblem = take("", constant);
            constantRead = true;
        }
        return constantProblem;
    }

    private boolean isMissing(Object value) {
        return !mapping.missing().isEmpty()
                && mapping.missing().contains(Numbers.text(value).strip());
    }

    /** The short way of most values, without an object each; false when the long way must decide. */
    private boolean readPlain(RawRecord record, int column) {
        if (isPlainNumber) {
            double value = record.decimal(column);
            double converted = mapping.conversion().apply(value);
            boolean isPlain = converted >= least
                    && converted <= greatest
                    && (converted > 0 || isAnyInRange && !FieldDomain.isUsualCode(value));
            if (!isPlain || !isAnyInRange && !mapping.field().domain().allows(converted) || mayBeMissing(value)) {
                return false;
            }
            number = converted;
            return true;
        }
        if (isPlainText) {
            return readPlainText(record.text(column));
        }
        return false;
    }

    private boolean readPlainText(@Nullable String value) {
        if (value == null) {
            return false;
        }
        // A source gives few texts again and again as the same objects.
        if (value == lastPlain) {
            text = lastText;
            return true;
        }
        if (mapping.missing().contains(value)) {
            return false;
        }
        String plain = mapping.values().isEmpty() ? value : mapping.values().getOrDefault(value, mapping.otherwise());
        if (plain == null || !isPlain(plain) || !words.isAllowed(plain)) {
            return false;
        }
        text = plain;
        lastPlain = value;
        lastText = plain;
        return true;
    }

    /** Whether the text is kept as it is. */
    private boolean isPlain(String text) {
        return !text.isEmpty()
                && !(isCode && text.indexOf('.') >= 0)
                && !Character.isWhitespace(text.charAt(0))
                && !Character.isWhitespace(text.charAt(text.length() - 1))
                && text.indexOf('\uFFFD') < 0;
    }

    /** Whether the number may be written as one of the texts that mean no value. */
    private boolean mayBeMissing(double value) {
        for (double missing : missingNumbers) {
            if (missing == value) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String take(String column, Object raw) {
        badColumn = column;
        badValue = Numbers.text(raw);
        if (raw instanceof CellError error && !mapping.values().containsKey(badValue)) {
            text = words.notUnderstood();
            return error.problem();
        }
        Object value = raw;
        if (!mapping.values().isEmpty()) {
            String mapped = mapping.values().getOrDefault(badValue.strip(), mapping.otherwise());
            if (mapped == null) {
                text = words.notUnderstood();
                return "the value is not listed in the descriptor's values for "
                        + mapping.field().name();
            }
            value = mapped;
        }
        return switch (mapping.field().type()) {
            case NUMBER -> takeNumber(value);
            case TEXT -> takeText(value);
            case DATE -> takeDate(value);
        };
    }

    private @Nullable String takeNumber(Object value) {
        try {
            double converted = converted(value);
            // Infinities of a double column, and overflow by the unit, are no numbers either.
            if (Double.isInfinite(converted)) {
                return "not a number that " + mapping.field().name() + " can hold";
            }
            if (!mapping.field().domain().allows(converted) || isCodeOfColumn(value, converted)) {
                return converted >= least && converted <= greatest
                        ? "taken for \"not known\", which such a figure of "
                                + mapping.field().name() + " means"
                        : outside(converted);
            }
            if (converted < 0 && !mapping.field().domain().negative().isEmpty()) {
                note = "below 0, taken for " + mapping.field().domain().negative();
            }
            number = converted;
            return null;
        } catch (NumberFormatException e) {
            return "not a number, which " + mapping.field().name() + " must be";
        }
    }

    /** Whether a figure that another unit hides is a negative row of nines in its column. */
    private boolean isCodeOfColumn(Object cell, double converted) {
        if (!(converted < 0) || mapping.conversion().equals(Units.Conversion.NONE)) {
            return false;
        }
        double figure = cell instanceof Number n ? n.doubleValue() : numberOrNaN(cell.toString());
        return figure < ROWS_OF_NINES && FieldDomain.isUsualCode(figure);
    }

    private double converted(Object value) {
        if (mapping.constant() != null) {
            return Numbers.parse(value.toString());
        }
        NumberForm form = mapping.numbers();
        if (form != null && value instanceof String cell) {
            return form.parse(cell, mapping.field().unit(), mapping.conversion());
        }
        double parsed = value instanceof Number n ? n.doubleValue() : Numbers.parse(value.toString());
        return mapping.conversion().apply(parsed);
    }

    private @Nullable String takeText(Object value) {
        String problem = words.read(Numbers.text(value).strip());
        text = words.text();
        return problem;
    }

    private @Nullable String takeDate(Object value) {
        try {
            LocalDate day = days.read(value);
            double epochDay = day.toEpochDay();
            if (!mapping.field().domain().allows(epochDay)) {
                return epochDay >= least && epochDay <= greatest
                        ? "taken for \"not known\", which programs write as " + day
                        : "a day outside " + LocalDate.ofEpochDay((long) least) + " to "
                                + LocalDate.ofEpochDay((long) greatest);
            }
            date = (int) day.toEpochDay();
            return null;
        } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
            return "not a day as " + mapping.field().name() + " is declared to be written" + days.hint(value);
        }
    }

    /** The text last read; null when missing. */
    @Nullable
    String text() {
        return text;
    }

    /** The day last read, since 1970-01-01; {@link FeatureLayer#NO_DATE} when missing. */
    int day() {
        return date;
    }

    /** Makes the day last read a missing one. */
    void forgetDay() {
        date = FeatureLayer.NO_DATE;
        constantRead = false;
    }

    /** Adds the value last read to what tells two records apart. */
    void addTo(RepeatKey key) {
        switch (mapping.field().type()) {
            case NUMBER -> key.add(number);
            case TEXT -> key.add(text);
            case DATE -> key.add(date);
        }
    }

    /** Puts the value last read as a field of a record. */
    void putTo(FeatureWriter out, int place) {
        switch (mapping.field().type()) {
            case NUMBER -> out.putNumber(place, number);
            case TEXT -> out.putText(place, text);
            case DATE -> out.putDate(place, date);
        }
    }
}
