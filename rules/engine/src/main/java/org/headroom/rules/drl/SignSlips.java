package org.headroom.rules.drl;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headroom.rules.vocabulary.OtherUnits;
import org.jspecify.annotations.Nullable;

/** Words for a sign that no rule has, and for what should stand in its place. */
final class SignSlips {
    private static final String NOT_WRITTEN = " is not written in a rule";

    /** Signs of printed text, and the ones that are meant. */
    private static final Map<Character, String> PRINTED = Map.ofEntries(
            Map.entry('\u2265', ">="),
            Map.entry('\u2A7E', ">="),
            Map.entry('\u2264', "<="),
            Map.entry('\u2A7D', "<="),
            Map.entry('\u2260', "!="),
            Map.entry('\uFF1D', "=="),
            Map.entry('\uFF1C', "<"),
            Map.entry('\uFF1E', ">"),
            Map.entry('\uFF08', "("),
            Map.entry('\uFF09', ")"),
            Map.entry('\uFF0C', ","),
            Map.entry('\uFF1B', ";"),
            Map.entry('\u2212', "-"),
            Map.entry('\u2013', "-"),
            Map.entry('\u2014', "-"),
            Map.entry('\u2227', "&&"),
            Map.entry('\u2228', "||"),
            Map.entry('\u00D7', "*"),
            Map.entry('\u00A0', "a plain space"),
            Map.entry('\u202F', "a plain space"),
            Map.entry('\u2009', "a plain space"),
            Map.entry('\u3000', "a plain space"));

    /** Signs in a row that are meant to compare or to join. */
    private static final Map<String, String> ROWS = Map.of(
            "===", "==", "=>", ">=", "=<", "<=", "=!", "!=", "<>", "!=", "!==", "!=", "&", "&&", "|", "||", "=", "==");

    private static final String QUOTES =
            "\u201C\u201D\u201E\u201F\u2018\u2019\u201A\u00AB\u00BB\u2033\u2032`\u00B4\uFF02";
    private static final Pattern IN_QUOTES =
            Pattern.compile("[" + QUOTES + "]([^" + QUOTES + "\"\n]{0,60})[" + QUOTES + "\"]");
    private static final Pattern IN_SINGLE = Pattern.compile("'([^'\n]{0,60})'");
    private static final Pattern ROW = Pattern.compile("===|!==|=>|=<|=!|<>|&(?!&)|\\|(?!\\|)|=(?!=)");
    private static final Pattern FIGURE_BEFORE = Pattern.compile("-?[0-9]+(\\.[0-9]+)?(?=\\s*\\z)");
    private static final Pattern SET_BEFORE = Pattern.compile("[$A-Za-z0-9]+\\.[A-Za-z0-9]+\\s*\\z");
    private static final Pattern POINTS_BEFORE = Pattern.compile("\\.(bonus|malus|tier)\\(\\s*([0-9.]+)\\s*\\z");

    /** Signs as the source of a page has them. */
    private static final Map<String, String> OF_PAGES = Map.of(
            "&gt;=", ">=", "&lt;=", "<=", "&gt;", ">", "&lt;", "<", "&amp;&amp;", "&&", "&amp;", "&&", "&quot;", "\"");

    private static final Pattern OR_EQUAL = Pattern.compile("([<>])\\s*or\\s*\\z");
    private static final Pattern CHANGE_BEFORE = Pattern.compile("[-+*/]\\z");

    private SignSlips() {}

    /** What is wrong at a place where no word, figure, text or known sign begins. */
    static RuleSyntaxException at(String text, int at) {
        char sign = text.charAt(at);
        String before = text.substring(Math.max(0, at - 60), at);
        Optional<RuleSyntaxException> found =
                Optional.ofNullable(quote(text, at)).or(() -> Optional.ofNullable(row(text, at, before)));
        if (found.isPresent()) {
            return found.get();
        }
        String printed = PRINTED.get(sign);
        if (printed != null) {
            return slip(at, shown(sign) + NOT_WRITTEN, "write " + printed);
        }
        return switch (sign) {
            case '%' -> percent(at, before);
            case '!' -> slip(at, "\"!\"" + NOT_WRITTEN + " before a condition", "write not (...)");
            case '\u00B0' -> degree(text, at, before);
            case '^' -> slip(at, "\"^\"" + NOT_WRITTEN, "work the figure out and write the result");
            case '$', '\u20AC', '\u00A3' ->
                slip(at, shown(sign) + NOT_WRITTEN, "write the figure alone; the field's name has the unit");
            case '#' -> slip(at, "\"#\"" + NOT_WRITTEN, "a comment begins with //");
            case '[', ']', '{', '}' -> slip(at, shown(sign) + NOT_WRITTEN, "write round brackets: ( and )");
            case ':' ->
                slip(
                        at,
                        "\":\"" + NOT_WRITTEN + " inside the brackets of Site",
                        "a condition is a field, a sign and a figure or text");
            case '~' -> slip(at, "\"~\"" + NOT_WRITTEN, "write == or !=");
            default ->
                slip(
                        at,
                        shown(sign) + " is not allowed here",
                        "take it out, or put the text that it belongs to in quotes");
        };
    }

