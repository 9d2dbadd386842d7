package org.headroom.cli.frame;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.headroom.model.Printable;

/** Shows what could do something to a terminal, as {@link Printable} does. In JSON the shown form means the same character. */
final class SafeWriter extends FilterWriter {
    private SafeWriter(Writer to) {
        super(to);
    }

    /** A writer that flushes when the other does, at the end of each line or only when told to. */
    static PrintWriter over(PrintWriter to) {
        return to instanceof Safe ? to : new Safe(to);
    }

    /** The writer below, for texts of the program itself that may have colours. */
    static PrintWriter below(PrintWriter safe) {
        return safe instanceof Safe known ? known.to : safe;
    }

    private static final class Safe extends PrintWriter {
        private final PrintWriter to;

        Safe(PrintWriter to) {
            super(new SafeWriter(to));
            this.to = to;
        }

        @Override
        public void println() {
            // The writer below decides whether a finished line is shown at once.
            to.println();
        }
    }

    @Override
    public void write(int c) throws IOException {
        out.write(Printable.text(String.valueOf((char) c)));
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        write(new String(text, from, length), 0, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        out.write(Printable.text(text.substring(from, from + length)));
    }
}
