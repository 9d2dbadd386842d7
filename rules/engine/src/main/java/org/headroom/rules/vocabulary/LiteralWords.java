package org.headroom.rules.vocabulary;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.headroom.model.NearestName;
import org.headroom.model.SiteAttributes;

/** The words that a field of texts may hold, and what to write in place of one that it never holds. */
public final class LiteralWords {
    private static final String STATE = "stateCode";

    private LiteralWords() {}

    /**
     * What is wrong with a literal.
     *
     * @param message what is wrong
     * @param advice what to write instead; may be empty
     */
    public record Doubt(String message, String advice) {}

    /** The only words that a field may hold: labels of a category, or the vocabulary of an attribute; empty when any text is possible. */
    public static List<String> of(SiteField field) {
        if (!field.labels().isEmpty() || field.criterion()) {
            return field.labels();
        }
        return SiteAttributes.find(field.name())
                .map(attribute -> attribute.domain().words())
                .orElse(List.of());
    }

    /** Whether a text can be in a field; empty when it can. */
    public static Optional<Doubt> check(SiteField field, String literal) {
        List<String> words = of(field);
        if (!words.isEmpty() && !words.contains(literal)) {
            return Optional.of(new Doubt(
                    field.name() + " is never \"" + literal + "\"; it is one of " + String.join(", ", words),
                    NearestName.of(literal, words)
                            .map(name -> "did you mean \"" + name + "\"?")
                            .orElse("")));
        }
        if (field.name().equals(STATE) && !literal.matches("[A-Z]{2}")) {
            Optional<String> code = UsStates.code(literal);
            return Optional.of(new Doubt(
                    "stateCode is never \"" + literal + "\"; it is the code of a state, two capitals",
                    code.map(found -> "did you mean \"" + found + "\"?")
                            .orElse("write as in \"TX\"" + (isLower(literal) ? ", in capitals" : ""))));
        }
        return Optional.empty();
    }

    /**
     * What may be wrong with a text that can be in a field; empty when there is no doubt. States are open, as no project says in which country its
     * sites lie: a code that the United States do not have may be one of another country.
     */
    public static Optional<Doubt> doubt(SiteField field, String literal) {
        return field.name().equals(STATE) && literal.matches("[A-Z]{2}") && !UsStates.isCode(literal)
                ? Optional.of(
                        new Doubt("the United States have no state \"" + literal + "\"", meant(literal, all -> true)))
                : Optional.empty();
    }

    /**
     * What was meant by a text that no site has, as half a sentence; empty when nothing that sites have is near.
     *
     * @param seen what sites have in the field
     */
    public static String meant(SiteField field, String literal, Collection<String> seen) {
        String state = field.name().equals(STATE) && literal.length() == 2 && !UsStates.isCode(literal)
                ? meant(literal, seen::contains)
                : "";
        return state.isEmpty()
                ? NearestName.of(literal, seen)
                        .map(word -> "did you mean \"" + word + "\"?")
                        .orElse("")
                : state;
    }

    private static String meant(String code, Predicate<String> isPossible) {
        List<String> near = UsStates.near(code).stream().filter(isPossible).toList();
        return near.isEmpty() ? "" : near.stream().collect(Collectors.joining("\" or \"", "did you mean \"", "\"?"));
    }

    private static boolean isLower(String literal) {
        return !literal.equals(literal.toUpperCase(Locale.ROOT));
    }
}
