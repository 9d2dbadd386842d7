package org.headroom.rules.drl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.ParserError;
import org.headroom.rules.check.Problems;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.vocabulary.SiteFields;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Reads all rule files of a policy into checked rules. Nothing is compiled or run here. */
public final class RuleSetReader {
    private static final int MAX_RULES = 2_000;

    /** The longest file takes a few seconds. */
    private static final Duration MAX_PARSING = Duration.ofSeconds(60);

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private RuleSetReader() {}

    /**
     * @param files in the policy's order
     * @param fields the vocabulary
     * @param problems takes every problem found
     * @return the rules that passed, numbered in order
     */
    public static List<CheckedRule> read(List<RuleFile> files, SiteFields fields, Problems problems) {
        List<CheckedRule> rules = new ArrayList<>();
        Map<String, CheckedRule> byName = new HashMap<>();
        for (RuleFile file : files) {
            Set<String> rows = new HashSet<>();
            for (CheckedRule rule : read(file, fields, problems)) {
                CheckedRule numbered = rule.withIndex(rules.size());
                String row = rule.place().cell().replaceFirst(".*[A-Z]", "");
                if (!row.isEmpty() && !rows.add(row)) {
                    problems.add(rule.problem("a second rule comes out of one row")
                            .withKind("not-allowed")
                            .withAdvice("write each rule in a row of its own"));
                }
                CheckedRule other = byName.putIfAbsent(rule.name(), numbered);
                if (other != null) {
                    problems.add(rule.problem("the name is taken by the rule at "
                                    + other.place().text())
                            .withKind("duplicate-name")
                            .withAdvice("give it another name"));
                }
                rules.add(numbered);
            }
        }
        if (rules.size() > MAX_RULES) {
            problems.add("drl", 0, "there are " + rules.size() + " rules; at most " + MAX_RULES + " are allowed");
        }
        RuleLimits.check(rules, problems);
        return rules;
    }

    private static List<CheckedRule> read(RuleFile raw, SiteFields fields, Problems problems) {
        String text = raw.text().startsWith(BYTE_ORDER_MARK) ? raw.text().substring(1) : raw.text();
        // The parser ends a line, and a comment, there too; all that looks at the text shall do the same.
        RuleFile file = new RuleFile(raw.path(), text.replaceAll("\r(?!\n)", "\n"), raw.origin());
        if (file.text().isBlank()) {
            problems.add(file.path(), 0, "the file has no rule");
            return List.of();
        }
        SitePatterns patterns = SitePatterns.of(file.text());
        Optional<RuleTextCheck.Flaw> flaw = RuleTextCheck.find(file.text(), patterns.blanked());
        if (flaw.isPresent()) {
            problems.add(file.origin()
                    .at(flaw.get().line(), flaw.get().column())
                    .error(flaw.get().message())
                    .withAdvice(flaw.get().advice()));
            return List.of();
        }
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        Optional<Optional<PackageDescr>> parsed;
        try {
            parsed = TimeLimit.run(MAX_PARSING, () -> Optional.ofNullable(parser.parse(false, patterns.blanked())));
        } catch (StackOverflowError e) {
            problems.add(file.path(), 0, "the file cannot be parsed: too many signs or brackets inside one another");
            return List.of();
        } catch (IllegalStateException e) {
            problems.add(file.path(), 0, "the file cannot be read as rules");
            return List.of();
        }
        if (parsed.isEmpty()) {
            problems.add(
                    file.path(),
                    0,
                    "the file is not parsed after " + MAX_PARSING.toSeconds()
                            + " s; look for brackets inside one another, or make several files of it");
            return List.of();
        }
        if (parser.hasErrors()) {
            RuleOutline.explain(
                    file, fields, problems, placeOf(parser.getErrors().get(0)));
            return List.of();
        }
        if (parsed.get().isEmpty()) {
            problems.add(file.path(), 0, "the file has no rule");
            return List.of();
        }
        return RuleFileChecker.check(parsed.get().get(), file, patterns, fields, problems);
    }

    /** The parser's own words are for programmers; the place is kept. */
    private static RuleFile.Place placeOf(DroolsError error) {
        int line = error.getLines().length == 0 ? 0 : Math.max(0, error.getLines()[0]);
        return new RuleFile.Place(line, error instanceof ParserError located ? Math.max(0, located.getCol() + 1) : 0);
    }
}
