package org.headroom.rules.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.headroom.model.NearestName;
import org.headroom.rules.check.Problems;
import org.headroom.rules.drl.Lexemes.Lexeme;
import org.headroom.rules.vocabulary.SiteFields;

/**
 * Reads a rule file that the parser has refused, by the form that a rule must have, and says in words where each rule leaves it first. It
 * refuses nothing by itself: what it finds nothing in stays refused.
 */
final class RuleOutline {
    private static final String FORM =
            "a rule has the form: rule \"name\" @source(\"...\") when $s: Site(...) then $s.bonus(2, \"reason\"); end";

    private static final List<String> KEYWORDS = List.of("rule", "when", "then", "end");
    private static final Map<String, String> OTHERS = Map.of(
            "not", "write not (...) inside the brackets of Site",
            "exists", "a rule sees one site; what is counted over other sites comes as a criterion of a module",
            "forall", "a rule sees one site; what is counted over other sites comes as a criterion of a module",
            "accumulate", "a rule sees one site; what is added up over other sites comes as a criterion of a module",
            "collect", "a rule sees one site; what is counted over other sites comes as a criterion of a module",
            "eval", "write the comparison itself into the brackets");

    private static final String QUOTES = "\u201C\u201D\u201E\u2018\u2019\u00AB\u00BB";

    private final RuleFile file;
    private final SiteFields fields;
    private final Lexemes lexemes;
    private int at;

    private RuleOutline(RuleFile file, SiteFields fields) {
        this.file = file;
        this.fields = fields;
        lexemes = new Lexemes(file.text());
    }

    /**
     * Adds a problem for each rule that leaves the form, or one for the file.
     *
     * @param place where the parser stopped, for what is not understood here either
     */
    static void explain(RuleFile file, SiteFields fields, Problems problems, RuleFile.Place place) {
        RuleOutline outline = new RuleOutline(file, fields);
        int before = problems.count();
        boolean isStrayTold = false;
        while (!outline.here().isEnd()) {
            String[] name = {""};
            int start = outline.at;
            try {
                outline.declaration(name);
            } catch (RuleSyntaxException e) {
                boolean isStray = name[0].isEmpty() && e.advice().equals(FORM);
                if (isStray && isStrayTold) {
                    outline.skipToRule(start);
                    continue;
                }
                isStrayTold |= isStray;
                problems.add(file.at(file.placeAt(e.at()))
                        .error(name[0], String.valueOf(e.getMessage()))
                        .withKind("syntax")
                        .withAdvice(e.advice()));
                outline.skipToRule(start);
            }
        }
        if (problems.count() == before) {
            String sign = outline.wordAt(place);
            problems.add(file.at(place)
                    .error(
                            sign.isEmpty()
                                    ? "the end of the file comes too early"
                                    : "\"" + sign + "\" has no place here")
                    .withKind("syntax")
                    .withAdvice(FORM));
        }
    }

    private String wordAt(RuleFile.Place place) {
        for (int i = 0; i < lexemes.size(); i++) {
            RuleFile.Place of = file.placeAt(lexemes.get(i).start());
            if (of.line() > place.line() || of.line() == place.line() && of.column() >= place.column()) {
                String text = lexemes.get(i).text();
                return text.length() > 40 ? text.substring(0, 40) + "..." : text;
            }
        }
        return "";
    }

    private Lexeme here() {
        return lexemes.get(at);
    }

    private Lexeme next() {
        return lexemes.get(at + 1);
    }

    private void skipToRule(int from) {
        at = Math.max(at, from + 1);
        while (!here().isEnd() && !(here().is("rule") && here().isFirst())) {
            at++;
        }
    }

    private void declaration(String[] name) throws RuleSyntaxException {
        Lexeme first = here();
        if (first.is("package") || first.is("import")) {
            at++;
            while (here().isWord() || here().is(".")) {
                at++;
            }
            at += here().is(";") ? 1 : 0;
        } else if (first.is("dialect")) {
            at += 2;
        } else if (first.is(";")) {
            at++;
        } else if (first.is("rule")) {
            at++;
            rule(first, name);
        } else {
            throw declared(first);
        }
    }

    private static RuleSyntaxException declared(Lexeme found) {
        String word = found.text().toLowerCase(Locale.ROOT);
        if (List.of("query", "function", "global", "declare", "template", "unit")
                .contains(word)) {
            return slip(found, "\"" + found.text() + "\" is not allowed in a policy", "write rules only");
        }
        if (word.equals("rule") || word.equals("rules") || isNear(word, "rule")) {
            return slip(found, "\"" + found.text() + "\" is no word of the rule language", "write rule");
        }
        for (String known : List.of("package", "import")) {
            if (!word.equals(found.text()) && word.equals(known) || isNear(word, known)) {
                return slip(found, "\"" + found.text() + "\" is no word of the rule language", "write " + known);
            }
        }
        if (word.equals("#")) {
            return slip(found, "\"#\" is not written in a rule", "a comment begins with //");
        }
        if (word.equals("end")) {
            return slip(found, "\"end\" ends no rule here", "take it out");
        }
        return slip(found, "\"" + found.text() + "\" stands where a rule should begin", FORM);
    }

