package org.headroom.rules.vocabulary;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headroom.model.NearestName;
import org.headroom.model.SiteAttributes;

/** The words that a field of texts may hold, and what to write in place of one that it never holds. */
public final class LiteralWords {
    private static final String STATE = "stateCode";
    private static final String COUNTY = "jurisdictionCode";

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
        String several = several(field, literal);
        if (!several.isEmpty()) {
            return Optional.of(new Doubt("\"" + literal + "\" is one text with several words in it", several));
        }
        if (words.isEmpty() && !literal.isEmpty() && "*%".indexOf(literal.charAt(literal.length() - 1)) >= 0) {
            return Optional.of(new Doubt(
                    "a text is compared as it stands, letter for letter, and " + field.name() + " does not end in "
                            + literal.charAt(literal.length() - 1),
                    "write startsWith \"" + literal.substring(0, literal.length() - 1) + "\" for its beginning"));
        }
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

    /** What to write in place of one text with several words of the field in it; empty when it is none. */
    private static String several(SiteField field, String literal) {
        List<String> parts = Stream.of(literal.split("\\s*(?:[,;/|]|\\bor\\b|\\band\\b)\\s*"))
                .toList();
        List<String> words = of(field);
        boolean isState = field.name().equals(STATE);
        boolean areWords = parts.stream()
                .allMatch(part -> words.contains(part.toUpperCase(Locale.ROOT))
                        || isState && UsStates.isCode(part.toUpperCase(Locale.ROOT)));
        return parts.size() > 1 && areWords
                ? parts.stream()
                        .map(part -> "\"" + part.toUpperCase(Locale.ROOT) + "\"")
                        .collect(Collectors.joining(", ", "write " + field.name() + " in (", ")"))
                : "";
    }

    /**
     * What may be wrong with a text that can be in a field; empty when there is no doubt. States are open, as no project says in which country its
     * sites lie: a code that the United States do not have may be one of another country.
     */
    public static Optional<Doubt> doubt(SiteField field, String literal) {
        if (field.name().equals(COUNTY) && literal.matches("[0-9]{4}")) {
            return Optional.of(new Doubt(
                    "the codes of counties of the United States have five digits, and \"" + literal + "\" has four",
                    "did you mean \"0" + literal + "\"?"));
        }
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
