package org.headroom.workbench.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.headroom.rules.spreadsheet.SheetFigures;

/**
 * The anchors of a value function as one text: {@code 0: 1; 5: 0.9; 20: 0.6}.
 *
 * @param at a measurement, a category or the name of a setting
 * @param value the figure that belongs to it
 */
record AnchorText(String at, String value) {
    /** Value functions whose anchors are pairs of figures. */
    static final Set<String> OF_PAIRS = Set.of("piecewiseLinear", "step");

    static String join(List<AnchorText> anchors) {
        return anchors.stream().map(a -> a.at + ": " + a.value).collect(Collectors.joining("; "));
    }

    /** @throws IllegalArgumentException saying what is wrong with it */
    static List<AnchorText> split(String valueFunction, String text) {
        List<AnchorText> anchors = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            String pair = part.strip();
            if (pair.isEmpty()) {
                continue;
            }
            int colon = pair.lastIndexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException(
                        "\"" + pair + "\" is not an anchor; write pairs such as 0: 1; 5: 0.9; 20: 0.6");
            }
            String at = pair.substring(0, colon).strip();
            anchors.add(new AnchorText(
                    OF_PAIRS.contains(valueFunction) ? SheetFigures.read(at) : at,
                    SheetFigures.read(pair.substring(colon + 1).strip())));
        }
        if (anchors.isEmpty()) {
            throw new IllegalArgumentException("there is no anchor; write pairs such as 0: 1; 5: 0.9; 20: 0.6");
        }
        return anchors;
    }
}
