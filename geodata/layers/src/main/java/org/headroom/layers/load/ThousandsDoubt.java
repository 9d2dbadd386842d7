package org.headroom.layers.load;

import java.util.List;
import org.headroom.layers.format.RawRecord;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether the decimals of text columns could be groups of thousands: 1.250 may mean one and a quarter, or one thousand two hundred and
 * fifty. Not safe for several threads.
 */
final class ThousandsDoubt {
    /** Records without a decimal after which a column is taken for one of whole numbers. */
    private static final int ENOUGH = 1000;

    private static final int GROUP = 3;

    private final boolean[] isDone;
    private final boolean[] isMet;
    private int without;

    /** @param count number of columns */
    ThousandsDoubt(int count) {
        this.isDone = new boolean[count];
        this.isMet = new boolean[count];
    }

    /** Looks at a record; false when there is nothing more to find. */
    boolean see(RawRecord record, int[] columns) {
        boolean isAnyOpen = false;
        boolean hasDecimal = false;
        for (int i = 0; i < columns.length; i++) {
            if (isDone[i]) {
                continue;
            }
            if (record.value(columns[i]) instanceof String text && isDecimal(text)) {
                hasDecimal = true;
                isMet[i] = mayBeGrouped(text.strip());
                isDone[i] = !isMet[i];
            }
            isAnyOpen |= !isDone[i];
        }
        without += hasDecimal ? 0 : 1;
        return isAnyOpen && (without < ENOUGH || isAnyMet());
    }

    /** Whether the text looks like a number with decimals; something like n.a. does not. */
    private static boolean isDecimal(String text) {
        return text.indexOf('.') >= 0 && Character.isDigit(text.charAt(text.length() - 1));
    }

    private boolean isAnyMet() {
        for (boolean met : isMet) {
            if (met) {
                return true;
            }
        }
        return false;
    }

    /** One to three digits that do not begin with 0, then groups of a point and three digits; perhaps a sign. */
    private static boolean mayBeGrouped(String text) {
        int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int point = text.indexOf('.');
        if (point <= from
                || point - from > GROUP
                || text.charAt(from) == '0'
                || (text.length() - point) % (GROUP + 1) != 0) {
            return false;
        }
        for (int i = from; i < text.length(); i++) {
            boolean isPoint = i >= point && (i - point) % (GROUP + 1) == 0;
            if (isPoint ? text.charAt(i) != '.' : text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** What is to be said of the columns, without a full stop; null for nothing. */
    @Nullable
    String note(List<String> columns) {
        for (int i = 0; i < isMet.length; i++) {
            if (isMet[i]) {
                return "every decimal in column " + columns.get(i)
                        + " has exactly three digits; if the point groups thousands, say numbers:"
                        + " {decimal: \",\", grouping: \".\"}";
            }
        }
        return null;
    }
}
