package org.headroom.cli.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableTest {
    private final StringWriter out = new StringWriter();

    @Test
    void alignsTextsAndNumbers() {
        Table table = new Table(">RANK", "SITE", ">SCORE");
        table.add("1", "Québec", "81.5");
        table.add("10", "A", "9.0");
        table.print(new PrintWriter(out, true), Optional.empty());
        assertThat(out.toString().lines())
                .containsExactly("RANK  SITE    SCORE", "   1  Québec   81.5", "  10  A         9.0");
    }

    @Test
    void whereATerminalHasNoRoomTextsTakeSeveralLines() {
        Table table = new Table("CAUSE", ">SCORE", "WHY");
        table.add("layer", "-1.250", "the wait of Dominion is 84 months, and no longer 46");
        table.add("rules", "+2.000", "short");
        table.print(new PrintWriter(out, true), Optional.of(40));
        assertThat(out.toString().lines())
                .containsExactly(
                        "CAUSE   SCORE  WHY",
                        "layer  -1.250  the wait of Dominion is",
                        "               84 months, and no longer",
                        "               46",
                        "rules  +2.000  short");
    }

    @Test
    void numbersAndShortWordsAreNeverBroken() {
        Table table = new Table("SITE", ">MW", "FILE");
        table.add("tx-milam-rockdale-01", "572.4", "/home/somebody/runs/2026-11-30-0/manifest.json");
        table.print(new PrintWriter(out, true), Optional.of(52));
        assertThat(out.toString().lines())
                .containsExactly(
                        "SITE                     MW  FILE",
                        "tx-milam-rockdale-01  572.4  /home/somebody/runs/202",
                        "                             6-11-30-0/manifest.json");
    }

    @Test
    void whatCannotFitStaysAsItIs() {
        Table table = new Table("SITE", ">MW", "NOTE");
        table.add("tx-milam-rockdale-01", "572.4", "one two three");
        table.print(new PrintWriter(out, true), Optional.of(25));
        assertThat(out.toString().lines()).contains("tx-milam-rockdale-01  572.4  one two three");
    }

    @Test
    void whereAllFitsNothingChanges() {
        Table table = new Table("A", "B");
        table.add("  one two", "three four");
        table.print(new PrintWriter(out, true), Optional.of(21));
        assertThat(out.toString().lines()).containsExactly("A          B", "  one two  three four");
    }

    @Test
    void printsNothingWithoutRows() {
        new Table("A").print(new PrintWriter(out, true), Optional.empty());
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesARowOfAnotherLength() {
        assertThatThrownBy(() -> new Table("A", "B").add("1")).hasMessage("1 cells for 2 columns");
    }
}
