package org.headroom.jobs.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DefaultedTextTest {
    @Test
    void anUnsetOrEmptyVariableGivesTheDefault() {
        assertThat(DefaultedText.expand("${DATA:-../data}/x", Map.of())).isEqualTo("../data/x");
        assertThat(DefaultedText.expand("${DATA:-../data}/x", Map.of("DATA", "")))
                .isEqualTo("../data/x");
    }

    @Test
    void aValueIsTakenAsItIs() {
        assertThat(DefaultedText.expand("${DATA:-d}", Map.of("DATA", "C:\\data$1")))
                .isEqualTo("C:\\data$1");
    }

    @Test
    void aVariableOfASecretIsFoundByItsName() {
        assertThat(DefaultedText.findSecret("${HEADROOM_DATA:-data}/${PGPASSWORD:-x}"))
                .contains("PGPASSWORD");
        assertThat(DefaultedText.findSecret("${API_KEY:-x}")).contains("API_KEY");
        assertThat(DefaultedText.findSecret("${HEADROOM_DATA:-data}/${KEYS_OF_WEST:-x}"))
                .isEmpty();
    }

    @Test
    void everythingElseStays() {
        assertThat(DefaultedText.expand("a ${data:-x} $DATA ${DATA}", Map.of("DATA", "y")))
                .isEqualTo("a ${data:-x} $DATA ${DATA}");
    }
}