    private void rule(Lexeme rule, String[] name) throws RuleSyntaxException {
        Lexeme named = here();
        if (QUOTES.indexOf(named.text().isEmpty() ? ' ' : named.text().charAt(0)) >= 0) {
            throw SignSlips.at(file.text(), named.start());
        }
        if (!named.isText() && !named.isWord() || named.is("when") || named.is("then")) {
            throw slip(named, "the rule has no name", "write rule \"name\", in straight quotes");
        }
        name[0] = named.isText() ? named.text().substring(1, named.text().length() - 1) : named.text();
        at++;
        header(named);
        String site = pattern();
        actions(site, rule);
    }

    private void header(Lexeme name) throws RuleSyntaxException {
        boolean isBare = name.isWord();
        while (!here().is("when")) {
            Lexeme found = here();
            if (found.is("@")) {
                annotation();
            } else if (found.is("Site") || next().is(":") || found.is("then") || found.is("end") || found.isEnd()) {
                throw slip(
                        found,
                        "\"when\" is missing in front of " + shown(found),
                        "write when on a line of its own above the condition");
            } else if (isNear(found.text(), "when")
                    || List.of("if", "where", "given").contains(found.text().toLowerCase(Locale.ROOT))) {
                throw slip(found, shown(found) + " is no word of the rule language", "write when");
            } else if (isBare && found.isWord() && !next().isText()) {
                throw slip(
                        name,
                        "the name of the rule is not in quotes",
                        "write rule \"" + name.text() + " " + found.text() + " ...\"");
            } else if (next().is("(")
                    && List.of("source", "gate", "effective", "expires").contains(found.text())) {
                throw slip(found, "\"@\" is missing in front of " + found.text(), "write @" + found.text() + "(...)");
            } else if (found.isWord()) {
                at++;
                value();
            } else if (found.is(",") || found.is(";") || found.is(":") || found.is("{")) {
                throw slip(found, shown(found) + " has no place behind the name of a rule", "take it out");
            } else {
                throw slip(found, shown(found) + " stands between the name of the rule and \"when\"", FORM);
            }
            isBare = false;
        }
        at++;
    }

    /** The value of an attribute: a text, a figure, or brackets. */
    private void value() {
        if (here().is("(")) {
            skipBrackets();
        } else if (here().isText()
                || Character.isDigit(
                        here().text().isEmpty() ? ' ' : here().text().charAt(0))
                || here().is("-")) {
            while (!here().isWord() && !here().isEnd() && !here().is("@")) {
                at++;
            }
        } else if (here().is("true") || here().is("false")) {
            at++;
        }
    }

    private void annotation() throws RuleSyntaxException {
        Lexeme sign = here();
        Lexeme name = next();
        if (!name.isWord() || name.is("when")) {
            throw slip(sign, "\"@\" stands alone", "write @source(\"...\")");
        }
        at += 2;
        if (here().is("(")) {
            for (int i = at; !lexemes.get(i).is(")"); i++) {
                char c = lexemes.get(i).text().isEmpty()
                        ? ' '
                        : lexemes.get(i).text().charAt(0);
                if (QUOTES.indexOf(c) >= 0) {
                    throw SignSlips.at(file.text(), lexemes.get(i).start());
                }
                if (lexemes.get(i).isEnd() || lexemes.get(i).is("when")) {
                    throw slip(
                            here(), "the bracket behind @" + name.text() + " is not closed", "write ) behind the text");
                }
            }
            skipBrackets();
        } else {
            String value = (here().is("=") || here().is(":") ? next() : here()).text();
            throw slip(
                    sign,
                    "@" + name.text() + " has no brackets",
                    "write @" + name.text() + "(" + (value.startsWith("\"") ? value : "\"...\"") + ")");
        }
    }

    private void skipBrackets() {
        int depth = 0;
        do {
            depth += here().is("(") ? 1 : here().is(")") ? -1 : 0;
            at++;
        } while (depth > 0 && !here().isEnd());
    }

