package org.headroom.rules.drl;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.headroom.model.NearestName;
import org.headroom.rules.check.Advice;
import org.headroom.rules.check.Problems;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.Condition;
import org.headroom.rules.rule.RuleAction;
import org.headroom.rules.rule.Validity;
import org.headroom.rules.vocabulary.SiteFields;
import org.jspecify.annotations.Nullable;

/** Holds one rule of a parsed file against the allow-list: what is not named here is refused. */
final class RuleFileChecker {
    private static final List<String> ANNOTATIONS = List.of("gate", "source", "effective", "expires");

    private final RuleFile file;
    private final SiteFields fields;
    private final Problems problems;
    private final SitePatterns patterns;
    private final RuleDescr rule;

    private RuleFileChecker(
            RuleFile file, SitePatterns patterns, SiteFields fields, Problems problems, RuleDescr rule) {
        this.file = file;
        this.fields = fields;
        this.problems = problems;
        this.patterns = patterns;
        this.rule = rule;
    }

    /** The rules of a file that passed, numbered from 0. */
    static List<CheckedRule> check(
            PackageDescr parsed, RuleFile file, SitePatterns patterns, SiteFields fields, Problems problems) {
        new PackageChecker(file, problems).check(parsed);
        List<CheckedRule> rules = new ArrayList<>();
        for (RuleDescr rule : parsed.getRules()) {
            CheckedRule checked = new RuleFileChecker(file, patterns, fields, problems, rule).check(rules.size());
            if (checked != null) {
                rules.add(checked);
            }
        }
        return rules;
    }

    private @Nullable CheckedRule check(int index) {
        String name = rule.getName();
        int before = problems.count();
        if (rule.getClass() != RuleDescr.class) {
            problem("a query is not allowed; write a rule");
            return null;
        }
        if (rule.getParentName() != null) {
            problem("\"extends\" is not allowed; write out the conditions");
        }
        if (!rule.getNamedConsequences().isEmpty()) {
            problem("a named consequence is not allowed; write another rule");
        }
        int salience = attributes();
        String gate = "";
        String source = "";
        boolean isSourceTold = false;
        boolean isGateTold = false;
        LocalDate effective = null;
        LocalDate expires = null;
        for (AnnotationDescr annotation : rule.getAnnotations()) {
            String value = annotationValue(annotation);
            isSourceTold |= NearestName.of(annotation.getName(), ANNOTATIONS)
                    .filter("source"::equals)
                    .isPresent();
            isGateTold |= annotation.getName().equalsIgnoreCase("gate");
            if (annotation.isDuplicated()) {
                problem(
                        placeOf(annotation),
                        "duplicate-name",
                        "@" + annotation.getName() + " stands twice, and one of the two would not count",
                        annotation.getName().equals("gate")
                                ? "write a rule for each gate"
                                : "write one that says it all");
            }
            if (!isText(annotation)) {
                problem(
                        placeOf(annotation),
                        "not-allowed",
                        "the value of @" + annotation.getName() + " must be one text in quotes",
                        "write it as in @" + annotation.getName() + "(\"...\")");
                continue;
            }
            switch (annotation.getName()) {
                case "gate" -> gate = gate(value);
                case "source" -> source = value;
                case "effective" -> effective = day(annotation, value);
                case "expires" -> expires = day(annotation, value);
                default ->
                    problem(
                            placeOf(annotation),
                            "not-allowed",
                            "the annotation @" + annotation.getName()
                                    + " is not allowed; only @gate, @source, @effective and @expires are",
                            Advice.nearest(annotation.getName(), ANNOTATIONS));
            }
        }
        if (source.isBlank() && !(isSourceTold && problems.count() > before)) {
            problem(
                    file.placeOf(rule),
                    "no-source",
                    "the rule needs a source",
                    "write @source(\"author, year\") below its name");
        }
        if (effective != null && expires != null && expires.isBefore(effective)) {
            problem(
                    file.placeOf(rule),
                    "dates",
                    "the rule expires on " + expires + ", before it takes effect on " + effective,
                    "");
        }
        PatternDescr pattern = pattern();
        Condition condition = pattern == null ? null : condition(pattern);
        List<RuleAction> actions = pattern == null ? List.of() : actions(pattern);
        if (!isGateTold || problems.count() == before) {
            gateAgrees(gate, actions);
        }
        return problems.count() > before || condition == null
                ? null
                : new CheckedRule(
                        index,
                        name,
                        file.at(file.placeOf(rule)),
                        gate,
                        source,
                        new Validity(effective, expires),
                        salience,
                        condition,
                        actions);
    }

