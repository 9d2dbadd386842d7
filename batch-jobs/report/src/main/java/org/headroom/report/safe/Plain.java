package org.headroom.report.safe;

import java.util.regex.Pattern;
import org.headroom.model.Printable;

/** Texts of others in one line: no control characters, no marks that turn the direction of writing. Safe for several threads. */
public final class Plain {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Plain() {}

    /** The text in one line, with blanks drawn together and unsafe characters shown, as in {@code \}{@code u202e}. */
    public static String line(String text) {
        return part(text).strip();
    }

    /** As {@link #line}, but a blank at its beginning or end stays: it stands between this text and another one. */
    static String part(String text) {
        return Printable.line(BLANKS.matcher(text).replaceAll(" "));
    }
}
