package org.headroom.report.safe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapingTest {
    private static final String HOSTILE = "</script><img src=x onerror=alert(1)>\"'`&<!--";

    @Test
    void aTextOpensNoElement() {
        StringBuilder out = new StringBuilder();
        Escaping.text(out, "\n " + HOSTILE);
        assertThat(out.toString()).isEqualTo(" &lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;\"'`&amp;&lt;!--");
    }

    @Test
    void aValueLeavesNoAttribute() {
        StringBuilder out = new StringBuilder();
        Escaping.attribute(out, HOSTILE);
        assertThat(out.toString())
                .isEqualTo("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&#96;&amp;&lt;!--");
    }

    @ParameterizedTest
    @ValueSource(strings = {HOSTILE, "line\u2028end\u2029", "]]>", "\\u003c/script>"})
    void dataEndNoElementAndStayWhatTheyAre(String text) throws IOException {
        StringWriter out = new StringWriter();
        ScriptJson json = new ScriptJson(out);
        json.key(text).text(text);
        json.end();
        assertThat(out.toString()).doesNotContain("<", ">", "&", "'", "\u2028", "\u2029");
        assertThat(new ObjectMapper().readTree(out.toString()).elements().next().asText())
                .isEqualTo(Plain.line(text));
    }

    @Test
    void marksThatTurnTheDirectionOfWritingAreShown() {
        assertThat(Plain.line(" a\u202Eb \n\t c\u0007 ")).isEqualTo("a\\u202eb c\\u0007");
    }

    @Test
    void whatIsNotKnownIsNull() {
        StringWriter out = new StringWriter();
        ScriptJson json = new ScriptJson(out);
        json.key("a").number(Double.NaN, 2);
        json.key("b").number(Double.POSITIVE_INFINITY, 2);
        json.key("c").number(-0.001, 2);
        json.key("d").number(84.24937, 3);
        json.key("e").number(1200, 3);
        json.end();
        assertThat(out.toString()).isEqualTo("{\"a\":null,\"b\":null,\"c\":0,\"d\":84.249,\"e\":1200}");
    }

    @Test
    void ownSourcesThatEndTheirElementAreRefused() {
        assertThatThrownBy(() -> new OwnSource("x = '</SCRIPT>'")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new OwnSource("").digest()).isEqualTo("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1234567.5|1|1,234,567.5", "-1234.4|0|-1,234", "-0.04|1|0.0", "999|0|999", "NaN|1|–"})
    void figuresAsPeopleReadThem(double value, int decimals, String text) {
        assertThat(Figures.fixed(value, decimals)).isEqualTo(text);
    }
}
