package org.headroom.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write who know the matter and not YAML: the line, one sentence, and what to write. */
class YamlSlipTest {
    private static final String TABLE = """
            module: price
            criteria:
              - criterion: priceUsdPerMwh
                weight: 0.16
                value: {piecewiseLinear: [[30, 1.0], [150, 0]]}
                source: EIA, 2018
            """;

    /** Words of parsers, which tell a file's author nothing. */
    private static final Pattern PARSERS_WORDS =
            Pattern.compile("while (scanning|parsing)|expected|block mapping|scalar|token|Exception|reader|\\(TAB\\)");

    private static HeadroomException refusal(String text) {
        return catchThrowableOfType(
                HeadroomException.class,
                () -> YamlDocument.parse("a.yaml", FailureFamily.POLICY, text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            value = {
                "weight: 0.16 § weight:0.16 § 4 § a blank is missing behind the colon of weight § write weight: 0.16",
                "weight: 0.16 § weight = 0.16 § 4 § behind weight stands = in place of a colon § write weight: 0.16",
                "····weight: 0.16 § \\tweight: 0.16 § 4 § a tab stands where only blanks may § write blanks in its place",
                "····weight: 0.16 § ·····weight: 0.16 § 4 § the key here does not stand below the one that it belongs to § the same number of blanks",
                "····weight: 0.16 § ···weight: 0.16 § 4 § has other blanks in front than what it belongs to § the same number of blanks",
                "····weight: 0.16 § ····weight: 0.16\\n    weight: 0.2 § 5 § the key \"weight\" stands twice § take one out",
                "··- criterion § ·- criterion § 4 § does not stand below the one that it belongs to § the same number of blanks",
                "EIA, 2018 § EIA: Form 861 § 6 § a second colon stands in a text without quotes § put the whole text in one pair of quotes",
                "EIA, 2018 § \"EIA\", 2018 § 6 § something stands behind the closing quote of a text § put the whole text in one pair of quotes",
                "EIA, 2018 § \"EIA, 2018 § 6 § the text in quotes that begins here does not end § close it with another quote",
                "EIA, 2018 § @EIA 2018 § 6 § a text that begins with @ has no quotes § put the whole text in one pair of quotes",
                "EIA, 2018 § %EIA 2018 § 6 § a text that begins with % has no quotes § put the whole text in one pair of quotes",
                "EIA, 2018 § *EIA 2018 § 6 § anchors, aliases and tags are not allowed § a text that begins with &, * or ! stands in quotes",
                "EIA, 2018 § {EIA} of 2018 § 6 § a text that begins with { has no quotes § put the whole text in one pair of quotes",
                "EIA, 2018 § EIA table #3, 2018 § 6 § the text ends before #3, § put the whole text in one pair of quotes",
                "EIA, 2018 § &EIA Form 861 § 6 § anchors, aliases and tags are not allowed § a text that begins with &, * or ! stands in quotes",
                "{piecewiseLinear: [[30, 1.0], [150, 0]]} § piecewiseLinear: [[30, 1.0], [150, 0]] § 5 § a second key stands behind value on its line § put it in braces: value: {piecewiseLinear: [[30, 1.0], [150, 0]]}",
                "{piecewiseLinear: [[30, 1.0], [150, 0]]} § piecewiseLinear:\\n      - [30, 1.0] § 5 § a second key stands behind value on its line § write it on a line of its own",
                "EIA, 2018 § \"C:\\data\" § 6 § a backslash stands in a text in double quotes § write it twice",
                "[150, 0]] § [150, 0] § 5 § the bracket [ that opens here is not closed § write ] where it ends",
                "], [150 § ] [150 § 5 § a comma is missing in front of [150, 0]]} § write a comma there",
                "[150, 0]]} § [150, 0]] § 5 § the bracket { that opens here is not closed § write } where it ends",
                "[150, 0]]} § [150, 0]]]} § 5 § a bracket is closed here that was not opened § take ] out",
                "··- criterion § ··– criterion § 3 § an entry of a list begins with \"–\" § write a hyphen and a blank",
                "··- criterion § ··-criterion § 3 § a blank is missing behind the hyphen § write - and a blank",
                "module: price § <<<<<<< HEAD\\nmodule: price\\n=======\\nmodule: cost\\n>>>>>>> b § 1 § two versions of the file stand here § keep one",
            })
    void isToldByItsLine(String from, String to, int line, String message, String advice) {
        String slip = to.replace("\\n", "\n").replace("\\t", "\t").replace('·', ' ');
        HeadroomException told = refusal(TABLE.replace(from.replace('·', ' '), slip));
        assertThat(told).isNotNull();
        assertThat(told.getMessage()).startsWith("a.yaml line " + line + ": ").contains(message);
        assertThat(told.advice()).containsIgnoringCase(advice).endsWith(".");
    }

    @Test
    void commentsAreNoSlips() {
        for (String source : new String[] {"EIA, 2018 # checked", "\"EIA #3\" #4", "EIA#3", "EIA, 2018 ## 3"}) {
            assertThat(refusal(TABLE.replace("EIA, 2018", source))).as(source).isNull();
        }
        assertThat(refusal(TABLE.replace("weight: 0.16", "weight: 0.16 #was 0.2")))
                .isNull();
    }

    /** Whatever goes wrong in a file, nobody reads what a parser says of it. */
    @Test
    void noParserEverSpeaks() {
        SplittableRandom random = new SplittableRandom(7);
        String signs = " \n\"'(){}[]<>=!&|,.;:@$%#/\\0aZ\t-*?`";
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder(TABLE);
            for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
                int at = random.nextInt(text.length());
                int end = Math.min(text.length(), at + random.nextInt(4));
                text.replace(at, end, "" + signs.charAt(random.nextInt(signs.length())));
            }
            HeadroomException told = refusal(text.toString());
            if (told != null) {
                assertThat(told.getMessage()).as(text.toString()).doesNotContainPattern(PARSERS_WORDS);
                assertThat(told.getMessage()).as(text.toString()).doesNotContain("line 0");
            }
        }
    }
}
