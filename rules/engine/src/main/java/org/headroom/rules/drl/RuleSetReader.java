package org.headroom.rules.drl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;
import org.headroom.rules.fact.SiteFields;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Reads all rule files of a policy into checked rules. Nothing is compiled or run here. */
public final class RuleSetReader {
    private static final int MOST_RULES = 2_000;

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
            for (CheckedRule rule : read(file, fields, problems)) {
                CheckedRule numbered = rule.withIndex(rules.size());
                CheckedRule other = byName.putIfAbsent(rule.name(), numbered);
                if (other != null) {
                    problems.add(rule.problem("the name is taken by the rule at " + other.place())
                            .withKind("duplicate-name")
                            .withAdvice("give it another name"));
                }
                rules.add(numbered);
            }
        }
        if (rules.size() > MOST_RULES) {
            problems.add("drl", 0, "there are " + rules.size() + " rules; at most " + MOST_RULES + " are allowed");
        }
        return rules;
    }

    private static List<CheckedRule> read(RuleFile file, SiteFields fields, Problems problems) {
        int escape = file.text().indexOf("\\u");
        if (escape >= 0) {
            int line = 1
                    + (int) file.text()
                            .substring(0, escape)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            problems.add(file.path(), line, "the escape \\u is not allowed; write the character itself");
            return List.of();
        }
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr parsed;
        try {
            parsed = parser.parse(false, file.text());
        } catch (DroolsParserException e) {
            problems.add(file.path(), 0, "the file cannot be parsed: " + e.getMessage());
            return List.of();
        }
        if (parser.hasErrors()) {
            for (DroolsError error : parser.getErrors()) {
                int line = error.getLines().length == 0 ? 0 : Math.max(0, error.getLines()[0]);
                int column = error instanceof ParserError located ? Math.max(0, located.getCol() + 1) : 0;
                problems.add(PolicyProblem.error(file.path(), line, "syntax: " + firstLine(error.getMessage()))
                        .withColumn(column)
                        .withKind("syntax"));
            }
            return List.of();
        }
        if (parsed == null) {
            problems.add(file.path(), 0, "the file has no rule");
            return List.of();
        }
        return new RuleFileChecker(file, fields, problems).check(parsed);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("the file cannot be parsed");
    }
}
