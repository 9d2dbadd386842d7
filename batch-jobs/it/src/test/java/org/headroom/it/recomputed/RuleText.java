package org.headroom.it.recomputed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule as its text says it: conditions that must all hold, and what follows.
 *
 * @param name of the rule
 * @param gate whose rule it is; empty for none
 * @param conditions such as {@code nominalVoltageKv < 69}
 * @param actions a word, such as {@code exclude}, with its argument and the reason
 */
public record RuleText(String name, String gate, List<String> conditions, List<String[]> actions) {
    private static final Pattern RULE =
            Pattern.compile("rule \"([^\"]+)\"(.*?)^end$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern BODY = Pattern.compile("(.*)when\\s+\\$s: Site\\((.*)\\)\\s+then(.*)", Pattern.DOTALL);
    private static final Pattern GATE = Pattern.compile("@gate\\((\\w+)\\)");
    private static final Pattern ACTION = Pattern.compile("\\$s\\.(\\w+)\\(\"?([^\",)]+)\"?, \"([^\"]*)\"\\)");
    private static final Pattern CONDITION =
            Pattern.compile("(\\w+) (==|!=|<=|>=|<|>|in) (\"[^\"]*\"|-?[0-9.]+|\\(.*\\))");
    private static final Pattern BETWEEN_CONDITIONS = Pattern.compile(",(?![^(]*\\))");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*$");

    /** Holds, does not, or cannot be told. */
    public enum Truth {
        NO,
        UNKNOWN,
        YES
    }

    static List<RuleText> readAll(Path file) {
        String text;
        try {
            text = COMMENT.matcher(Files.readString(file)).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<RuleText> rules = new ArrayList<>();
        Matcher rule = RULE.matcher(text);
        while (rule.find()) {
            rules.add(read(rule.group(1), rule.group(2)));
        }
        if (rules.size() != text.split("(?m)^rule ", -1).length - 1) {
            throw new IllegalStateException("not all rules of " + file + " are understood here");
        }
        return rules;
    }

    private static RuleText read(String name, String text) {
        Matcher body = BODY.matcher(text);
        if (!body.matches() || text.contains("@effective") || text.contains("@expires")) {
            throw new IllegalStateException("the rule " + name + " is not understood here");
        }
        Matcher gate = GATE.matcher(body.group(1));
        List<String> conditions = new ArrayList<>();
        for (String condition : BETWEEN_CONDITIONS.split(body.group(2))) {
            if (!CONDITION.matcher(condition.strip()).matches()) {
                throw new IllegalStateException("the rule " + name + " asks for " + condition);
            }
            conditions.add(condition.strip());
        }
        List<String[]> actions = new ArrayList<>();
        Matcher action = ACTION.matcher(body.group(3));
        while (action.find()) {
            actions.add(new String[] {action.group(1), action.group(2), action.group(3)});
        }
        return new RuleText(name, gate.find() ? gate.group(1) : "", conditions, actions);
    }

    /** First argument of an action; empty when the rule has no such one. */
    String argument(String word) {
        return actions.stream()
                .filter(action -> action[0].equals(word))
                .map(action -> action[1])
                .findFirst()
                .orElse("");
    }

    /** The reasons of all actions. */
    List<String> reasons() {
        return actions.stream().map(action -> action[2]).toList();
    }

    /** Whether all conditions hold for a site, given what is known of it by name. */
    Truth holds(Function<String, Measured> site) {
        Truth all = Truth.YES;
        for (String condition : conditions) {
            Matcher parts = CONDITION.matcher(condition);
            if (!parts.matches()) {
                throw new IllegalStateException(condition);
            }
            Truth one = holds(site.apply(parts.group(1)), parts.group(2), parts.group(3));
            all = one.compareTo(all) < 0 ? one : all;
        }
        return all;
    }

    private static Truth holds(Measured known, String operator, String value) {
        if (!known.isKnown()) {
            return Truth.UNKNOWN;
        }
        if (!known.words().isEmpty()) {
            List<String> asked = List.of(value.replaceAll("[()\"]", "").split(", *"));
            long found = known.words().stream().filter(asked::contains).count();
            boolean isNot = operator.equals("!=");
            return found == 0
                    ? (isNot ? Truth.YES : Truth.NO)
                    : found < known.words().size() ? Truth.UNKNOWN : isNot ? Truth.NO : Truth.YES;
        }
        double limit = Double.parseDouble(value);
        boolean low = compare(known.low(), operator, limit);
        boolean high = compare(known.high(), operator, limit);
        return low && high ? Truth.YES : low || high ? Truth.UNKNOWN : Truth.NO;
    }

    private static boolean compare(double number, String operator, double limit) {
        return switch (operator) {
            case "<" -> number < limit;
            case "<=" -> number <= limit;
            case ">" -> number > limit;
            case ">=" -> number >= limit;
            default -> throw new IllegalStateException("numbers are not compared by " + operator + " here");
        };
    }
}
