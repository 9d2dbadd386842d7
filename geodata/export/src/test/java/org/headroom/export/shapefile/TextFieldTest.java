package org.headroom.export.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.headroom.export.ExportColumn;
import org.junit.jupiter.api.Test;

class TextFieldTest {
    @Property
    void cutsOnlyBetweenCharacters(@ForAll("texts") String text, @ForAll @IntRange(max = 20) int limit) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int end = bytes.length > limit ? TextField.cut(bytes, limit) : bytes.length;
        String kept = new String(Arrays.copyOf(bytes, end), StandardCharsets.UTF_8);
        assertThat(text).startsWith(kept);
        if (kept.length() < text.length()) {
            int next = text.codePointAt(kept.length());
            assertThat(end + Character.toString(next).getBytes(StandardCharsets.UTF_8).length)
                    .isGreaterThan(limit);
        }
    }

    @Test
    void whatADbfCannotHoldBecomesAQuestionMark() {
        byte[] text = {'a', 0, '?', 'b'};
        TextField field = new TextField.OfBytes(
                ExportColumn.utf8("why", "1", "", 4, (row, out, at) -> {
                    System.arraycopy(text, 0, out, at, 4);
                    return 4;
                }),
                "WHY");
        field.plan(new Refusals());
        assertThat(field.width()).isEqualTo(4);
        byte[] out = new byte[4];
        field.format(0, 1, out, 0, 4);
        assertThat(new String(out, StandardCharsets.US_ASCII)).isEqualTo("a??b");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.integers()
                .between(1, Character.MAX_CODE_POINT)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .map(Character::toString)
                .edgeCases(config -> config.add("é", "京", "𝄞", "\u07FF", "\u0800"))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
