package org.headroom.jobs.project;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts environment variables into a text written with <code>${NAME:-default}</code>, as a shell does. */
final class DefaultedText {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):-([^}]*)}");

    /** What the names of variables have that hold secrets. */
    private static final Pattern SECRET = Pattern.compile("PASSWORD|PASSWD|SECRET|TOKEN|CREDENTIAL|_KEY$");

    private DefaultedText() {}

    /** The first variable of a text that holds a secret by its name: what it becomes is shown in messages. */
    static Optional<String> findSecret(String text) {
        return VARIABLE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> SECRET.matcher(name).find())
                .findFirst();
    }

    /** An unset or empty variable gives the default. */
    static String expand(String text, Map<String, String> environment) {
        Matcher variable = VARIABLE.matcher(text);
        return variable.replaceAll(found -> {
            String value = environment.getOrDefault(found.group(1), "");
            return Matcher.quoteReplacement(value.isEmpty() ? found.group(2) : value);
        });
    }
}
