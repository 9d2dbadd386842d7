package org.headroom.cli.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.headroom.model.HeadroomException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterMessageTest {
    private static final String HOSTILE =
            "Zócalo <script>alert('x')</script> & \"Söhne\" | =2E\u2028 " + "long ".repeat(300);

    private static final Letter LETTER = new Letter(
            "Headroom us 2026-11-29: Zócalo Yard, "
                    + "a very long subject ".repeat(10).strip(),
            List.of(HOSTILE, "two", "three"),
            List.of("#", "site"),
            List.of(List.of("1", HOSTILE), List.of("2", ".")),
            List.of(new Letter.Part("Whom to call", List.of("From here", HOSTILE))),
            "/runs/2026-11-29-1/report/index.html");

    private static byte[] bytes(String... recipients) throws Exception {
        return new LetterMessage("Headroom <headroom@localhost>", List.of(recipients))
                .bytes(LETTER, LocalDate.of(2026, 11, 29), "07df2c1563dc");
    }

    @Test
    void isReadAsItWasMeant() throws Exception {
        byte[] bytes = bytes("\"Böss, The\" <boss@example.org>");
        Message read = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(bytes));
        assertThat(read.getSubject()).isEqualTo(LETTER.subject());
        assertThat(read.getTo().flatten().get(0).getName()).isEqualTo("Böss, The");
        assertThat(read.getDate()).isEqualTo("2026-11-29T00:00:00.000Z");
        assertThat(read.getMimeType()).isEqualTo("multipart/alternative");
        List<Entity> parts = ((Multipart) read.getBody()).getBodyParts();
        assertThat(parts).extracting(Entity::getMimeType).containsExactly("text/plain", "text/html");
        assertThat(text(parts.get(0))).contains(HOSTILE.strip(), "\r\n2  .\r\n", "  From here\r\n");
        assertThat(text(parts.get(1)))
                .contains("Zócalo &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;Söhne&quot;")
                .doesNotContain("<script");
    }

    private static String text(Entity part) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ((TextBody) part.getBody()).writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void keepsToWhatMailMayHold() throws Exception {
        byte[] bytes = bytes();
        String message = new String(bytes, StandardCharsets.UTF_8);
        assertThat(message).matches("(?s)[\\r\\n\\t\\x20-\\x7e]*").doesNotContainPattern("(?<!\\r)\\n");
        assertThat(message.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(998));
        assertThat(message.substring(message.indexOf("\r\n\r\n")).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(76));
        assertThat(message).contains("MIME-Version: 1.0\r\n").doesNotContain("\r\nTo:");
        assertThat(bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"boss", "", "a@b\r\nBcc: c@d", "<>"})
    void whatIsNoAddressIsRefused(String address) {
        assertThatThrownBy(() -> new LetterMessage(address, List.of()))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("is no address of a mailbox");
    }

    @Test
    void markdownShowsSignsAsTheyAre() {
        assertThat(String.join("\n", LetterMarkdown.lines(LETTER)))
                .contains("| 1 | Zócalo \\<script\\>", "\\|", "\n## Whom to call\n")
                .doesNotContainPattern("(?<!\\\\)[<&]");
    }
}
