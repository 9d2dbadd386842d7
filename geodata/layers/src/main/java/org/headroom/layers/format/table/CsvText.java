package org.headroom.layers.format.table;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.headroom.layers.format.ReadOptions;
import org.headroom.layers.format.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a CSV file, behind a byte order mark and the line by which Excel is told the delimiter.
 *
 * @param reader stands before the first row
 * @param charset as the descriptor says
 * @param delimiter as that line says, else as the descriptor does
 */
record CsvText(Reader reader, Charset charset, char delimiter) {
    private static final int LOOKED_AT = 4096;
    private static final int BUFFER = 1 << 16;
    private static final String SEPARATOR_LINE = "sep=";

    /** The text of a file; whoever asks closes the reader. A SourceException when it is no text. */
    static CsvText open(Path file, ReadOptions options) throws IOException {
        String encoding = options.encoding();
        Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            in.mark(LOOKED_AT);
            byte[] start = in.readNBytes(LOOKED_AT);
            in.reset();
            Charset marked = marked(start);
            if (marked != null) {
                in.skipNBytes(marked == StandardCharsets.UTF_8 ? 3 : 2);
            } else if (!charset.name().startsWith("UTF-16") && !charset.name().startsWith("UTF-32")) {
                checkText(start);
            }
            Charset used = marked == null ? charset : marked;
            Reader reader = new BufferedReader(
                    new InputStreamReader(
                            in,
                            used.newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPORT)
                                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
                    BUFFER);
            return new CsvText(reader, used, delimiter(reader, options.delimiter()));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static @Nullable Charset marked(byte[] start) {
        if (start.length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF
                ? StandardCharsets.UTF_16BE
                : null;
    }

    /** Texts have no bytes of value 0; UTF-16 has one beside each letter of the Latin alphabet. */
    private static void checkText(byte[] start) throws SourceException {
        int[] zeros = new int[2];
        for (int i = 0; i < start.length; i++) {
            zeros[i % 2] += start[i] == 0 ? 1 : 0;
        }
        if (zeros[0] + zeros[1] == 0) {
            return;
        }
        int few = Math.min(zeros[0], zeros[1]);
        int many = Math.max(zeros[0], zeros[1]);
        if (few * 10 < many && many * 5 > start.length) {
            String name = zeros[1] == many ? "UTF-16LE" : "UTF-16BE";
            throw new SourceException(
                    "seems to be written in " + name + " without a byte order mark",
                    "Give source.encoding: " + name + ".");
        }
        throw new SourceException(
                "holds bytes of value 0 among its first, so it is no text", "Export it again, or check source.file.");
    }

    private static char delimiter(Reader reader, char otherwise) throws IOException {
        reader.mark(BUFFER);
        char[] start = new char[SEPARATOR_LINE.length() + 5];
        int count = 0;
        try {
            for (int read = 0; read >= 0 && count < start.length; count += Math.max(0, read)) {
                read = reader.read(start, count, start.length - count);
            }
        } catch (CharacterCodingException e) {
            // The rows are read from here on again, and tell where it stands.
            count = 0;
        }
        reader.reset();
        String text = new String(start, 0, count);
        boolean isQuoted = text.startsWith("\"");
        int at = SEPARATOR_LINE.length() + (isQuoted ? 1 : 0);
        int end = at + (isQuoted ? 2 : 1);
        boolean isLine = text.regionMatches(true, isQuoted ? 1 : 0, SEPARATOR_LINE, 0, SEPARATOR_LINE.length())
                && text.length() > end
                && (text.charAt(end) == '\n' || text.charAt(end) == '\r')
                && (!isQuoted || text.charAt(end - 1) == '"');
        if (!isLine) {
            return otherwise;
        }
        reader.skip(text.startsWith("\r\n", end) ? end + 2L : end + 1L);
        return text.charAt(at);
    }
}
