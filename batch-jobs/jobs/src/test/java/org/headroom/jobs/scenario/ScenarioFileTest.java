package org.headroom.jobs.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.headroom.model.HeadroomException;
import org.headroom.model.LoadRequest;
import org.headroom.model.RampStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFileTest {
    private static final LoadRequest OF_PROJECT = new LoadRequest("data_center", 100);

    @TempDir
    Path folder;

    private List<Scenario> read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("what-if.yaml"), text);
        return ScenarioFile.read(file, Map.of("conservative", Path.of("/shipped/conservative")));
    }

    @Test
    void whatAScenarioDoesNotSayIsAsInTheProject() throws IOException {
        Files.createDirectories(folder.resolve("own"));
        Files.writeString(folder.resolve("own/policy.yaml"), "policy: own");
        List<Scenario> scenarios = read("""
                scenarios:
                  - {name: as-it-is}
                  - {name: load-20, loadMw: 20, policy: conservative}
                  - {name: mining, sector: cryptocurrency_mining, policy: own, date: 2027-06-01}
                """);
        assertThat(scenarios).extracting(Scenario::name).containsExactly("as-it-is", "load-20", "mining");
        assertThat(scenarios.get(0).load(OF_PROJECT)).isEqualTo(OF_PROJECT);
        assertThat(scenarios.get(0).policy()).isEmpty();
        assertThat(scenarios.get(1).load(OF_PROJECT)).isEqualTo(new LoadRequest("data_center", 20));
        assertThat(scenarios.get(1).policy()).contains(Path.of("/shipped/conservative"));
        assertThat(scenarios.get(2).load(OF_PROJECT)).isEqualTo(new LoadRequest("cryptocurrency_mining", 100));
        LoadRequest growing =
                LoadRequest.growing("data_center", List.of(new RampStep(2027, 50), new RampStep(2029, 200)));
        assertThat(scenarios.get(1).load(growing)).isEqualTo(new LoadRequest("data_center", 20));
        assertThat(scenarios.get(2).load(growing).ramp()).isEqualTo(growing.ramp());
        assertThat(scenarios.get(2).policy()).contains(folder.resolve("own").toAbsolutePath());
        assertThat(scenarios.get(2).date()).contains(LocalDate.of(2027, 6, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: a, loadMW: 20} | unknown key \"loadMW\"; did you mean \"loadMw\"?",
                "{name: a, loadMw: twenty} | is the text \"twenty\", but must be a number",
                "{name: a, loadMw: 0} | is 0, but must be more than 0",
                "{name: a, loadMw: 100000} | is 100000, but must be 50000 or less",
                "{loadMw: 20} | the key \"name\" is missing",
                "{name: A B} | \"A B\" does not have the form",
                "{name: a, sector: mining} | \"mining\" is not one of data_center, cryptocurrency_mining",
                "{name: a, date: 2026-02-30} | \"2026-02-30\" is not a day like 2026-06-01",
                "{name: a, policy: conservativ} | is called \"conservativ\"; did you mean \"conservative\"?",
                "{name: first} | there is another scenario \"first\""
            })
    void aMistakeIsToldWithFileAndLine(String entry, String told) {
        assertThatThrownBy(() -> read("scenarios:\n  - {name: first}\n  - " + entry + "\n"))
                .isInstanceOf(HeadroomException.class)
                .hasMessageStartingWith("what-if.yaml line 3: ")
                .hasMessageContaining(told);
    }

    @Test
    void aFileThatIsNotThereIsToldByItsPath() {
        assertThatThrownBy(() -> ScenarioFile.read(folder.resolve("none.yaml"), Map.of()))
                .hasMessage("there is no file of scenarios " + folder.resolve("none.yaml"));
    }
}
