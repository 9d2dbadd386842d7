package org.headroom.runs.table;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Under which names the steps of a ramp are shown: the criterion of the first step, {@code rampMw1}, as {@code energisedMw2027} where that is its year.
 *
 * @param years the year of each step; empty without a ramp
 */
public record RampColumns(List<Integer> years) {
    /** Of a load that is wanted at once. */
    public static final RampColumns NONE = new RampColumns(List.of());

    private static final Pattern STEP = Pattern.compile("rampMw([1-9])");
    private static final String SHOWN = "energisedMw";

    public RampColumns {
        years = List.copyOf(years);
    }

    /** Whether a criterion is that of a step of some ramp. */
    static boolean isStep(String criterion) {
        return STEP.matcher(criterion).matches();
    }

    /** Name of the column of a step's criterion; empty for other criteria, and beyond the ramp. */
    Optional<String> shownAs(String criterion) {
        Matcher step = STEP.matcher(criterion);
        return step.matches() && Integer.parseInt(step.group(1)) <= years.size()
                ? Optional.of(SHOWN + years.get(Integer.parseInt(step.group(1)) - 1))
                : Optional.empty();
    }

    /** Criterion of the step that a column shows; empty for other columns. */
    Optional<String> criterionOf(String column) {
        for (int step = 0; step < years.size(); step++) {
            if (column.equals(SHOWN + years.get(step))) {
                return Optional.of("rampMw" + (step + 1));
            }
        }
        return Optional.empty();
    }

    /** Names of all columns of the ramp. */
    List<String> names() {
        return years.stream().map(year -> SHOWN + year).toList();
    }
}
