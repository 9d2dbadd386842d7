package org.headroom.runs.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RampColumnsTest {
    private static final PublishSpec ALL = new PublishSpec(Set.of("csv"), List.of()).growing(List.of(2027, 2029));

    @Test
    void aStepIsShownUnderItsYearAndNothingBeyondTheRamp() {
        RampColumns ramp = ALL.ramp();
        assertThat(ramp.shownAs("rampMw2")).contains("energisedMw2029");
        assertThat(ramp.shownAs("rampMw3")).isEmpty();
        assertThat(ramp.shownAs("score")).isEmpty();
        assertThat(ramp.criterionOf("energisedMw2027")).contains("rampMw1");
        assertThat(ramp.criterionOf("energisedMw2028")).isEmpty();
        assertThat(ramp.names()).containsExactly("energisedMw2027", "energisedMw2029");
    }

    @Test
    void stepsAreMeasuredAsFarAsTheyArePublished() {
        assertThat(ALL.isPublished("rampMw1")).isTrue();
        assertThat(ALL.isPublished("rampMw3")).isFalse();
        assertThat(new PublishSpec(Set.of("csv"), List.of()).isPublished("rampMw1"))
                .isFalse();
        PublishSpec chosen =
                new PublishSpec(Set.of("csv"), List.of(column("energisedMw2029"))).growing(List.of(2027, 2029));
        assertThat(chosen.isPublished("rampMw1")).isFalse();
        assertThat(chosen.isPublished("rampMw2")).isTrue();
    }

    private static PublishSpec.Column column(String of) {
        return new PublishSpec.Column(
                "A", of, OptionalInt.empty(), OptionalInt.empty(), false, Map.of(), Optional.empty(), Optional.empty());
    }
}
