package org.headroom.rules.decision;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.util.StringUtils;

/**
 * What a row fills into the places {@code $1}, {@code $2} ... of the code above it: its parts between commas. Drools drops a part that has no
 * place, and leaves a place without a part as it stands; here both are errors.
 */
final class CellParts {
    private static final Pattern PLACE = Pattern.compile("\\$([0-9]{1,2})");
    private static final int LONGEST_SHOWN = 60;

    private CellParts() {}

    /**
     * What is wrong with a cell.
     *
     * @param message what is wrong
     * @param advice what to write instead
     */
    record Flaw(String message, String advice) {}

    /**
     * Empty when each part has its place.
     *
     * @param code of the column
     * @param cell of a row, not empty
     */
    static Optional<Flaw> find(String code, String cell) {
        int places = places(code);
        List<String> parts = places == 0 ? List.of() : StringUtils.splitConstraints(cell, false);
        if (parts.size() == places) {
            return Optional.empty();
        }
        String shown = cell.length() > LONGEST_SHOWN ? cell.substring(0, LONGEST_SHOWN) + "..." : cell;
        String message = "\"" + shown + "\" has " + parts.size() + (parts.size() == 1 ? " part" : " parts")
                + " between commas, but the code above takes " + (places == 1 ? "$1" : "$1 to $" + places);
        return Optional.of(new Flaw(
                message,
                parts.size() < places
                        ? "write " + places + " parts with a comma between each two"
                        : figure(parts).orElse("take out the commas that part nothing")));
    }

    /** The greatest number of a place; 0 where the code takes a cell as a whole, or one by one. */
    private static int places(String code) {
        int most = 0;
        if (!code.contains("$param") && !code.contains("forall")) {
            Matcher place = PLACE.matcher(code);
            while (place.find()) {
                most = Math.max(most, Integer.parseInt(place.group(1)));
            }
        }
        return most;
    }

    private static Optional<String> figure(List<String> parts) {
        String first = parts.get(0).strip();
        String second = parts.get(1).strip();
        if (!first.matches("-?[0-9]+") || !second.matches("[0-9]+")) {
            return Optional.empty();
        }
        boolean isThousand = second.length() == 3 && !first.matches("-?0");
        return Optional.of("write " + (isThousand ? first + second + " without a comma, or " : "") + first + "."
                + second + (isThousand ? " if a decimal point was meant" : " with a decimal point"));
    }
}
