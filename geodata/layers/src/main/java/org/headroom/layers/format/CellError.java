package org.headroom.layers.format;

import java.util.Set;

/**
 * A cell of a table that holds no value but says why. Immutable.
 *
 * @param shown what stands in the cell
 * @param problem what is wrong with it, without a full stop
 */
public record CellError(String shown, String problem) {
    private static final Set<String> ERRORS = Set.of(
            "#N/A",
            "#NULL!",
            "#DIV/0!",
            "#VALUE!",
            "#REF!",
            "#NAME?",
            "#NUM!",
            "#SPILL!",
            "#CALC!",
            "#GETTING_DATA",
            "#FIELD!",
            "#CONNECT!",
            "#BLOCKED!",
            "#UNKNOWN!");

    /** Whether a text is what a spreadsheet program writes where a formula has failed. */
    public static boolean isError(String text) {
        return !text.isEmpty() && text.charAt(0) == '#' && ERRORS.contains(text.strip());
    }

    /** The cell whose formula has failed. */
    public static CellError failed(String text) {
        return new CellError(text, "the cell holds an error of a spreadsheet, so its value is missing");
    }

    /** As it stands in the cell. */
    @Override
    public String toString() {
        return shown;
    }
}
