package org.headroom.cli.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TableTest {
    private final StringWriter out = new StringWriter();

    @Test
    void alignsTextsAndNumbers() {
        Table table = new Table(">RANK", "SITE", ">SCORE");
        table.add("1", "Québec", "81.5");
        table.add("10", "A", "9.0");
        table.print(new PrintWriter(out, true));
        assertThat(out.toString().lines())
                .containsExactly("RANK  SITE    SCORE", "   1  Québec   81.5", "  10  A         9.0");
    }

    @Test
    void printsNothingWithoutRows() {
        new Table("A").print(new PrintWriter(out, true));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesARowOfAnotherLength() {
        assertThatThrownBy(() -> new Table("A", "B").add("1")).hasMessage("1 cells for 2 columns");
    }
}
