package org.headroom.rules.spreadsheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;
import org.headroom.rules.file.PolicyFolder;

/**
 * Sheets as CSV (RFC 4180), UTF-8 with a byte order mark, without which spreadsheet programs take it for another encoding. A text that a
 * program would run as a formula has an apostrophe in front (OWASP, "CSV Injection"), which reading takes away.
 */
public final class CsvSheet {
    static final String MARK = "\uFEFF";
    private static final Pattern LINE = Pattern.compile("line ([0-9]{1,6})");
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private CsvSheet() {}

    /** The file's bytes. */
    public static byte[] write(List<List<String>> rows) {
        StringWriter text = new StringWriter();
        text.write(MARK);
        try (CsvWriter csv =
                CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(text)) {
            rows.forEach(
                    row -> csv.writeRecord(row.stream().map(CsvSheet::guarded).toList()));
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to be written", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The sheet; empty when there was a problem. */
    static Optional<Sheet> read(String file, byte[] bytes, Problems problems) {
        String text = PolicyFolder.text(bytes, file, problems);
        if (text.startsWith(MARK)) {
            text = text.substring(MARK.length());
        }
        List<SheetRow> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = reader(text)) {
            for (CsvRecord row : csv) {
                if (rows.size() == Spreadsheet.MAX_ROWS) {
                    problems.add(file, 0, "a sheet may have at most " + Spreadsheet.MAX_ROWS + " rows");
                    return Optional.empty();
                }
                if (row.getFieldCount() > Spreadsheet.MAX_COLUMNS) {
                    problems.add(
                            file,
                            (int) row.getStartingLineNumber(),
                            "a row may have at most " + Spreadsheet.MAX_COLUMNS + " columns");
                    return Optional.empty();
                }
                rows.add(new SheetRow("", rows.size() + 1, texts(row)));
            }
        } catch (CsvParseException | IOException e) {
            Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
            problems.add(PolicyProblem.error(
                            file,
                            line.find() ? Integer.parseInt(line.group(1)) : 0,
                            "cannot be read as CSV: the quotes of the row that begins here are not in pairs")
                    .withAdvice(
                            "a cell with a comma, a semicolon or a quote in it stands in quotes, and a quote in it is"
                                    + " written twice: \"\""));
            return Optional.empty();
        }
        return Optional.of(new Sheet("", rows, List.of(), List.of()));
    }

    static CsvReader<CsvRecord> reader(String text) {
        return CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text);
    }

    static List<String> texts(CsvRecord row) {
        return row.getFields().stream().map(CsvSheet::plain).toList();
    }

    static char separator(String text) {
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char most = ',';
        for (char other : new char[] {';', '\t'}) {
            most = count(header, other) > count(header, most) ? other : most;
        }
        return most;
    }

    private static long count(String text, char sign) {
        return text.chars().filter(c -> c == sign).count();
    }

    static String guarded(String text) {
        return !text.isEmpty() && (isFormulaStart(text.charAt(0)) || isGuarded(text)) ? "'" + text : text;
    }

    private static String plain(String text) {
        return SheetRow.stripped(isGuarded(text) ? text.substring(1) : text);
    }

    /** An apostrophe and a formula's start, whatever number of apostrophes stands between. */
    private static boolean isGuarded(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == '\'') {
            start++;
        }
        return start > 0 && start < text.length() && isFormulaStart(text.charAt(start));
    }

    private static boolean isFormulaStart(char c) {
        return FORMULA_STARTS.indexOf(c) >= 0;
    }
}
