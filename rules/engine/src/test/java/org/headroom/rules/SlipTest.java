package org.headroom.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write who know the matter and not the language: one sentence each that names the sign and says what to write. */
class SlipTest {
    private static final String RULE = TestPolicy.HEAD
            + "rule \"r\"\n@source(\"test\")\nwhen\n    $s: Site(kv >= 69)\nthen\n    $s.bonus(1, \"x\");\nend\n";

    /** Words of parsers and of Java, which tell a policy's author nothing. */
    private static final Pattern PARSERS_WORDS = Pattern.compile("\\[ERR|viable|mismatched|[Tt]oken|Exception|drools");

    @TempDir
    private Path folder;

    private List<PolicyProblem> check(String drl) {
        new TestPolicy(folder).write("drl/rules.drl", drl);
        return Policy.check(folder, TestModule.vocabulary());
    }

    private void one(String drl, String expected) {
        List<PolicyProblem> found = check(drl);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).text()).startsWith("drl/rules.drl:").contains(expected);
        assertThat(found.get(0).text()).doesNotContainPattern(PARSERS_WORDS);
        assertThat(found.get(0).line()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            value = {
                "kv ≥ 69 § :7:17: rule \"r\": \"≥\" is not written in a rule; write >=",
                "kv => 69 § \"=>\" does not compare; write >=",
                "kv > = 69 § write >= without a space",
                "stateCode <> \"TX\" § \"<>\" does not compare; write !=",
                "stateCode = \"TX\" § \"=\" does not compare; write ==",
                "stateCode === \"TX\" § \"===\" is no sign that compares; write ==",
                "stateCode == “TX” § the quotes “ are those of a word processor; write \"TX\" in straight quotes",
                "stateCode == TX § TX has no quotes; write \"TX\"",
                "inFloodZone == true § write \"YES\"",
                "jurisdictionCode == 51107 § write \"51107\"",
                "stateCode is \"TX\" § \"is\" is followed by neither unknown nor known; write ==",
                "stateCode in [\"TX\"] § \"[\" is not written in a rule; write round brackets",
                "stateCode in (\"TX\" \"OK\") § \"OK\" without a comma before it",
                "kv is at least 69 § write >=",
                "kv == 69-115 § a hyphen between two figures takes the second from the first; write a range as in 69 <= nominalVoltageKv <= 115",
                "capacityAsOf < 2020-01-01 § write a day in quotes, as in \"2020-12-31\"",
                "capacityAsOf < \"7/4/2020\" § write the year first: \"2020-07-04\" or \"2020-04-07\"",
                "capacityAsOf < today - 730 days § \"today\" is no field; write evaluationDate",
                "kv >= 69 to 115 § write 69 <= kv <= 115",
                "kv in (69-115) § or a range: 69 <= kv <= 115",
                "kv > or = 69 § write >=",
                "kv &gt;= 69 § is how the source of a page writes a sign; write >=",
                "kv >= 69 et count > 1 § \"et\" does not join conditions; write && or a comma",
                "kv >= 69000 V § write 69, as kv is in kV",
                "distanceKm <= 10 miles § write 16.09, as distanceKm is in km",
                "distanceKm <= .5 § write 0 in front of the point",
                "distanceKm <= ten § \"ten\" is no figure; write the figure in digits",
                "unknown(kv) § write kv is unknown",
                "kv unknown § write kv is unknown",
                "stateCode == \"TX\" || \"OK\" § write stateCode == \"OK\", as the field is named in each comparison",
                "stateCode == (\"TX\", \"OK\") § several texts are compared by in",
                "stateCode == \"TX, OK\" § write stateCode in (\"TX\", \"OK\")",
                "stateCode in (\"TX\",) § a comma stands at the end of the list",
                "inFloodZone == 1 § write \"YES\"",
                "ban == true § write \"PASS\" or \"CONDITIONAL\" or \"FAIL\"",
                "name == \"Rock*\" § write startsWith \"Rock\" for its beginning",
                "kv between 69 and 115 § write 69 <= kv <= 115",
                "kv == null § nothing is compared with \"null\"; write kv is unknown",
                "kv != \"unknown\" § write kv is known",
                "name contains \"Lou\" § write name startsWith \"...\" for its beginning",
                "!(kv > 3) § \"!\" is not written in a rule before a condition; write not (...)",
                "not kv > 3 § write not (...) with the condition in it",
                "stateCode == 'TX' § the text 'TX' stands in single quotes; write \"TX\"",
                "stateCode in \"TX\", \"OK\" § behind in stands \"TX\" and no bracket",
                "kv >= 69 and count > 1 § \"and\" does not join conditions; write && or a comma",
                "kv >= 69 OR count > 1 § \"OR\" does not join conditions; write ||",
                "kv >= 69 & count > 1 § \"&\" does not join conditions; write &&",
                "kv >= 69 count > 1 § nothing joins count to the condition before it",
                "kv >= 69; count > 1 § a semicolon has no place in a condition; write a comma",
                "kv >= 69,, count > 1 § a condition is missing here",
                "kv >= 69 || >= 345 § the field is missing in front of >=",
                "kv 69 § a sign is missing between kv and \"69\"",
                "kv >= § nothing stands behind kv >=",
                "kv § kv is not compared with anything",
                "(kv >= 69 § the bracket that opens here is not closed",
                "kv >= 69)) § a bracket is closed here that was not opened",
                "distanceKm > 1,4 § a comma stands in the figure 1,4, where commas part conditions; write 1.4",
                "priceUsdPerMwh > 2,000 § write thousands without commas, 2000",
                "priceUsdPerMwh > 2,000,000 § thousands without commas",
                "priceUsdPerMwh > 2.000 § 2.000 is 2 and no thousand, as the point is a decimal point; write 2000 or 2",
                "priceUsdPerMwh > 2 000 § two figures stand side by side, 2 and 000; write 2000",
                "priceUsdPerMwh > $120 § write 120",
                "priceUsdPerMwh > 2 thousand § write 2000",
                "priceUsdPerMwh > 120 USD/MWh § behind the figure 120 stands \"USD\"; write the figure alone",
                "kv >= 69 kV § behind the figure 69 stands \"kV\"; write the figure alone; kv is in kV",
                "kv >= \"69 kV\" § write the figure without quotes and unit: 69",
                "count > 15% § \"15%\" is not written in a rule; write 0.15",
                "$s.kv >= 69 § write the name of the field alone: kv",
                "county == \"Loudoun\" § did you mean \"jurisdictionCode\"?",
                "score > 60 § a rule cannot read the score",
                "stateCode == \"Texas\" § it is the code of a state, two capitals; did you mean \"TX\"?",
                "stateCode == \"tx\" § did you mean \"TX\"?",
                "stateCode in (\"OK\", \"New Mexco\") § did you mean \"NM\"?",
                "coolingTechnology == \"Immersion\" § it is one of AIR, LIQUID, IMMERSION; did you mean \"IMMERSION\"?",
                "kv >= 69 || count > 1 && ban == \"FAIL\" § warning: rule \"r\": && and || stand side by side, and && joins first; write kv >= 69 || (count > 1 && ban == \"FAIL\") if that is meant",
                "kv >= 69, (ban == \"FAIL\" && count > 1 || count > 3) § write (ban == \"FAIL\" && count > 1) || count > 3 if that is meant",
                "kv >= 69000 § kv is compared with 69000 kV, but lies within 0 to 1500 kV, so the rule can never hold; give the figure in kV, perhaps 69",
            })
    void inACondition(String condition, String expected) {
        one(RULE.replace("kv >= 69", condition), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            value = {
                "$s.bonus(2, \"x\") § :9:21: rule \"r\": a semicolon is missing at the end of the action",
                "$s.bonus(2, \"x\"; § a closing bracket is missing at the end of the action; write )",
                "$s.bonus(2, “x”); § write \"x\" in straight quotes",
                "$s.bonus(2, x); § the reason is \"x\", which is no text in quotes",
                "$s.bonus(2); § the reason is missing; write $s.bonus(2, \"why\")",
                "$s.bonus(2 \"x\"); § a comma is missing in front of the reason",
                "$s.bonus(2,5, \"x\"); § a comma stands in the figure 2,5",
                "$s.bonus(\"2\", \"x\"); § write 2 without quotes",
                "$s.bonus(\"x\", 2); § the points come first, then the reason",
                "$s.bonus(-2, \"x\"); § write $s.malus(2, ...)",
                "$s.malus(-2, \"x\"); § write $s.malus(2, ...), as a malus takes points away",
                "$s.exclude(); § write $s.exclude(\"CODE\", \"why\")",
                "$s.score += 5; § an action is called, as in $s.bonus(2, \"reason\")",
                "$s.penalise(2, \"x\"); § did you mean \"malus\"?",
                "$s.bonus(2%, \"x\"); § points are no percentage; write 2",
                "$s.bonus(2, \"the \"best\" place\"); § the reason ends before \"best\"",
                "bonus(2, \"x\"); § write $s.bonus(...)",
                "$s bonus(2, \"x\"); § a point is missing between $s and \"bonus\"",
                "$s.reject(\"X\", \"x\"); § did you mean \"exclude\"?",
                "$s.score = 5; § \"=\" sets something, which no rule can",
            })
    void inAnAction(String action, String expected) {
        one(RULE.replace("$s.bonus(1, \"x\");", action), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            value = {
                "rule \"r\" § Rule \"r\" § \"Rule\" is no word of the rule language; write rule",
                "rule \"r\" § rule large mine § the name of the rule is not in quotes; write rule \"large mine",
                "rule \"r\" § rule “r” § write \"r\" in straight quotes",
                "when § wehn § \"wehn\" is no word of the rule language; write when",
                "when § // § \"when\" is missing in front of \"$s\"",
                "then § // § \"then\" is missing in front of \"$s\"",
                "then § than § \"than\" is no word of the rule language; write then",
                "end § // § the rule has no end",
                "end § END § \"END\" is no word of the rule language; write end",
                "@source(\"test\") § source(\"test\") § \"@\" is missing in front of source",
                "@source(\"test\") § @source = \"test\" § @source has no brackets; write @source(\"test\")",
                "@source(\"test\") § @source(\"a\") @source(\"b\") § @source stands twice, and one of the two would not count",
                "@source(\"test\") § @Gate(x) @source(\"t\") § the annotation @Gate is not allowed",
                "rule \"r\" § rule \"r \" § its name begins or ends with a blank",
                "@source(\"test\") § @sorce(\"test\") § did you mean \"source\"?",
                "@source(\"test\") § @source(\"t\") date-effective \"01-Jul-2026\" § write @effective(\"2026-07-01\")",
                "@source(\"test\") § @source(\"t\") @expires(\"31.12.2026\") § write the year first: @expires(\"2026-12-31\")",
                "$s: Site( § Site( § the site must be bound to a name",
                "$s: Site( § $s Site( § a colon is missing between $s and Site",
                "$s: Site( § not Site( § turn the condition round",
                "$s: Site( § if (stateCode == \"TX\") $s: Site( § a rule must have exactly one pattern",
                "kv >= 69) § kv >= 69) exists Site(kv > 9) § a rule sees one site",
                "kv >= 69) § kv >= 69 § the bracket that opens here is not closed before \"then\"",
                "package headroom.policy; § // § the file names no package; write package headroom.policy;",
                "package headroom.policy; § # mine § \"#\" is not written in a rule; a comment begins with //",
                "import § imort § \"imort\" is no word of the rule language; write import",
                "\"x\" § \"x § the text in quotes that begins here does not end on its line",
            })
    void inTheFormOfARule(String from, String to, String expected) {
        one(RULE.replace(from, to), expected);
    }

    @Test
    void parenthesesAndCommasSayWhatIsJoinedFirst() {
        assertThat(check(RULE.replace("kv >= 69", "kv >= 69 || (count > 1 && ban == \"FAIL\")")))
                .isEmpty();
        assertThat(check(RULE.replace("kv >= 69", "(kv >= 69 || count > 1) && ban == \"FAIL\"")))
                .isEmpty();
        assertThat(check(RULE.replace("kv >= 69", "kv >= 69 || count > 1, ban == \"FAIL\"")))
                .isEmpty();
    }

    @Test
    void anotherEncodingIsNamedByItsPlace() throws IOException {
        new TestPolicy(folder);
        Files.write(
                folder.resolve("drl/rules.drl"),
                RULE.replace("\"x\"", "\"für\"").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Policy.check(folder, TestModule.vocabulary()))
                .extracting(PolicyProblem::text)
                .containsExactly("drl/rules.drl:9: the file is not UTF-8: behind \"    $s.bonus(1, \"f\""
                        + " stands the byte 0xFC, a letter of another encoding; save it as UTF-8");
    }

    @Test
    void marksAndLineEndsOfOtherSystemsAreNoSlips() {
        assertThat(check("\uFEFF" + RULE)).isEmpty();
        assertThat(check(RULE.replace("\n", "\r\n"))).isEmpty();
        assertThat(check(RULE.replace("import org.headroom.rules.Site;\n", ""))).isEmpty();
    }

    /** Whatever goes wrong in a file, nobody reads what a parser says of it. */
    @Test
    void noParserEverSpeaks() {
        SplittableRandom random = new SplittableRandom(7);
        String signs = " \n\"'(){}[]<>=!&|,.;:@$%#/\\0aZ“≥";
        for (int i = 0; i < 400; i++) {
            StringBuilder text = new StringBuilder(RULE);
            for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
                int at = random.nextInt(text.length());
                int end = Math.min(text.length(), at + random.nextInt(4));
                text.replace(at, end, random.nextBoolean() ? "" : "" + signs.charAt(random.nextInt(signs.length())));
            }
            for (PolicyProblem problem : check(text.toString())) {
                assertThat(problem.text()).as(text.toString()).doesNotContainPattern(PARSERS_WORDS);
                assertThat(problem.text().length()).isLessThan(500);
            }
        }
    }
}
