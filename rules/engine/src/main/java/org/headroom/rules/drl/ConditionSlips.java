package org.headroom.rules.drl;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headroom.model.Criterion;
import org.headroom.model.NearestName;
import org.headroom.model.SiteAttributes;
import org.headroom.rules.rule.Operator;
import org.headroom.rules.vocabulary.LiteralWords;
import org.headroom.rules.vocabulary.OtherUnits;
import org.headroom.rules.vocabulary.SiteField;
import org.headroom.rules.vocabulary.SiteFields;
import org.jspecify.annotations.Nullable;

/** Words for what people write in a condition that is no comparison, and for what they can write instead. */
final class ConditionSlips {
    private static final String SYNTAX = "syntax";

    /** Words that stand for a sign that compares; the longest begin with the same one. */
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("is", "=="),
            Map.entry("equals", "=="),
            Map.entry("equal", "=="),
            Map.entry("eq", "=="),
            Map.entry("ne", "!="),
            Map.entry("isnt", "!="),
            Map.entry("gt", ">"),
            Map.entry("greater", ">"),
            Map.entry("more", ">"),
            Map.entry("over", ">"),
            Map.entry("above", ">"),
            Map.entry("exceeds", ">"),
            Map.entry("ge", ">="),
            Map.entry("gte", ">="),
            Map.entry("least", ">="),
            Map.entry("from", ">="),
            Map.entry("lt", "<"),
            Map.entry("less", "<"),
            Map.entry("fewer", "<"),
            Map.entry("below", "<"),
            Map.entry("under", "<"),
            Map.entry("le", "<="),
            Map.entry("lte", "<="),
            Map.entry("most", "<="),
            Map.entry("to", "<="));

    private static final Set<String> PARTS_OF_TEXTS = Set.of(
            "contains", "matches", "like", "startswith", "starts", "begins", "endswith", "ends", "str", "soundslike");
    private static final Set<String> UNKNOWN =
            Set.of("null", "unknown", "missing", "empty", "none", "na", "n/a", "blank", "");
    private static final Set<String> JOINING = Set.of("and", "or", "und", "oder", "y", "o", "et", "ou", "but");
    private static final Set<String> CALLED_UNKNOWN =
            Set.of("unknown", "isunknown", "missing", "ismissing", "isnull", "isempty", "isna");
    private static final Set<String> CALLED_KNOWN = Set.of("known", "isknown", "exists", "notnull", "has");

    /** Words in the place of a field, and what to do about them. */
    private static final Map<String, String> NO_FIELDS = Map.ofEntries(
            Map.entry("today", "write evaluationDate"),
            Map.entry("now", "write evaluationDate"),
            Map.entry("true", "write a comparison, as in nominalVoltageKv >= 69"),
            Map.entry("if", "take it out: conditions stand in the brackets as they are"),
            Map.entry("where", "take it out: conditions stand in the brackets as they are"),
            Map.entry("unless", "write not (...) with the condition in it"),
            Map.entry("nicht", "write not (...) with the condition in it"),
            Map.entry("no", "write not (...) with the condition in it"));

    private static final Set<String> NUMBER_WORDS = Set.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "twelve",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "seventy",
            "eighty",
            "ninety",
            "hundred",
            "thousand",
            "million",
            "half",
            "a",
            "an");

    private static final Pattern WITH_COMMA = Pattern.compile("\\s*(-?[0-9]{1,15}),([0-9]{1,15})\\s*");
    private static final Pattern THOUSAND_WITH_POINT = Pattern.compile("-?[1-9][0-9]{0,2}\\.000");
    private static final Pattern FIGURE_WITH_UNIT = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)\\s*([A-Za-z/%]*)");

    private static final Map<String, Integer> ZEROS = Map.of("thousand", 3, "k", 3, "million", 6, "billion", 9);

    private ConditionSlips() {}

    /** What is wrong with a token that should begin one side of a comparison, and is neither a name, a figure nor a text. */
    static RuleSyntaxException start(Token found) {
        if (found.kind() == Token.Kind.END || found.is(",")) {
            return slip(
                    found,
                    "a condition is missing here",
                    "take out the comma, && or || that leads to it, or write one more");
        }
        if (isComparison(found)) {
            return slip(
                    found,
                    "the field is missing in front of " + found.text(),
                    "write its name again before each comparison");
        }
        if (found.is(".") || found.is("+")) {
            return slip(
                    found,
                    "a figure begins with " + found.shown(),
                    found.is(".") ? "write 0 in front of the point, as in 0.5" : "write it without the sign");
        }
        if (found.kind() == Token.Kind.STRING) {
            return slip(
                    found,
                    "a text stands in brackets",
                    "several texts are compared by in, as in stateCode in (\"TX\", \"OK\"); one stands without brackets");
        }
        return new RuleSyntaxException(
                found.at(), "expected the name of a criterion or site attribute, but found " + found.shown());
    }

    /** What is wrong with a name that no field has, where that is another thing than a name misspelt. */
    static Optional<RuleSyntaxException> noField(Token name, Tokens tokens) {
        if (name.text().equalsIgnoreCase("not")) {
            return Optional.of(
                    slip(name, name.shown() + " stands without brackets", "write not (...) with the condition in it"));
        }
        String word = name.text().toLowerCase(Locale.ROOT);
        if (tokens.peek(0).is("(")) {
            String inside =
                    tokens.peek(1).kind() == Token.Kind.NAME ? tokens.peek(1).text() : "publishedHeadroomMw";
            return Optional.of(slip(
                    name,
                    name.shown() + " stands in front of a bracket, and nothing can be called in a condition",
                    CALLED_UNKNOWN.contains(word)
                            ? "write " + inside + " is unknown"
                            : CALLED_KNOWN.contains(word) ? "write " + inside + " is known" : "name a field alone"));
        }
        if (NO_FIELDS.containsKey(word)) {
            return Optional.of(slip(name, name.shown() + " is no field", NO_FIELDS.getOrDefault(word, "")));
        }
        if (NUMBER_WORDS.contains(word)) {
            return Optional.of(slip(name, name.shown() + " is no figure", "write the figure in digits"));
        }
        return tokens.peek(0).is(".")
                ? Optional.of(slip(
                        name,
                        name.shown() + " and a point stand in front of a field",
                        "write the name of the field alone"
                                + (tokens.peek(1).kind() == Token.Kind.NAME
                                        ? ": " + tokens.peek(1).text()
                                        : "")))
                : Optional.empty();
    }

    /** Whether the next constraint is a figure or a text alone: behind one with a flaw the rest of that, as the millions of 2,000,000. */
    static boolean isLoneLiteral(Tokens tokens) {
        Token.Kind kind = tokens.peek().kind();
        return (kind == Token.Kind.NUMBER || kind == Token.Kind.STRING)
                && (tokens.peek(1).kind() == Token.Kind.END || tokens.peek(1).is(","));
    }

    /** Refuses a constraint that is the rest of a figure with a comma in it. */
    static void checkComma(Tokens tokens) throws RuleSyntaxException {
        if (isLoneLiteral(tokens)
                && tokens.peek().text().matches("[0-9]+")
                && tokens.before(1).is(",")
                && tokens.before(2).kind() == Token.Kind.NUMBER
                && tokens.before(2).text().matches("-?[0-9]+")) {
            throw comma(
                    tokens.before(2).text(), tokens.peek().text(), tokens.peek().at());
        }
    }

    /** What is wrong with two figures between which a comma stands that should not. */
    static RuleSyntaxException comma(String figure, String behind, int at) {
        boolean isThousand = behind.matches("[0-9]{3}") && figure.matches("-?[1-9][0-9]{0,2}");
        return new RuleSyntaxException(
                at,
                SYNTAX,
                "a comma stands in the figure " + figure + "," + behind + ", where commas part conditions",
                isThousand
                        ? "write thousands without commas, " + figure + behind + ", and a decimal point as a point, "
                                + figure + "." + behind
                        : "write " + figure + "." + behind);
    }

    /**
     * What is wrong behind one side of a comparison, where a sign that compares should stand and something else does.
     *
     * @param field null when the side is no field
     * @param isNot whether "not" stands before what was found
     */
    static RuleSyntaxException operator(@Nullable SiteField field, Token found, boolean isNot, Tokens tokens) {
        boolean isEnd = found.kind() == Token.Kind.END || found.kind() == Token.Kind.SIGN && !isComparison(found);
        if (field == null) {
            return isEnd
                    ? slip(found, "a figure or a text is compared with nothing", againWithField(found, tokens))
                    : slip(found, found.shown() + " does not compare", "write one of == != < <= > >=");
        }
        String name = field.name();
        String word = found.text().toLowerCase(Locale.ROOT);
        if (found.is(".")) {
            return slip(
                    found,
                    "a point stands behind " + name + ", and nothing can be called in a condition",
                    field.isNumber() ? "write the name alone" : "write " + name + " == \"...\" or startsWith \"...\"");
        }
        if (CALLED_UNKNOWN.contains(word)) {
            return slip(found, "\"is\" is missing in front of unknown", "write " + name + " is unknown");
        }
        if (isEnd) {
            return slip(
                    found,
                    name + " is not compared with anything",
                    "write as in " + name + (field.isNumber() ? " >= 1" : " == \"" + example(field) + "\""));
        }
        if (isNot) {
            return slip(
                    found,
                    "\"not\" stands in front of " + found.shown(),
                    "write != in place of ==, or not (...), or not in (...)");
        }
        if (found.kind() == Token.Kind.NUMBER || found.kind() == Token.Kind.STRING) {
            return slip(
                    found,
                    "a sign is missing between " + name + " and " + found.shown(),
                    "write one of == != < <= > >= between them");
        }
        if (word.equals("between")) {
            Token low = tokens.peek(0);
            Token high = tokens.peek(2);
            boolean isRange = low.kind() == Token.Kind.NUMBER && high.kind() == Token.Kind.NUMBER;
            return slip(
                    found,
                    found.shown() + " is no sign that compares",
                    "write " + (isRange ? low.text() : "40") + " <= " + name + " <= " + (isRange ? high.text() : "60"));
        }
        if (word.equals("in")) {
            return slip(found, found.shown() + " is written in small letters", "write in");
        }
        if (PARTS_OF_TEXTS.contains(word)) {
            return slip(
                    found,
                    found.shown() + " is no sign that compares",
                    "write " + name + " startsWith \"...\" for its beginning, or compare the whole text: " + name
                            + " == \"...\"");
        }
        String sign = sign(word, tokens);
        return sign.isEmpty()
                ? slip(
                        found,
                        "behind " + name + " stands " + found.shown() + ", which does not compare",
                        "write one of == != < <= > >= in")
                : slip(found, found.shown() + " is no sign that compares", "write " + sign);
    }

    /** The whole comparison, where what stands alone follows one: {@code stateCode == "TX" || "OK"}. */
    private static String againWithField(Token found, Tokens tokens) {
        int back = found.kind() == Token.Kind.END ? 1 : 2;
        Token joined = tokens.before(back + 1);
        Token field = tokens.before(back + 4);
        return (joined.is("||") || joined.is("&&")) && field.kind() == Token.Kind.NAME
                ? "write " + field.text() + " " + tokens.before(back + 3).text() + " " + written(tokens.before(back))
                        + ", as the field is named in each comparison"
                : "write as in nominalVoltageKv >= 69";
    }

    private static String written(Token token) {
        return token.kind() == Token.Kind.STRING ? "\"" + token.text() + "\"" : token.text();
    }

    /** What is wrong behind "is" or "is not", where unknown or known should stand. */
    static RuleSyntaxException is(SiteField field, Token is, boolean isNot, Tokens tokens) {
        if (isUnknown(tokens.peek())) {
            return unknown(tokens.peek(), field, isNot);
        }
        String sign = isNot ? "!=" : sign("is", tokens);
        return slip(is, is.shown() + " is followed by neither unknown nor known", "write " + sign);
    }

    /** The sign that words stand for, such as "is at least" or "greater than or equal to". */
    private static String sign(String word, Tokens tokens) {
        String sign = SIGNS.getOrDefault(word, "");
        boolean orEqual = false;
        for (int i = 0; i < 5 && tokens.peek(i).kind() == Token.Kind.NAME; i++) {
            String next = tokens.peek(i).text().toLowerCase(Locale.ROOT);
            if (next.equals("not") || word.equals("not")) {
                return "!=";
            }
            orEqual |= next.startsWith("equal") && sign.matches("[<>]");
            sign = sign.matches("[<>]=?") ? sign : SIGNS.getOrDefault(next, sign);
        }
        return word.equals("not") ? "!=" : orEqual ? sign + "=" : sign;
    }

    /** Refuses what a field is compared with where more can be said than that it does not fit. */
    static void checkOther(SiteField field, Token sign, Token other, SiteFields fields) throws RuleSyntaxException {
        String name = field.name();
        boolean isDay = SiteAttributes.isDay(name) || field.unit().equals(Criterion.DATE);
        RuleSyntaxException slip = null;
        if (other.kind() == Token.Kind.END || other.is(",") || other.is(")")) {
            slip = slip(other, "nothing stands behind " + name + " " + sign.text(), "write what it is compared with");
        } else if (sign.is("<") && other.is(">")) {
            slip = slip(sign, "\"<>\" does not compare", "write !=");
        } else if (isUnknown(other) && (other.kind() == Token.Kind.NAME || field.isNumber())) {
            slip = unknown(other, field, sign.is("!="));
        } else if (other.kind() == Token.Kind.NAME && other.text().matches("\\$[0-9]+") && field.isNumber()) {
            slip = slip(
                    other,
                    "a sign of money stands in front of the figure " + other.text(),
                    "write " + other.text().substring(1));
        } else if (!isDay && fields.find(other.text()).isEmpty()) {
            slip = field.isNumber() ? number(field, other) : text(field, other);
        }
        if (slip != null) {
            throw slip;
        }
    }

    private static @Nullable RuleSyntaxException number(SiteField field, Token literal) {
        if (literal.kind() == Token.Kind.NUMBER
                && THOUSAND_WITH_POINT.matcher(literal.text()).matches()) {
            String whole = literal.text().substring(0, literal.text().indexOf('.'));
            return slip(
                    literal,
                    literal.text() + " is " + whole + " and no thousand, as the point is a decimal point",
                    "write " + whole + "000 or " + whole);
        }
        Matcher comma = WITH_COMMA.matcher(literal.text());
        if (literal.kind() == Token.Kind.STRING && comma.matches()) {
            return comma(comma.group(1), comma.group(2), literal.at());
        }
        Matcher figure = FIGURE_WITH_UNIT.matcher(literal.text());
        return literal.kind() == Token.Kind.STRING && figure.matches()
                ? slip(
                        literal,
                        field.name() + " holds a number" + (field.unit().equals("1") ? "" : " in " + field.unit())
                                + ", but is compared with the text " + literal.shown(),
                        "write the figure without quotes" + (figure.group(2).isEmpty() ? "" : " and unit") + ": "
                                + figure.group(1))
                : null;
    }

    private static @Nullable RuleSyntaxException text(SiteField field, Token literal) {
        boolean isWord = literal.kind() == Token.Kind.NAME
                || literal.kind() == Token.Kind.NUMBER && field.kind() == SiteField.Kind.TEXT;
        return isWord
                ? slip(
                        literal,
                        field.name() + " holds a text, and " + literal.text() + " has no quotes",
                        "write \"" + word(field, literal.text()) + "\"")
                : null;
    }

    private static String word(SiteField field, String written) {
        List<String> words = LiteralWords.of(field);
        boolean isYes = written.equalsIgnoreCase("true") || written.equals("1");
        if (words.contains("YES") && (isYes || written.equalsIgnoreCase("false") || written.equals("0"))) {
            return isYes ? "YES" : "NO";
        }
        return NearestName.of(written, words).orElse(words.isEmpty() ? written : String.join("\" or \"", words));
    }

    /** What is wrong in the list behind "in": no bracket before it, or no comma within. */
    static RuleSyntaxException list(Token found, SiteField field, Token before, boolean isStart) {
        if (field.isNumber() && !found.is(",") && !isStart && before.kind() == Token.Kind.NUMBER) {
            return slip(
                    found,
                    "behind the figure " + before.text() + " in the list stands " + found.shown(),
                    "write a comma between figures, or a range: " + range(before, field, "115"));
        }
        return isStart && field.isNumber()
                ? slip(
                        found,
                        "behind in stands " + found.shown() + " and no bracket",
                        "write as in " + field.name() + " in (1, 2), or a range: " + range(found, field, "115"))
                : isStart
                        ? slip(
                                found,
                                "behind in stands " + found.shown() + " and no bracket",
                                "write as in " + field.name() + " in (\"A\", \"B\")")
                        : slip(
                                found,
                                "in the list behind in stands " + found.shown() + " without a comma before it",
                                found.kind() == Token.Kind.END
                                        ? "close the list with )"
                                        : "write a comma between two of its parts, and ) behind the last");
    }

    private static String range(Token low, SiteField field, String high) {
        return (low.kind() == Token.Kind.NUMBER ? low.text() : "69") + " <= " + field.name() + " <= " + high;
    }

    /** What is wrong where a list ends without a literal before its end. */
    static RuleSyntaxException listEnd(Token found, boolean isEmpty) {
        return slip(
                found,
                isEmpty ? "the list behind in is empty" : "a comma stands at the end of the list behind in",
                isEmpty ? "write as in (\"A\", \"B\")" : "take it out, or write one more behind it");
    }

    /** What is wrong with two figures and a hyphen between them, which would be worked out. */
    static RuleSyntaxException hyphen(Token low, Token high) {
        String second = high.text().replaceFirst("^-", "");
        return new RuleSyntaxException(
                low.at(),
                SYNTAX,
                "a hyphen between two figures takes the second from the first",
                low.text().matches("[12][0-9]{3}") && second.length() < 3
                        ? "write a day in quotes, as in \"" + low.text() + "-12-31\""
                        : "write a range as in " + low.text() + " <= nominalVoltageKv <= " + second);
    }

    /** What is wrong with what stands behind a whole comparison. */
    static RuleSyntaxException behind(Token found, Tokens tokens, SiteFields fields) {
        Token last = tokens.before(1);
        String word = found.text().toLowerCase(Locale.ROOT);
        if (found.kind() == Token.Kind.NAME && JOINING.contains(word)) {
            boolean isOr = word.startsWith("o");
            return slip(found, found.shown() + " does not join conditions", isOr ? "write ||" : "write && or a comma");
        }
        boolean begins = fields.find(found.text()).isPresent()
                && (isComparison(tokens.peek(1)) || tokens.peek(1).text().equals("in"));
        if (found.kind() == Token.Kind.NAME && begins) {
            return slip(
                    found,
                    "nothing joins " + found.text() + " to the condition before it",
                    "write a comma or && between them, or || if one is enough");
        }
        Optional<SiteField> compared = fields.find(tokens.before(3).text());
        if (last.kind() == Token.Kind.NUMBER
                && List.of("to", "bis", "until").contains(word)
                && tokens.peek(1).kind() == Token.Kind.NUMBER
                && compared.isPresent()) {
            return slip(
                    found,
                    "behind the figure " + last.text() + " stands " + found.shown(),
                    "write " + range(last, compared.get(), tokens.peek(1).text()));
        }
        if (last.kind() == Token.Kind.NUMBER && found.kind() == Token.Kind.NAME) {
            return unit(last, found, tokens, compared);
        }
        if (last.kind() == Token.Kind.NUMBER && found.kind() == Token.Kind.NUMBER) {
            return slip(
                    found,
                    "two figures stand side by side, " + last.text() + " and " + found.text(),
                    "write " + last.text() + found.text() + " if one figure was meant");
        }
        if (last.kind() == Token.Kind.NUMBER && isComparison(found)) {
            return slip(
                    found,
                    "a second comparison follows the figure " + last.text(),
                    "write two conditions, as in nominalVoltageKv >= 69, nominalVoltageKv < 115");
        }
        if (found.is(")")) {
            return slip(found, "a bracket is closed here that was not opened", "take it out, or open it with (");
        }
        if (found.is("(") || found.is(".")) {
            return slip(
                    found, "the sign " + found.shown() + " has no place here", "nothing can be called in a condition");
        }
        if (found.is(";")) {
            return slip(found, "a semicolon has no place in a condition", "write a comma, or take it out");
        }
        return slip(
                found,
                "behind a whole comparison stands " + found.shown(),
                "write && or a comma between two conditions, || between two of which one is enough");
    }

    private static RuleSyntaxException unit(Token figure, Token unit, Tokens tokens, Optional<SiteField> field) {
        Integer zeros = ZEROS.get(unit.text().toLowerCase(Locale.ROOT));
        String message = "behind the figure " + figure.text() + " stands " + unit.shown();
        if (zeros != null && figure.text().length() < 9 && figure.text().matches("-?[0-9.]+")) {
            return slip(
                    unit,
                    message,
                    "write "
                            + new BigDecimal(figure.text())
                                    .movePointRight(zeros)
                                    .toPlainString());
        }
        if (unit.text().matches("_[0-9_]+")) {
            return slip(unit, message, "write " + figure.text() + unit.text().replace("_", ""));
        }
        String whole =
                unit.text() + (tokens.peek(1).is("/") ? "/" + tokens.peek(2).text() : "");
        Optional<String> converted = field.filter(SiteField::isNumber)
                .filter(known -> figure.text().matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?"))
                .flatMap(known -> OtherUnits.in(figure.text(), whole, known.unit()));
        if (converted.isPresent()) {
            return slip(
                    unit,
                    message,
                    "write " + converted.get() + ", as "
                            + field.map(known -> known.name() + " is in " + known.unit())
                                    .orElse(""));
        }
        return slip(
                unit,
                message,
                field.filter(known -> known.isNumber() && !known.unit().equals("1"))
                        .map(known -> "write the figure alone; " + known.name() + " is in " + known.unit())
                        .orElse("write the figure alone"));
    }

    /** What is wrong where a bracket within a condition should be closed. */
    static RuleSyntaxException notClosed(Tokens tokens, int openedAt, SiteFields fields) {
        Token found = tokens.peek();
        return found.kind() == Token.Kind.END
                ? new RuleSyntaxException(
                        openedAt, SYNTAX, "the bracket that opens here is not closed", "write ) where it ends")
                : behind(found, tokens, fields);
    }

    private static RuleSyntaxException unknown(Token at, SiteField field, boolean isNot) {
        return slip(
                at,
                "nothing is compared with " + at.shown(),
                "write " + field.name() + " is " + (isNot ? "known" : "unknown"));
    }

    private static boolean isUnknown(Token token) {
        return (token.kind() == Token.Kind.NAME || token.kind() == Token.Kind.STRING)
                && UNKNOWN.contains(token.text().toLowerCase(Locale.ROOT));
    }

    private static boolean isComparison(Token token) {
        return token.kind() == Token.Kind.SIGN && Operator.find(token.text()).isPresent();
    }

    private static String example(SiteField field) {
        return LiteralWords.of(field).isEmpty() ? "..." : LiteralWords.of(field).get(0);
    }

    private static RuleSyntaxException slip(Token at, String message, String advice) {
        return new RuleSyntaxException(at.at(), SYNTAX, message, advice);
    }
}
