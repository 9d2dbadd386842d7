package org.headroom.jobs.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.headroom.config.Problems;
import org.headroom.config.YamlDocument;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.LoadRequest;
import org.headroom.model.RampStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestReaderTest {
    @TempDir
    Path folder;

    @Test
    void aRampIsJudgedByItsLastStep() {
        LoadRequest request = read("{sector: data_center, ramp: [{year: 2027, mw: 50}, {year: 2029, mw: 200}]}");
        assertThat(request.requestedLoadMw()).isEqualTo(200);
        assertThat(request.ramp()).containsExactly(new RampStep(2027, 50), new RampStep(2029, 200));
        assertThat(read("{sector: data_center, loadMw: 100}")).isEqualTo(new LoadRequest("data_center", 100));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2029 | 200 | 2029 stands after 2029; the years of a ramp must rise",
                "2030 | 150 | 150.0 MW in 2030 are less than the 200.0 MW of 2029; the load of a ramp must not fall"
            })
    void aRampThatFallsIsRefusedWithItsPlace(int year, double loadMw, String message) {
        String ramp = "{sector: data_center, ramp: [{year: 2029, mw: 200}, {year: " + year + ", mw: " + loadMw + "}]}";
        assertThatThrownBy(() -> read(ramp))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("project.yaml line 1: request.ramp.1")
                .hasMessageContaining(message);
    }

    private LoadRequest read(String request) {
        try {
            Path file = Files.writeString(folder.resolve("project.yaml"), "request: " + request + "\n");
            YamlDocument document = YamlDocument.read(file, "project.yaml", FailureFamily.CONFIG);
            Problems problems = new Problems(document);
            LoadRequest read = new RequestReader(problems).read(document.root().path("request"));
            problems.throwIfAny("Correct it.");
            return read;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