    private static @Nullable RuleSyntaxException quote(String text, int at) {
        if (text.charAt(at) == '\'') {
            Matcher single = IN_SINGLE.matcher(text).region(at, text.length());
            return single.lookingAt()
                    ? slip(
                            at,
                            "the text " + single.group() + " stands in single quotes",
                            "write " + straight(single.group(1)))
                    : slip(at, "\"'\" is not allowed here", "texts stand in double quotes, as in \"TX\"");
        }
        if (QUOTES.indexOf(text.charAt(at)) < 0) {
            return null;
        }
        Matcher curly = IN_QUOTES.matcher(text).region(at, text.length());
        return slip(
                at,
                "the quotes " + text.charAt(at) + " are those of a word processor",
                curly.lookingAt()
                        ? "write " + straight(curly.group(1)) + " in straight quotes"
                        : "write straight quotes: \"");
    }

    private static String straight(String content) {
        return "\"" + content + "\"";
    }

    private static @Nullable RuleSyntaxException row(String text, int at, String before) {
        char last =
                before.isBlank() ? ' ' : before.strip().charAt(before.strip().length() - 1);
        if (text.charAt(at) == '=' && "<>=!".indexOf(last) >= 0) {
            boolean apart = before.endsWith(" ");
            String meant = last == '=' ? "==" : last + "=";
            return slip(
                    at,
                    apart ? "\"" + last + " =\" is two signs" : "\"" + meant + "=\" is no sign that compares",
                    "write " + meant + (apart ? " without a space" : ""));
        }
        Optional<String> ofPage = OF_PAGES.keySet().stream()
                .filter(written -> text.startsWith(written, at))
                .max(Comparator.comparing(String::length));
        if (ofPage.isPresent()) {
            return slip(
                    at,
                    "\"" + ofPage.get() + "\" is how the source of a page writes a sign",
                    "write " + OF_PAGES.get(ofPage.get()));
        }
        Matcher orEqual = OR_EQUAL.matcher(before);
        if (text.charAt(at) == '=' && orEqual.find()) {
            return slip(
                    at,
                    "\"" + orEqual.group().strip() + " =\" is no sign that compares",
                    "write " + orEqual.group(1) + "=");
        }
        Matcher row = ROW.matcher(text).region(at, text.length());
        if (!row.lookingAt()) {
            return null;
        }
        if (before.isBlank()
                || row.group().equals("=") && CHANGE_BEFORE.matcher(before).find()) {
            return slip(
                    at,
                    "\"" + row.group() + "\" has no place here",
                    "an action is called, as in $s.bonus(2, \"reason\"); a condition begins with a field");
        }
        String meant = ROWS.getOrDefault(row.group(), "");
        if (row.group().equals("=") && SET_BEFORE.matcher(before).find()) {
            return slip(
                    at,
                    "\"=\" sets something, which no rule can",
                    "an action is called, as in $s.bonus(2, \"reason\");");
        }
        boolean joins = meant.equals("&&") || meant.equals("||");
        return slip(
                at,
                "\"" + row.group() + (joins ? "\" does not join conditions" : "\" does not compare"),
                "write " + meant);
    }

    private static RuleSyntaxException degree(String text, int at, String before) {
        Matcher figure = FIGURE_BEFORE.matcher(before);
        boolean isFahrenheit =
                text.startsWith("F", at + 1) && figure.find() && figure.group().length() < 10;
        return slip(
                at,
                "\"\u00B0\"" + NOT_WRITTEN,
                isFahrenheit
                        ? OtherUnits.in(figure.group(), "F", "degC")
                                .map(celsius -> "write " + celsius + ", in degrees Celsius")
                                .orElse("")
                        : "write the figure alone; the field's name has the unit");
    }

    private static RuleSyntaxException percent(int at, String before) {
        Matcher points = POINTS_BEFORE.matcher(before);
        if (points.find()) {
            return slip(at, "points are no percentage", "write " + points.group(2));
        }
        Matcher figure = FIGURE_BEFORE.matcher(before);
        String found = figure.find() ? figure.group() : "";
        if (found.isEmpty() || found.length() > 9) {
            return slip(at, "\"%\"" + NOT_WRITTEN, "write a share as a fraction, 0.15 for 15 percent");
        }
        return slip(
                at,
                "\"" + found + "%\"" + NOT_WRITTEN,
                "write "
                        + new BigDecimal(found)
                                .movePointLeft(2)
                                .stripTrailingZeros()
                                .toPlainString() + " where the field is a fraction of 1, " + found
                        + " where its unit is %");
    }

    private static String shown(char sign) {
        boolean hasLook = !Character.isWhitespace(sign) && !Character.isSpaceChar(sign);
        return hasLook ? "\"" + sign + "\"" : "the blank U+%04X".formatted((int) sign);
    }

    private static RuleSyntaxException slip(int at, String message, String advice) {
        return new RuleSyntaxException(at, "syntax", message, advice);
    }
}
