package org.headroom.layers.describe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What stands between the fields of a CSV file, by its first line. */
final class DelimiterGuess {
    private static final int LONGEST_LINE = 1 << 16;
    private static final String CANDIDATES = ",;\t|";

    private DelimiterGuess() {}

    /** The sign that is most frequent outside quotes; a comma where none stands. */
    static char of(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(LONGEST_LINE);
        }
        int[] counts = new int[CANDIDATES.length()];
        boolean isQuoted = false;
        for (char c : new String(start, StandardCharsets.ISO_8859_1).toCharArray()) {
            if (!isQuoted && (c == '\n' || c == '\r')) {
                break;
            }
            isQuoted ^= c == '"';
            int candidate = CANDIDATES.indexOf(c);
            if (!isQuoted && candidate >= 0) {
                counts[candidate]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return CANDIDATES.charAt(best);
    }
}
