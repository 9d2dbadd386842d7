package org.headroom.model;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a person most likely meant. */
public final class NearestName {
    private NearestName() {}

    /**
     * The known name closest to what was written, by edit distance without regard to case (Levenshtein 1966); empty when none
     * is nearer than half the length of what was written. Ties go to the first in natural order. Else the one that begins with what was written, where
     * that has three letters or more and only one does: {@code min} for {@code minimum}.
     */
    public static Optional<String> of(String written, Collection<String> known) {
        String wanted = written.toLowerCase(Locale.ROOT);
        int limit = Math.max(2, written.length() / 2);
        return known.stream()
                .sorted()
                .map(name -> new Candidate(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(c -> c.distance <= limit)
                .min((a, b) -> Integer.compare(a.distance, b.distance))
                .map(Candidate::name)
                .or(() -> beginningWith(wanted, known));
    }

    private static Optional<String> beginningWith(String wanted, Collection<String> known) {
        List<String> found = known.stream()
                .filter(name ->
                        wanted.length() > 2 && name.toLowerCase(Locale.ROOT).startsWith(wanted))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** As a half sentence for messages: {@code "; did you mean \"x\"?"}, or empty. */
    public static String hint(String written, Collection<String> known) {
        return of(written, known).map(n -> "; did you mean \"" + n + "\"?").orElse("");
    }

    /**
     * Whether one of two different names is likely a slip for the other: a letter apart from four letters on, two apart from seven on. Names that
     * differ in their digits only are meant to differ.
     */
    public static boolean areOneSlipApart(String a, String b) {
        int letters = Math.min(a.length(), b.length());
        int most = letters < 4 ? 0 : letters < 7 ? 1 : 2;
        return !a.equals(b)
                && !a.replaceAll("-?[0-9]+", "").equals(b.replaceAll("-?[0-9]+", ""))
                && distance(a, b) <= most;
    }

    private record Candidate(String name, int distance) {}

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(swap, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
