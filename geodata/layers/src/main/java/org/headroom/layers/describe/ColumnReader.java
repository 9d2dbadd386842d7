package org.headroom.layers.describe;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headroom.layers.describe.ColumnDescription.Type;
import org.headroom.layers.format.Numbers;
import org.jspecify.annotations.Nullable;

/** Looks at the values of one column, one after the other. */
final class ColumnReader {
    private static final int SHOWN = 5;
    private static final int LONGEST_SHOWN = 40;

    private final String name;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private long filled;
    private long numbers;
    private long days;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    ColumnReader(String name) {
        this.name = name;
    }

    void add(@Nullable Object value) {
        if (value == null) {
            return;
        }
        filled++;
        String text = Numbers.text(value).strip();
        String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
        if (counts.size() < ColumnDescription.MAX_DISTINCT || counts.containsKey(shown)) {
            counts.merge(shown, 1L, Long::sum);
        }
        if (value instanceof LocalDate || isDay(text)) {
            days++;
            return;
        }
        try {
            double number = value instanceof Number n ? n.doubleValue() : Numbers.parse(text);
            if (Double.isFinite(number)) {
                numbers++;
                least = Math.min(least, number);
                greatest = Math.max(greatest, number);
            }
        } catch (NumberFormatException e) {
            // A text, then.
            return;
        }
    }

    private static boolean isDay(String text) {
        if (text.length() < 10 || text.charAt(4) != '-') {
            return false;
        }
        try {
            LocalDate.parse(text.substring(0, 10));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    ColumnDescription result() {
        Type type = filled == 0
                ? Type.EMPTY
                : 2 * numbers > filled ? Type.NUMBER : 2 * days > filled ? Type.DAY : Type.TEXT;
        List<String> frequent = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(SHOWN)
                .map(Map.Entry::getKey)
                .toList();
        boolean isNumber = type == Type.NUMBER;
        return new ColumnDescription(
                name,
                filled,
                type,
                isNumber ? least : Double.NaN,
                isNumber ? greatest : Double.NaN,
                frequent,
                counts.size());
    }
}
