package org.headroom.layers.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.headroom.layers.column.FeatureWriter;
import org.headroom.layers.descriptor.DateRule;
import org.headroom.layers.descriptor.FieldMapping;
import org.headroom.layers.source.Numbers;
import org.headroom.layers.source.RawRecord;
import org.headroom.model.FieldType;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;

/** Fills one field: {@link #read} takes a record's value, {@link #putTo} passes it on. Not safe for several threads. */
public final class FieldColumn {
    /** Days outside these years are taken for mistakes. */
    private static final int FIRST_YEAR = 1700;

    private static final int LAST_YEAR = 2300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FieldMapping mapping;
    private final int[] columns;
    private final DoubleFunction<LocalDate> excelDay;
    private final boolean isPlainNumber;
    private final boolean isPlainText;
    private final double[] missingNumbers;
    /** What {@link #read} of a constant gave; it is the same for every record. */
    private boolean constantRead;

    private @Nullable String constantProblem;

    private double number;
    private @Nullable String text;
    private int date;
    private String badColumn = "";
    private String badValue = "";

    /**
     * @param mapping how the field is filled
     * @param lookup notes columns that are not there
     * @param excelDay turns a serial number of a sheet into a day
     */
    public FieldColumn(FieldMapping mapping, ColumnLookup lookup, DoubleFunction<LocalDate> excelDay) {
        this.mapping = mapping;
        this.excelDay = excelDay;
        List<String> names = mapping.columns();
        this.columns = new int[names.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = lookup.find(names.get(i), "fields." + mapping.field().name());
        }
        FieldType type = mapping.field().type();
        this.isPlainNumber = type == FieldType.NUMBER && mapping.values().isEmpty();
        this.isPlainText = type == FieldType.TEXT && !mapping.jsonList();
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

    /** Whether the value last read is missing. */
    boolean isMissing() {
        return switch (mapping.field().type()) {
            case NUMBER -> Double.isNaN(number);
            case TEXT -> text == null;
            case DATE -> date == FeatureLayer.NO_DATE;
        };
    }

    /** Reads the field of a record; gives what is wrong with it, without a full stop, or null. A refused value counts as missing. */
    @Nullable
    String read(RawRecord record) {
        if (mapping.constant() != null) {
            return readConstant(mapping.constant());
        }
        number = Double.NaN;
        text = null;
        date = FeatureLayer.NO_DATE;
        Long first = mapping.recordNumberFrom();
        if (first != null) {
            number = first + record.number() - 1;
            return null;
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
        }
        return null;
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
            if (!Double.isFinite(converted) || mayBeMissing(value)) {
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
        if (value == null || mapping.missing().contains(value)) {
            return false;
        }
        String plain = mapping.values().isEmpty() ? value : mapping.values().getOrDefault(value, mapping.otherwise());
        if (plain == null || !isPlain(plain)) {
            return false;
        }
        text = plain;
        return true;
    }

    /** Whether the text is kept as it is. */
    private static boolean isPlain(String text) {
        return !text.isEmpty()
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
        Object value = raw;
        if (!mapping.values().isEmpty()) {
            String mapped = mapping.values().getOrDefault(badValue.strip(), mapping.otherwise());
            if (mapped == null) {
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
            double parsed = value instanceof Number n ? n.doubleValue() : Numbers.parse(value.toString());
            // Infinities of a double column, and overflow by the unit, are no numbers either.
            double converted =
                    mapping.constant() != null ? parsed : mapping.conversion().apply(parsed);
            if (Double.isInfinite(converted)) {
                return "not a number that " + mapping.field().name() + " can hold";
            }
            number = converted;
            return null;
        } catch (NumberFormatException e) {
            return "not a number, which " + mapping.field().name() + " must be";
        }
    }

    private @Nullable String takeText(Object value) {
        String plain = Numbers.text(value).strip();
        if (plain.indexOf('\uFFFD') >= 0) {
            return "the text is not in the encoding that the file was read with";
        }
        if (mapping.jsonList()) {
            try {
                JsonNode list = JSON.readTree(plain);
                if (list == null || !list.isArray()) {
                    return "not a JSON list, which " + mapping.field().name() + " is read from";
                }
                List<String> parts = new ArrayList<>();
                list.forEach(n -> parts.add(n.asText().strip()));
                plain = String.join(";", parts);
            } catch (JsonProcessingException e) {
                return "not a JSON list, which " + mapping.field().name() + " is read from";
            }
        }
        text = plain.isEmpty() ? null : plain;
        return null;
    }

    private @Nullable String takeDate(Object value) {
        try {
            LocalDate day = day(value);
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                return "a day outside the years " + FIRST_YEAR + " to " + LAST_YEAR;
            }
            date = (int) day.toEpochDay();
            return null;
        } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
            return "not a day as " + mapping.field().name() + " is declared to be written";
        }
    }

    private LocalDate day(Object value) {
        if (value instanceof LocalDate day) {
            return day;
        }
        DateRule rule = mapping.constant() != null ? new DateRule.Iso() : mapping.date();
        if (rule instanceof DateRule.Epoch epoch) {
            return epoch.day().plusDays((long) Math.floor(serial(value)));
        }
        if (rule instanceof DateRule.Excel) {
            return excelDay.apply(serial(value));
        }
        String plain = Numbers.text(value).strip();
        if (rule instanceof DateRule.Pattern pattern) {
            return LocalDate.parse(plain, pattern.formatter());
        }
        boolean hasTime = plain.length() > 10 && (plain.charAt(10) == 'T' || plain.charAt(10) == ' ');
        return LocalDate.parse(hasTime ? plain.substring(0, 10) : plain);
    }

    private static double serial(Object value) {
        double serial = value instanceof Number n ? n.doubleValue() : Numbers.parse(value.toString());
        if (!(Math.abs(serial) < 1e7)) {
            throw new NumberFormatException("no day");
        }
        return serial;
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
