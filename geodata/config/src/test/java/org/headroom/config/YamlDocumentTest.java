package org.headroom.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlDocumentTest {
    private static YamlDocument parse(String text) {
        return YamlDocument.parse("a.yaml", FailureFamily.POLICY, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyKeyKnowsItsLine() {
        YamlDocument document = parse("# comment\na: 1\nb:\n  - x: 2\n  - {y/z: 3}\n");
        assertThat(document.line("/a")).isEqualTo(2);
        assertThat(document.line("/b/0/x")).isEqualTo(4);
        assertThat(document.line("/b/1/y~1z")).isEqualTo(5);
        assertThat(document.line("/b/1/unknown")).isEqualTo(5);
        assertThat(document.root().at("/b/0/x").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: [1, 2            | line 1",
                "a: 1\\nb: 2\\na: 3 | line 3",
                "a: &x 1\\nb: *x     | anchors, aliases and tags",
                "a: !!java.net.URL [x] | anchors, aliases and tags",
                "a: 1\\n---\\nb: 2   | a second YAML document"
            })
    void whatIsNotPlainDataIsRefusedWithItsLine(String text, String message) {
        assertThatThrownBy(() -> parse(text.replace("\\n", "\n")))
                .isInstanceOf(HeadroomException.class)
                .hasMessageStartingWith("a.yaml line ")
                .hasMessageContaining(message);
    }
}
