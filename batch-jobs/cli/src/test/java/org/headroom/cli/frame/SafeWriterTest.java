package org.headroom.cli.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.headroom.model.Printable;
import org.junit.jupiter.api.Test;

/** Texts of others reach the terminal shown, never done. */
final class SafeWriterTest {
    private static final String EVIL = "\u001b]0;pwned\u0007\u001b[2J \u009b31m a\u202eb\u2066c\u200b \u007f\r x";

    @Test
    void whatMovesACursorOrTurnsTextIsShown() {
        StringWriter terminal = new StringWriter();
        PrintWriter safe = SafeWriter.over(new PrintWriter(terminal));
        safe.println(EVIL);
        safe.printf("%s%c", "ok", '\u001b');
        safe.write(new char[] {'x', '\u0008', 'y'}, 1, 2);
        safe.flush();
        assertThat(terminal.toString())
                .isEqualTo("\\u001b]0;pwned\\u0007\\u001b[2J \\u009b31m a\\u202eb\\u2066c\\u200b \\u007f\\u000d x"
                        + System.lineSeparator() + "ok\\u001b\\u0008y");
        assertThat(SafeWriter.over(safe)).isSameAs(safe);
    }

    @Test
    void everydayTextStaysAsItIs() {
        String text = "Zürich, Łódź, 東京 \uD83C\uDFED\ttwo\r\nlines\n";
        assertThat(Printable.text(text)).isSameAs(text);
        assertThat(Printable.line("two\nlines\t")).isEqualTo("two\\u000alines\\u0009");
    }
}
