package org.headroom.rules.check;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Optional;

/**
 * Whether a person sees what the machine sees: signs that show as nothing, and letters that show as others (Unicode Technical Standard 39,
 * "Unicode Security Mechanisms"; CVE-2021-42574).
 */
public final class SeenText {
    /** Letters and marks that are drawn as nothing, besides the controls and formats that Unicode calls so. */
    private static final String DRAWN_AS_NOTHING = "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u2800\u3164\uFFA0";

    private static final int FIRST_VARIATION = 0xFE00;
    private static final int LAST_VARIATION = 0xFE0F;
    private static final int FIRST_FURTHER_VARIATION = 0xE0100;
    private static final int LAST_FURTHER_VARIATION = 0xE01EF;

    /** Cyrillic and Greek letters that look like Latin ones (confusables.txt of UTS 39, those of one letter each). */
    private static final String LIKE_LATIN =
            "\u0410\u0412\u0415\u0405\u0406\u0408\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u04AE"
                    + "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04BB\u0501\u051B\u051D\u04CF\u0474\u0475\u050C\u0492"
                    + "\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7\u03BF\u03BD\u03C1\u03C5\u03B9\u03B1\u03BA\u03F2";

    private SeenText() {}

    /** Whether a character shows as nothing, or changes how others are shown. Blanks, tabs and line ends do not count. */
    public static boolean isHidden(int code) {
        if (code == ' ' || code == '\t' || code == '\n' || code == '\r') {
            return false;
        }
        return switch (Character.getType(code)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE -> true;
            default ->
                DRAWN_AS_NOTHING.indexOf(code) >= 0
                        || code >= FIRST_VARIATION && code <= LAST_VARIATION
                        || code >= FIRST_FURTHER_VARIATION && code <= LAST_FURTHER_VARIATION;
        };
    }

    /** Whether a character that {@link #isHidden} is part of how some scripts are written, as the joiners of Persian are. */
    public static boolean isJoiner(int code) {
        return code == 0x200C || code == 0x200D;
    }

    /**
     * What is wrong with a text that is compared with data, in half a sentence; empty when it is what it looks like. A word of several scripts
     * is not, and neither is one of another script whose letters could all be Latin ones.
     */
    public static Optional<String> flaw(String text) {
        UnicodeScript script = UnicodeScript.COMMON;
        boolean isMixed = false;
        boolean isLikeLatin = true;
        int odd = 0;
        int code;
        for (int at = 0; at <= text.length(); at += Character.charCount(code)) {
            code = at < text.length() ? text.codePointAt(at) : ' ';
            if (isHidden(code) || Character.getType(code) == Character.SPACE_SEPARATOR && code != ' ') {
                return Optional.of("has " + named(code) + ", which cannot be seen for what it is");
            }
            if (Character.isLetter(code)) {
                if (!Normalizer.normalize(Character.toString(code), Normalizer.Form.NFKC)
                        .equals(Normalizer.normalize(Character.toString(code), Normalizer.Form.NFC))) {
                    return Optional.of("has " + named(code) + ", another form of a letter");
                }
                UnicodeScript own = UnicodeScript.of(code);
                if (own != UnicodeScript.COMMON && own != UnicodeScript.INHERITED) {
                    odd = own != UnicodeScript.LATIN && odd == 0 ? code : odd;
                    isMixed |= script != UnicodeScript.COMMON && script != own && isLatin(script, own);
                    isLikeLatin &= LIKE_LATIN.indexOf(code) >= 0;
                    script = own;
                }
            } else if (!Character.isDigit(code) && Character.getType(code) != Character.NON_SPACING_MARK) {
                if (odd != 0 && (isMixed || isLikeLatin)) {
                    return Optional.of("has " + named(odd) + ", which looks like a Latin letter and is none");
                }
                script = UnicodeScript.COMMON;
                isMixed = false;
                isLikeLatin = true;
                odd = 0;
            }
        }
        return Optional.empty();
    }

    private static boolean isLatin(UnicodeScript one, UnicodeScript other) {
        return one == UnicodeScript.LATIN || other == UnicodeScript.LATIN;
    }

    /** A character as its number and, where there is one, its name. */
    public static String named(int code) {
        String name = Character.getName(code);
        return "the character U+%04X".formatted(code) + (name == null ? "" : " (" + name + ")");
    }
}
