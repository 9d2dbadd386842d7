package org.headroom.layers.format.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import org.headroom.layers.format.SourceException;
import org.jspecify.annotations.Nullable;

/** Finds a CSV file that is cut at the wrong character. */
final class DelimiterDoubt {
    private static final char[] USUAL = {';', ',', '\t', '|'};

    private DelimiterDoubt() {}

    /**
     * Refuses a file of one column whose name and first value are divided as often by another of the usual delimiters.
     *
     * @param first the first row below the header; null when there is none
     */
    static void check(List<String> columns, @Nullable CsvRecord first, char delimiter) throws SourceException {
        if (columns.size() != 1 || first == null) {
            return;
        }
        for (char other : USUAL) {
            // Line breaks and tabs of names have become blanks.
            long inName = count(columns.get(0), other == '\t' ? ' ' : other);
            long inValue = 0;
            for (int i = 0; i < first.getFieldCount(); i++) {
                inValue += count(first.getField(i), other);
            }
            if (other != delimiter && inName > 0 && inName == inValue) {
                throw new SourceException(
                        "has only one column; source.delimiter is " + shown(delimiter) + ", the file seems to use "
                                + shown(other),
                        "Give source.delimiter: \"" + (other == '\t' ? "\\t" : String.valueOf(other)) + "\".");
            }
        }
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static String shown(char delimiter) {
        return switch (delimiter) {
            case ',' -> "a comma";
            case '\t' -> "a tab";
            case ' ' -> "a blank";
            default -> String.valueOf(delimiter);
        };
    }
}
