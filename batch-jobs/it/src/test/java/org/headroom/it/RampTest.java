package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A load that grows: every site answers the MW that it has by each year. */
class RampTest {
    private static final String AT_ONCE = "loadMw: 100";
    private static final String RAMP = "ramp: [{year: 2027, mw: 50}, {year: 2028, mw: 100}, {year: 2031, mw: 150}]";

    @TempDir
    Path folder;

    @Test
    void eachYearOfTheRampHasItsColumn() {
        SampleProject project = new SampleProject(folder.resolve("copy")).project(text -> text.replace(AT_ONCE, RAMP));
        Map<String, Map<String, Object>> sites =
                Ranked.read(project.command(folder.resolve("out")).ranked()).bySiteId();
        assertThat(sites.values()).allSatisfy(site -> {
            assertThat(site).doesNotContainKeys("rampMw1", "rampMw4", "energisedMw2029");
            // The refit of a mine takes a year from June 2026, a new connection longer.
            assertThat(site).containsEntry("energisedMw2027", 0.0);
            assertThat((Double) site.get("energisedMw2028")).isBetween(0.0, 100.0);
            double last = (Double) site.get("energisedMw2031");
            boolean isThere = ((String) site.get("timeToPowerDateP50")).compareTo("2031-01-01") <= 0;
            assertThat(last).isGreaterThanOrEqualTo((Double) site.get("energisedMw2028"));
            assertThat(last == 150).isEqualTo(isThere);
        });
        assertThat(sites.values()).anySatisfy(site -> assertThat((Double) site.get("energisedMw2028"))
                .isPositive());
    }

    @Test
    void aYearThatTheRampLacksIsRefused() {
        String column = "publish: {columns: [{column: MW, of: energisedMw2029}]}\n";
        SampleProject project =
                new SampleProject(folder.resolve("copy")).project(text -> text.replace(AT_ONCE, RAMP) + column);
        Headroom.Result result = project.command(folder.resolve("out")).run();
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err()).contains("column MW shows \"energisedMw2029\", which there is not");
    }
}
