package org.headroom.rules.check;

import java.util.Collection;
import java.util.stream.Collectors;
import org.headroom.model.NearestName;

/** Words for what to write instead of an unknown name. */
public final class Advice {
    private static final int MAX_LISTED = 12;

    private Advice() {}

    /** The known name that was most likely meant; when none is near, the names there are, if they are few; else empty. */
    public static String nearest(String written, Collection<String> known) {
        return NearestName.of(written, known)
                .map(name -> "did you mean \"" + name + "\"?")
                .orElseGet(() -> known.isEmpty() || known.size() > MAX_LISTED
                        ? ""
                        : known.stream().sorted().collect(Collectors.joining(", ", "known are ", "")));
    }

    /** A sentence as what stands behind a semicolon: without its capital and its full stop. */
    public static String within(String sentence) {
        return sentence.isEmpty()
                ? ""
                : Character.toLowerCase(sentence.charAt(0))
                        + sentence.substring(1).replaceFirst("\\.$", "");
    }
}
