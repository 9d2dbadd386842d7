package org.headroom.rules.decision;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words for what people write in the cell of a condition that is more, or less, than the code above it takes, and for what they can write
 * instead: a cell cannot turn the code above it round.
 */
final class CellSlips {
    private static final Pattern CODE =
            Pattern.compile("([A-Za-z][A-Za-z0-9]*)\\s*(==|!=|<=|>=|<|>)?\\s*(\"?)(\\$param|\\$1)?\"?");
    private static final Pattern ANY = Pattern.compile("[-\u2013\u2014*]|any|all|n/a");
    private static final Pattern SIGNED =
            Pattern.compile("(>=|<=|=>|=<|==?|!=|<>|[<>\u2265\u2264\u2260])\\s*([^<>=]+)");
    private static final Pattern RANGE = Pattern.compile(
            "(-?[0-9.]{1,20})\\s*(?:[-\u2013\u2014]|to|bis|until|\\.\\.+|\u2026)\\s*([0-9][0-9.]{0,19})");
    private static final Pattern NOT = Pattern.compile("(?i)(?:not|except|nicht)\\s+(.+)");
    private static final Pattern WORDS = Pattern.compile("[A-Z_]{2,40}(?:(?:\\s*[,;/|]\\s*|\\s+or\\s+)[A-Z_]{2,40})+");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern APOSTROPHE = Pattern.compile("'(-?[0-9.]+)");

    private CellSlips() {}

    /**
     * What is wrong with a cell; empty where nothing of this kind is.
     *
     * @param code of the column
     * @param cell of a row, not empty
     */
    static Optional<CellParts.Flaw> find(String code, String cell) {
        if (cell.matches("=[^=].*|#[A-Z/0]+[!?A]")) {
            return flaw(
                    "\"" + cell + "\" is a formula of a spreadsheet, or what came of one",
                    "put the value itself there");
        }
        if (ANY.matcher(cell).matches()) {
            return flaw("\"" + cell + "\" asks nothing", "leave the cell blank: the row then does not ask it");
        }
        Matcher simple = CODE.matcher(code.strip());
        return simple.matches() ? ofOneFigure(code.strip(), simple, cell) : Optional.empty();
    }

    private static Optional<CellParts.Flaw> ofOneFigure(String code, Matcher simple, String cell) {
        String field = simple.group(1);
        boolean hasSign = simple.group(2) != null;
        Matcher signed = SIGNED.matcher(cell);
        if (signed.matches() && (hasSign || simple.group(4) == null)) {
            return flaw(
                    "\"" + cell + "\" begins with a sign that compares, and the code above is " + code,
                    hasSign
                            ? "write " + signed.group(2) + " alone, or another column for another sign"
                            : "write " + field + " $param above, and the sign in each row");
        }
        Matcher range = RANGE.matcher(cell);
        if (DAY.matcher(cell).matches() && simple.group(3).isEmpty()) {
            return flaw(
                    "\"" + cell + "\" is a day, of which a spreadsheet program makes what looks like one, such as 1-4",
                    "write the figure in a cell of the format Text; where a day is meant, write \"$param\" above, in quotes");
        }
        if (range.matches() && hasSign) {
            return flaw(
                    "\"" + cell + "\" is a range, and the code above takes one figure",
                    "write " + field + " >= $1, " + field + " < $2 above, and " + range.group(1) + ", " + range.group(2)
                            + " here");
        }
        Matcher not = NOT.matcher(cell);
        if (not.matches()) {
            return flaw(
                    "\"" + cell + "\" turns the code above round, which a cell cannot",
                    "write " + field + " != $param into the code of another column, and " + not.group(1) + " there");
        }
        if (WORDS.matcher(cell).matches() && simple.group(3).isEmpty()) {
            return flaw(
                    "\"" + cell + "\" has several words, and the code above compares with one",
                    "write " + field + " in ($param) above, and each word of a row in quotes: \""
                            + String.join("\", \"", cell.split("\\s*[,;/|]\\s*|\\s+or\\s+")) + "\"");
        }
        Matcher apostrophe = APOSTROPHE.matcher(cell);
        return apostrophe.matches()
                ? flaw("an apostrophe stands before the figure", "write " + apostrophe.group(1))
                : Optional.empty();
    }

    private static Optional<CellParts.Flaw> flaw(String message, String advice) {
        return Optional.of(new CellParts.Flaw(message, advice));
    }
}