    /** Returns the name to which the site is bound. */
    private String pattern() throws RuleSyntaxException {
        Lexeme first = here();
        String site = "";
        if (OTHERS.containsKey(first.text())) {
            throw slip(first, shown(first) + " has no place in a rule of a policy", OTHERS.get(first.text()));
        }
        if (first.is("then") || first.is("end") || first.isEnd()) {
            throw slip(first, "the rule has no condition", "write $s: Site(...) between when and then");
        }
        if (first.isWord() && next().is(":")) {
            site = first.text();
            at += 2;
        } else if (first.isWord() && next().is("Site")) {
            throw slip(
                    first,
                    "a colon is missing between " + first.text() + " and Site",
                    "write " + first.text() + ": Site(...)");
        }
        if (first.isWord() && next().is("=") && lexemes.get(at + 2).is("Site")) {
            throw slip(
                    next(),
                    "\"=\" stands between " + first.text() + " and Site",
                    "write " + first.text() + ": Site(...)");
        }
        Lexeme type = here();
        if (!type.is("Site")) {
            boolean isSite = type.text().equalsIgnoreCase("site") || isNear(type.text(), "Site");
            throw slip(
                    type,
                    isSite
                            ? shown(type) + " is written Site"
                            : shown(type) + " stands where the conditions should begin",
                    isSite ? "write $s: Site(...)" : "put the conditions into the brackets of $s: Site(...)");
        }
        at++;
        if (!here().is("(")) {
            throw slip(
                    type,
                    "behind Site stands " + shown(here()) + " and no bracket",
                    "write Site(...) with the conditions in it");
        }
        if (site.isEmpty()) {
            throw slip(type, "the site must be bound to a name", "write $s: Site(...)");
        }
        conditions(here());
        return site;
    }

    private void conditions(Lexeme open) throws RuleSyntaxException {
        at++;
        int depth = 1;
        while (true) {
            Lexeme found = here();
            if (found.isEnd() || found.isFirst() && KEYWORDS.contains(found.text())) {
                constraints(open.end(), found.start());
                throw slip(
                        open,
                        "the bracket that opens here is not closed before " + shown(found),
                        "write ) behind the last condition");
            }
            depth += found.is("(") ? 1 : found.is(")") ? -1 : 0;
            at++;
            if (depth == 0) {
                constraints(open.end(), found.start());
                behindPattern();
                return;
            }
        }
    }

    private void constraints(int start, int end) throws RuleSyntaxException {
        List<RuleSyntaxException> flaws = new ArrayList<>();
        ConditionParser.parse(file.text().substring(start, end), fields, flaws::add, doubt -> {});
        if (!flaws.isEmpty()) {
            throw moved(flaws.get(0), start);
        }
    }

    private static RuleSyntaxException moved(RuleSyntaxException e, int start) {
        return new RuleSyntaxException(start + e.at(), e.kind(), String.valueOf(e.getMessage()), e.advice());
    }

    private void behindPattern() throws RuleSyntaxException {
        Lexeme found = here();
        if (found.is("then")) {
            return;
        }
        if (found.is(";") || found.is(",")) {
            throw slip(found, shown(found) + " has no place behind the brackets of Site", "take it out");
        }
        if (found.is(")")) {
            throw slip(found, "a bracket is closed here that was not opened", "take it out");
        }
        if (isNear(found.text(), "then") || List.of("do", "so").contains(found.text())) {
            throw slip(found, shown(found) + " is no word of the rule language", "write then");
        }
        if (next().is(".")
                || found.is("end")
                || found.isEnd()
                || next().is("(") && found.isFirst() && !OTHERS.containsKey(found.text()) && !found.is("Site")) {
            throw slip(
                    found,
                    "\"then\" is missing in front of " + shown(found),
                    "write then on a line of its own above the action");
        }
        throw slip(
                found,
                "behind the brackets of Site stands " + shown(found),
                OTHERS.getOrDefault(found.text(), "put all conditions into the brackets of one $s: Site(...)"));
    }

    private void actions(String site, Lexeme rule) throws RuleSyntaxException {
        int start = here().end();
        at++;
        while (!here().is("end")) {
            Lexeme found = here();
            boolean isNextRule = found.isFirst() && (found.is("rule") || found.is("when"));
            if (found.isEnd() || isNextRule) {
                action(start, found.start(), site);
                throw slip(rule, "the rule has no end", "write end on a line of its own behind its last action");
            }
            if (found.isFirst() && found.isWord() && !next().is(".") && isNear(found.text(), "end")) {
                throw slip(found, shown(found) + " is no word of the rule language", "write end");
            }
            at++;
        }
        action(start, here().start(), site);
        at++;
    }

    private void action(int start, int end, String site) throws RuleSyntaxException {
        try {
            ActionParser.parse(file.text().substring(start, end).stripTrailing(), site, fields);
        } catch (RuleSyntaxException e) {
            throw moved(e, start);
        }
    }

    /** Whether a word is a keyword in another case, or one misspelt. */
    private static boolean isNear(String word, String keyword) {
        return word.length() > 1
                && Math.abs(word.length() - keyword.length()) <= 2
                && !KEYWORDS.contains(word)
                && !word.equals(keyword)
                && NearestName.of(word, List.of(keyword)).isPresent();
    }

    private static String shown(Lexeme lexeme) {
        String text = lexeme.text();
        return text.isEmpty()
                ? "the end of the file"
                : "\"" + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + "\"";
    }

    private static RuleSyntaxException slip(Lexeme at, String message, String advice) {
        return new RuleSyntaxException(at.start(), "syntax", message, advice);
    }
}
