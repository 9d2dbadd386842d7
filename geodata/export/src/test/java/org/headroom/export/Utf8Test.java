package org.headroom.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class Utf8Test {
    @Property
    void writesWhatJavaWrites(@ForAll("texts") String text) {
        byte[] expected = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[expected.length];
        assertThat(Utf8.length(text)).isEqualTo(expected.length);
        assertThat(Utf8.put(text, out, 0, out.length)).isEqualTo(out.length);
        assertThat(out).isEqualTo(expected);
    }

    @Property
    void cutsOnlyBetweenCharacters(@ForAll("texts") String text, @ForAll @IntRange(max = 20) int limit) {
        byte[] out = new byte[limit];
        int end = Utf8.put(text, out, 0, limit);
        String kept = new String(Arrays.copyOf(out, end), StandardCharsets.UTF_8);
        assertThat(text).startsWith(kept);
        if (kept.length() < text.length()) {
            int next = text.codePointAt(kept.length());
            assertThat(end + Character.toString(next).getBytes(StandardCharsets.UTF_8).length)
                    .isGreaterThan(limit);
        }
    }

    @Test
    void whatUtf8CannotHoldBecomesAQuestionMark() {
        byte[] out = new byte[4];
        assertThat(Utf8.put("a\0\uD800b", out, 0, 4)).isEqualTo(4);
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
