package org.headroom.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.snakeyaml.error.Mark;
import com.fasterxml.jackson.dataformat.yaml.snakeyaml.error.MarkedYAMLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words for what people write in a YAML file that is none, and for what they can write instead. */
final class YamlSlips {
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.*)'");
    private static final Pattern CONFLICT = Pattern.compile("<{7}|={7}|>{7}");
    private static final Pattern BULLET = Pattern.compile("\\s*[\u2013\u2014\u2022\u00B7\u25CF*]\\s+[A-Za-z]+:");
    private static final Pattern DASH = Pattern.compile("\\s*-[A-Za-z][A-Za-z0-9]*: ");
    private static final Pattern ODD_BLANK = Pattern.compile(" *[\u00A0\u2002-\u200A\u202F\u3000]");
    private static final Pattern KEY_WITH_COLON = Pattern.compile("\\s*(?:- )?\"?([A-Za-z][\\w-]*)\"?:(?=\\S)(.*)");
    private static final Pattern KEY_WITH_SIGN = Pattern.compile("\\s*(?:- )?([A-Za-z][\\w-]*)\\s*=\\s*(.*)");
    private static final Pattern TEXT_WITH_COLON = Pattern.compile("\\s*(?:- )?[\\w-]+:\\s+\\S.*");
    private static final Pattern KEY_BEHIND_KEY =
            Pattern.compile("\\s*(?:- )?([A-Za-z][\\w-]*): +([a-z][\\w-]*: *(?:[\\[{].*|-?[0-9.]+)?)");
    private static final Pattern SIGN_IN_FRONT = Pattern.compile("(?:- |:\\s+)([@`%*&!|>?])");
    private static final Pattern WORDS_BEHIND_BRACE =
            Pattern.compile("\\s*(?:- )?[\\w-]+:\\s+\\{[^{}:]*}\\s*[\\p{L}\\d].*");
    private static final String OTHER_INDENT =
            "give the keys that belong together the same number of blanks in front, and what belongs to them two more";
    private static final String IN_QUOTES = "put the whole text in one pair of quotes";

    private final List<String> lines;

    private YamlSlips(String text) {
        lines = text.lines().toList();
    }

    /**
     * A slip.
     *
     * @param line from 1; 0 where it is not known
     * @param message what is wrong
     * @param advice what to write instead, without a full stop
     */
    record Slip(int line, String message, String advice) {}

    /** What is wrong with a text that cannot be read. */
    static Slip of(String text, JsonProcessingException failure) {
        YamlSlips slips = new YamlSlips(text);
        int line = failure.getLocation() == null
                ? 0
                : Math.max(0, failure.getLocation().getLineNr());
        return slips.conflict()
                .or(slips::signs)
                .or(() -> slips.duplicate(failure, line))
                .or(() -> failure instanceof MarkedYAMLException marked ? slips.marked(marked) : Optional.empty())
                .orElseGet(
                        () -> new Slip(
                                line,
                                "what stands here does not fit what stands before it",
                                "hold the blanks in front, the quotes, brackets and colons against those of a file that is read"));
    }

    private Optional<Slip> conflict() {
        for (int i = 0; i < lines.size(); i++) {
            if (CONFLICT.matcher(lines.get(i)).lookingAt()) {
                return Optional.of(new Slip(
                        i + 1,
                        "two versions of the file stand here, one below the other",
                        "keep one, and take out the lines of signs"));
            }
        }
        return Optional.empty();
    }

    /** Signs in front of a line that look like others; only a file that cannot be read is looked at so. */
    private Optional<Slip> signs() {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (BULLET.matcher(line).lookingAt()) {
                return slip(
                        i + 1,
                        "an entry of a list begins with \"" + line.strip().charAt(0) + "\"",
                        "write a hyphen and a blank");
            }
            if (DASH.matcher(line).lookingAt()) {
                return slip(i + 1, "a blank is missing behind the hyphen that begins an entry", "write - and a blank");
            }
            if (ODD_BLANK.matcher(line).lookingAt()) {
                return slip(i + 1, "a blank that a word processor writes stands in front", "write plain blanks");
            }
        }
        return Optional.empty();
    }

    private Optional<Slip> duplicate(JsonProcessingException failure, int line) {
        Matcher twice = DUPLICATE.matcher(String.valueOf(failure.getOriginalMessage()));
        return twice.lookingAt()
                ? Optional.of(new Slip(line, "the key \"" + twice.group(1) + "\" stands twice", "take one out"))
                : Optional.empty();
    }

    private Optional<Slip> marked(MarkedYAMLException failure) {
        String problem = String.valueOf(failure.getProblem());
        String context = String.valueOf(failure.getContext());
        int at = line(failure.getProblemMark());
        int start = line(failure.getContextMark());
        int column =
                failure.getProblemMark() == null ? 0 : failure.getProblemMark().getColumn();
        String before = before(at, column);
        if (problem.contains("TAB")) {
            return slip(at, "a tab stands where only blanks may", "write blanks in its place");
        }
        if (problem.contains("end of stream") && context.contains("quoted")) {
            return slip(start, "the text in quotes that begins here does not end", "close it with another quote");
        }
        if (problem.contains("escape character") || problem.contains("escape sequence")) {
            return slip(
                    at,
                    "a backslash stands in a text in double quotes",
                    "write it twice, or put the text in single quotes");
        }
        if (context.contains("simple key")) {
            return key(start);
        }
        if (before.matches(".*[^\\s:\\[{,][\"']") && !problem.contains("mapping values")) {
            return slip(
                    at,
                    "something stands behind the closing quote of a text",
                    IN_QUOTES + "; a \" within is written \\\"");
        }
        Matcher sign = SIGN_IN_FRONT.matcher(text(at));
        if (sign.find() && (problem.contains("cannot start") || sign.end() <= column)) {
            return slip(at, "a text that begins with " + sign.group(1) + " has no quotes", IN_QUOTES);
        }
        if (WORDS_BEHIND_BRACE.matcher(text(at)).matches()) {
            return slip(at, "a text that begins with { has no quotes", IN_QUOTES);
        }
        Matcher keys = KEY_BEHIND_KEY.matcher(text(at).stripTrailing());
        if (problem.contains("mapping values") && keys.matches()) {
            return slip(
                    at,
                    "a second key stands behind " + keys.group(1) + " on its line",
                    keys.group(2).endsWith(":")
                            ? "write it on a line of its own, with two more blanks in front"
                            : "put it in braces: " + keys.group(1) + ": {" + keys.group(2) + "}");
        }
        if (problem.contains("mapping values")) {
            return TEXT_WITH_COLON.matcher(before).matches()
                    ? slip(at, "a second colon stands in a text without quotes", IN_QUOTES)
                    : slip(at, "the key here does not stand below the one that it belongs to", OTHER_INDENT);
        }
        String found = found(at, column);
        if (found.matches("[\\]}].*") && !context.contains("flow")) {
            return slip(at, "a bracket is closed here that was not opened", "take " + found.charAt(0) + " out");
        }
        if (context.contains("flow")) {
            return flow(context, problem, start, at, column);
        }
        if (context.contains("block")) {
            return slip(at, "what stands here has other blanks in front than what it belongs to", OTHER_INDENT);
        }
        return Optional.empty();
    }

    /** A line in which a key should stand, and none is understood. */
    private Optional<Slip> key(int line) {
        Matcher colon = KEY_WITH_COLON.matcher(text(line));
        if (colon.matches()) {
            return slip(
                    line,
                    "a blank is missing behind the colon of " + colon.group(1),
                    "write " + colon.group(1) + ": " + colon.group(2));
        }
        Matcher sign = KEY_WITH_SIGN.matcher(text(line));
        if (sign.matches()) {
            return slip(
                    line,
                    "behind " + sign.group(1) + " stands = in place of a colon",
                    "write " + sign.group(1) + ": " + sign.group(2));
        }
        return slip(
                line,
                "the line has no key",
                "write a key, a colon and a blank in front, or give it the blanks of the text to which it belongs");
    }

    private Optional<Slip> flow(String context, String problem, int start, int at, int column) {
        boolean isList = context.contains("sequence");
        String close = isList ? "]" : "}";
        String found = found(at, column);
        if (found.startsWith("]") && !isList) {
            return slip(at, "a bracket is closed here that was not opened", "take ] out");
        }
        if (at != start || found.isEmpty() || found.startsWith("}") || problem.contains("stream end")) {
            return slip(
                    start,
                    "the bracket " + (isList ? "[" : "{") + " that opens here is not closed",
                    "write " + close + " where it ends");
        }
        return slip(
                at,
                "a comma is missing in front of " + (found.length() > 20 ? found.substring(0, 20) + "..." : found),
                "write a comma there, or " + close + " where the brackets end");
    }

    private Optional<Slip> slip(int line, String message, String advice) {
        return Optional.of(new Slip(line, message, advice));
    }

    private String text(int line) {
        return line > 0 && line <= lines.size() ? lines.get(line - 1) : "";
    }

    private String found(int line, int column) {
        return text(line).substring(Math.min(column, text(line).length())).strip();
    }

    private String before(int line, int column) {
        return text(line).substring(0, Math.min(column, text(line).length())).stripTrailing();
    }

    private static int line(Mark mark) {
        return mark == null ? 0 : mark.getLine() + 1;
    }
}
