package org.headroom.model;

/**
 * Texts of others made safe to show on a terminal and in a log: control characters, which move the cursor or change the title, and marks that turn
 * the direction of writing or have no width (Boucher and Anderson, Trojan Source, 2021) are shown as {@code \}{@code u001b}.
 */
public final class Printable {
    private Printable() {}

    /** The text with all such characters shown, but for line ends and tabulators. */
    public static String text(String text) {
        return shown(text, false);
    }

    /** As {@link #text}, with line ends and tabulators shown, too: never more than one line. */
    public static String line(String text) {
        return shown(text, true);
    }

    private static String shown(String text, boolean asLine) {
        StringBuilder shown = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean safe = isSafe(c) || (!asLine && (c == '\n' || c == '\t' || isLineEnd(text, i)));
            if (!safe && shown == null) {
                shown = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (shown != null) {
                shown.append(safe ? String.valueOf(c) : String.format("\\u%04x", (int) c));
            }
        }
        return shown == null ? text : shown.toString();
    }

    private static boolean isLineEnd(String text, int at) {
        return text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
    }

    private static boolean isSafe(char c) {
        if (c < 0x7F) {
            return c >= ' ';
        }
        return c > 0x9F
                && c != '\u061C'
                && c != '\uFEFF'
                && !(c >= '\u200B' && c <= '\u200F')
                && !(c >= '\u2028' && c <= '\u202E')
                && !(c >= '\u2066' && c <= '\u2069');
    }
}
