package org.headroom.rules.prior;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headroom.rules.file.PolicyYaml;

/** Reads whom to ask what, a line of the call list, which shows it as it stands but for the place. */
final class QuestionReader {
    /** What a line of the call list has room for. */
    private static final int LONGEST = 200;

    private static final Pattern BRACES = Pattern.compile("\\{+[^{}]*}*|}+");
    private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z][^<>]*>|&(?:[A-Za-z]+|#\\d+);|\\*\\*|]\\(");
    private static final String EXAMPLE =
            "such as \"Ask the utility that serves " + UnknownMeaning.PLACE + " for a load study\"";

    private QuestionReader() {}

    /** The question on one line; empty where there is none, or it is refused. */
    static String read(PolicyYaml unknown) {
        if (!unknown.has("ask")) {
            return "";
        }
        String ask = unknown.at("ask").text().replaceAll("\\s+", " ").strip();
        Optional<String> name = BRACES.matcher(ask)
                .results()
                .map(MatchResult::group)
                .filter(braces -> !braces.equals(UnknownMeaning.PLACE))
                .findFirst();
        Matcher markup = MARKUP.matcher(ask);
        if (ask.isEmpty()) {
            return refused(unknown, "the question is blank", "leave \"ask\" out, or write a question, " + EXAMPLE);
        }
        if (name.isPresent()) {
            return refused(
                    unknown,
                    "\"" + name.get() + "\" stands for nothing in a question",
                    "write " + UnknownMeaning.PLACE + ", which stands for the place, " + EXAMPLE);
        }
        if (!ask.contains(UnknownMeaning.PLACE)) {
            return refused(
                    unknown,
                    "the question does not say where",
                    "write " + UnknownMeaning.PLACE + " for the place, " + EXAMPLE);
        }
        if (markup.find()) {
            return refused(
                    unknown, "\"" + markup.group() + "\" in a question is shown as it stands", "write plain text");
        }
        if (ask.length() > LONGEST) {
            return refused(
                    unknown,
                    "the question has " + ask.length() + " characters",
                    "write at most " + LONGEST
                            + ", as the call list has a line for it; what explains it stands in \"reasoning\"");
        }
        return ask;
    }

    private static String refused(PolicyYaml unknown, String what, String advice) {
        unknown.at("ask").error(PriorReader.KIND, what, advice);
        return "";
    }
}
