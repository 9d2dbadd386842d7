package org.headroom.rules.spreadsheet;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes other rows into a CSV file. Rows that were there before keep their characters, wherever they stand now. */
public final class CsvEditor {
    private CsvEditor() {}

    /**
     * The file with other rows.
     *
     * @param text a file that can be read as CSV
     * @param rows texts by column, without blank ones at the end
     */
    public static String edited(String text, List<List<String>> rows) {
        String mark = text.startsWith(CsvSheet.MARK) ? CsvSheet.MARK : "";
        String body = text.substring(mark.length());
        LineDelimiter lineEnd = body.contains("\r\n") ? LineDelimiter.CRLF : LineDelimiter.LF;
        Map<List<String>, Deque<String>> known = written(body);
        StringBuilder out = new StringBuilder(mark);
        for (List<String> row : rows) {
            Deque<String> same = known.getOrDefault(row, new ArrayDeque<>());
            String line = same.isEmpty() ? line(row, CsvSheet.separator(body), lineEnd) : same.remove();
            out.append(line).append(line.endsWith("\n") ? "" : lineEnd.toString());
        }
        return out.toString();
    }

    /** A row's texts without the blank ones at its end. */
    public static List<String> withoutBlankEnd(List<String> texts) {
        int size = texts.size();
        while (size > 0 && texts.get(size - 1).isEmpty()) {
            size--;
        }
        return List.copyOf(texts.subList(0, size));
    }

    private static Map<List<String>, Deque<String>> written(String body) {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvSheet.reader(body)) {
            csv.forEach(records::add);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to be read", e);
        }
        // A line ends where the reader says that the next one begins, as a cell may hold line ends of its own.
        List<String> lines = body.lines().toList();
        List<Integer> starts = new ArrayList<>();
        int at = 0;
        for (String line : lines) {
            starts.add(at);
            at = Math.min(body.length(), at + line.length());
            at += body.startsWith("\r\n", at) ? 2 : at < body.length() ? 1 : 0;
        }
        starts.add(body.length());
        Map<List<String>, Deque<String>> written = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            int first = (int) records.get(i).getStartingLineNumber() - 1;
            int next = i + 1 < records.size() ? (int) records.get(i + 1).getStartingLineNumber() - 1 : lines.size();
            written.computeIfAbsent(withoutBlankEnd(CsvSheet.texts(records.get(i))), key -> new ArrayDeque<>())
                    .add(body.substring(starts.get(first), starts.get(next)));
        }
        return written;
    }

    private static String line(List<String> row, char separator, LineDelimiter lineEnd) {
        StringWriter line = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(lineEnd)
                .build(line)) {
            csv.writeRecord(row.stream().map(CsvSheet::guarded).toList());
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to be written", e);
        }
        return line.toString();
    }
}