    /** The parser does not always tell where an annotation stands. */
    private RuleFile.Place placeOf(AnnotationDescr annotation) {
        return file.placeOfWord("@" + annotation.getName(), rule.getLine());
    }

    private @Nullable LocalDate day(AnnotationDescr annotation, String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            problem(
                    placeOf(annotation),
                    "dates",
                    "@" + annotation.getName() + " is \"" + value + "\", which is no day",
                    PatternSlips.day(value)
                            .map(day -> "write the year first: @" + annotation.getName() + "(\"" + day + "\")")
                            .orElse("write it as in @" + annotation.getName() + "(\"2026-12-31\")"));
            return null;
        }
    }

    private int attributes() {
        int salience = 0;
        for (Map.Entry<String, AttributeDescr> entry : rule.getAttributes().entrySet()) {
            String value = entry.getValue().getValue();
            if (entry.getKey().equals("salience") && value.matches("-?[0-9]{1,6}")) {
                salience = Integer.parseInt(value);
            } else if (!entry.getKey().equals("dialect") || !value.equals("java")) {
                problem(
                        file.placeOfWord(entry.getKey(), rule.getLine()),
                        "not-allowed",
                        "the attribute " + entry.getKey() + " " + value
                                + " is not allowed; only salience with a whole number and dialect \"java\" are",
                        PatternSlips.attribute(entry.getKey(), value));
            }
        }
        return salience;
    }

    private String gate(String name) {
        if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
            String small = name.toLowerCase(Locale.ROOT).strip().replaceAll("[^a-z0-9]+", "-");
            problem(
                    file.placeOfWord("@gate", rule.getLine()),
                    "not-allowed",
                    "the gate name \"" + name + "\" must be 1 to 40 small letters, digits and hyphens",
                    small.matches("[a-z][a-z0-9-]{0,39}") ? "write @gate(" + small + ")" : "");
        }
        return name;
    }

    /** Whether an annotation holds one text or one word, and nothing of the rule language. */
    private static boolean isText(AnnotationDescr annotation) {
        if (!annotation.hasValue()) {
            return true;
        }
        if (annotation.getValueMap().size() != 1
                || !(annotation.getValueMap().get("value") instanceof String value)
                || value.isEmpty()) {
            return false;
        }
        char quote = value.charAt(0);
        if (quote != '"' && quote != '\'') {
            return value.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_. ".indexOf(c) >= 0);
        }
        int at = 1;
        while (at < value.length() && value.charAt(at) != quote) {
            at += value.charAt(at) == '\\' ? 2 : 1;
        }
        return at == value.length() - 1;
    }

    private static String annotationValue(AnnotationDescr annotation) {
        String value = annotation.getSingleValueAsString();
        if (value == null) {
            return "";
        }
        boolean quoted = value.length() >= 2 && (value.startsWith("\"") || value.startsWith("'"));
        return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\([\"'\\\\])", "$1") : value;
    }

    private @Nullable PatternDescr pattern() {
        List<BaseDescr> parts = rule.getLhs().getDescrs();
        if (parts.size() != 1
                || parts.get(0).getClass() != PatternDescr.class
                || !(parts.get(0) instanceof PatternDescr pattern)) {
            int line = parts.isEmpty()
                    ? rule.getLine()
                    : parts.get(parts.size() - 1).getLine();
            problem(
                    file.placeOfLine(line > 0 ? line : rule.getLine()),
                    "not-allowed",
                    "a rule must have exactly one pattern, as in $s: Site(...); no other element is allowed",
                    PatternSlips.advice(parts));
            return null;
        }
        if (!"Site".equals(pattern.getObjectType())) {
            problem(pattern.getLine(), "a pattern of " + pattern.getObjectType() + " is not allowed; only Site is");
            return null;
        }
        if (pattern.getSource() != null
                || !pattern.getBehaviors().isEmpty()
                || pattern.isQuery()
                || pattern.isUnification()
                || !pattern.getAnnotations().isEmpty()) {
            problem(
                    file.placeOfLine(pattern.getLine()),
                    "not-allowed",
                    "\"from\", \":=\", windows and the like are not allowed; only $s: Site(...) is",
                    PatternSlips.advice(List.of(pattern)));
            return null;
        }
        String bound = pattern.getIdentifier();
        if (bound == null || !bound.matches("\\$?[a-zA-Z][A-Za-z0-9_]{0,30}")) {
            problem(pattern.getLine(), "the site must be bound to a name, as in $s: Site(...)");
            return null;
        }
        return pattern;
    }

    private @Nullable Condition condition(PatternDescr pattern) {
        Optional<SitePatterns.Inside> inside = patterns.between(pattern.getStartCharacter(), pattern.getEndCharacter());
        if (inside.isEmpty() || !pattern.getConstraint().getDescrs().isEmpty()) {
            problem(pattern.getLine(), "the pattern is not understood; write it as in $s: Site(kv > 1)");
            return null;
        }
        int start = inside.get().start();
        int before = problems.count();
        Set<String> told = new HashSet<>();
        List<Condition> parts = ConditionParser.parse(
                inside.get().of(file.text()),
                fields,
                flaw -> {
                    // The two ends of a range that is none are one slip.
                    if (told.add(String.valueOf(flaw.getMessage()).replaceAll("\"[<>=]+\"", ""))) {
                        problem(file.placeAt(start + flaw.at()), flaw);
                    }
                },
                doubt -> problems.add(file.at(file.placeAt(start + doubt.at()))
                        .doubt(rule.getName(), String.valueOf(doubt.getMessage()))
                        .withKind(doubt.kind())
                        .withAdvice(doubt.advice())));
        if (problems.count() == before && parts.isEmpty()) {
            problem(pattern.getLine(), "the rule has no condition, so it would hold for every site");
        }
        return problems.count() == before ? new Condition.And(parts) : null;
    }

    private List<RuleAction> actions(PatternDescr pattern) {
        String consequence = String.valueOf(rule.getConsequence());
        try {
            return ActionParser.parse(consequence, pattern.getIdentifier(), fields);
        } catch (RuleSyntaxException e) {
            problem(file.placeOfConsequence(rule.getConsequenceLine(), consequence, e.at()), e);
            return List.of();
        }
    }

    private void gateAgrees(String gate, List<RuleAction> actions) {
        if (actions.isEmpty()) {
            return;
        }
        boolean gates = actions.stream().anyMatch(a -> a.kind().isGate());
        boolean adjusts =
                actions.stream().anyMatch(a -> a.kind() == RuleAction.Kind.BONUS || a.kind() == RuleAction.Kind.MALUS);
        if (gates && gate.isEmpty()) {
            problem("a rule that excludes or makes conditional needs a gate, as in @gate(moratorium)");
        } else if (!gates && !gate.isEmpty()) {
            problem("the rule names the gate " + gate + ", but neither excludes nor makes conditional");
        } else if (gates && adjusts) {
            problem("a gate rule cannot also give points; write two rules");
        }
    }

    private void problem(String message) {
        problem(rule.getLine(), message);
    }

    private void problem(int line, String message) {
        problem(file.placeOfLine(line), "not-allowed", message, "");
    }

    private void problem(RuleFile.Place place, RuleSyntaxException e) {
        problem(place, e.kind(), String.valueOf(e.getMessage()), e.advice());
    }

    private void problem(RuleFile.Place place, String kind, String message, String advice) {
        problems.add(
                file.at(place).error(rule.getName(), message).withKind(kind).withAdvice(advice));
    }
}
