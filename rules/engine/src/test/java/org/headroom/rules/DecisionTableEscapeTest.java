package org.headroom.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing but rules, one for each row, comes out of a decision table, whatever its cells hold. */
class DecisionTableEscapeTest extends DecisionTableFixture {
    /** Each would be code of the author's choice, or a rule that no row shows, if what comes of a table were not checked. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "Notes|Sizes, and what they are worth ! Functions|function void f() { System.exit(1); }",
                "Notes|Sizes, and what they are worth ! Queries|query q() Site() end",
                "Notes|Sizes, and what they are worth ! Declare|declare Runtime end",
                "Notes|Sizes, and what they are worth ! Variables|java.lang.Runtime runtime",
                "Notes|Sizes, and what they are worth ! Timer|int: 1s",
                "Notes|Sizes, and what they are worth ! Dialect|mvel",
                "org.headroom.rules.Site ! org.headroom.rules.Site, java.lang.Runtime",
                "org.headroom.rules.Site ! org.headroom.rules.Site; import function java.lang.Runtime.getRuntime",
                "RuleSet|headroom.policy ! RuleSet|headroom.policy; import java.lang.Runtime",
                "|$s: Site...|$s: Site...|$s: Site... ! |eval|eval|eval",
                "|$s: Site...|$s: Site...|$s: Site... ! |$s: Site from Runtime.getRuntime()||",
                "|$s: Site...|$s: Site...|$s: Site... ! |$s: Runtime||",
                "|$s: Site...|$s: Site...|$s: Site... ! |$s: Site /*@99999999999*/||",
                "|origin| ! |eval(System.exit(1) == $param)|",
                "|origin| ! |origin == \"BROWNFIELD\" && Runtime.getRuntime() != $param|",
                "|BROWNFIELD|20, 100 ! |BROWNFIELD\" && System.exit(1) == \"|20, 100",
                "bonus($1, \"$2\") ! bonus($1, \"$2\"); System.exit(1)",
                "bonus($1, \"$2\") ! getClass().forName(\"$2\")",
                "|4, 100 MW or more ! |System.exit(1), 100 MW or more",
                "|4, 100 MW or more ! |4, x\\\"); System.exit(1); //",
                "|METADATA|METADATA| ! |METADATA|TIMER|",
                "|METADATA|METADATA| ! |METADATA|D|",
                "|METADATA|METADATA| ! |METADATA|ACTIVATION-GROUP|",
                "|effective(\"$param\")| ! |typesafe(\"$param\")|",
                "|effective(\"$param\")| ! |effective(Runtime.getRuntime())|",
                "\"PASS\", \"CONDITIONAL\" ! \"PASS\")) then $s.bonus(1, \"a\"); end rule \"y\" @source(\"t\") when $s: Site(kv < 5, ban in (\"FAIL\"",
            })
    void nothingElseComesThrough(String from, String to) throws IOException {
        assertThat(errors(from, to)).isNotEmpty();
    }

    @Test
    void whatLooksLikeRulesInANameOrAReasonIsText() throws IOException {
        String name = "large\" when Site() then System.exit(1); end rule \"x";
        String reason = "an \"x\"); end rule \"y\" when Site(kv > 1) then $s.bonus(1)";
        csv(TABLE.replace("large|", name + "|").replace("100 MW or more", reason));
        assertThat(rules()).hasSize(2).first().asString().startsWith("[" + name).contains(reason);
    }

    @Test
    void aRowGivesOneRule() throws IOException {
        assertThat(
                        errors(
                                "\"PASS\", \"CONDITIONAL\"",
                                "\"PASS\")) then $s.bonus(1, \"a\"); end rule \"y\" @source(\"t\") when $s: Site(kv < 5, ban in (\"FAIL\""))
                .singleElement()
                .asString()
                .isEqualTo(
                        "drl/t.drl.csv:D10: rule \"y\": a second rule comes out of one row; write each rule in a row of its own");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello */ rule \"x\" @source(\"t\") when $s: Site(kv > 1) then $s.bonus(1, \"y\"); end /*",
                "a */ // rule",
                "/* b"
            })
    void aDescriptionCannotEndItsComment(String description) throws IOException {
        csv(TABLE.replace("NAME|METADATA|METADATA", "NAME|METADATA|DESCRIPTION")
                .replace("effective(\"$param\")", "")
                .replace("2026-01-01", description));
        assertThat(errors())
                .singleElement()
                .asString()
                .startsWith("drl/t.drl.csv:C10: a comment may not stand in a cell");
    }

    @Test
    void aPriorityMustBeAWholeNumber() throws IOException {
        String withPriority = TABLE.replace("NAME|METADATA|METADATA", "NAME|METADATA|PRIORITY")
                .replace("effective(\"$param\")", "");
        csv(withPriority.replace("2026-01-01", "5"));
        assertThat(errors()).isEmpty();
        csv(withPriority.replace("2026-01-01", "(System.exit(1))"));
        assertThat(errors()).isNotEmpty();
        csv(withPriority.replace("2026-01-01", "high"));
        assertThat(errors()).singleElement().asString().startsWith("drl/t.drl.csv:C10: ");
    }

    @Test
    void signsThatMeanSomethingToDroolsInAValueAreOnlyText() throws IOException {
        for (String reason : List.of("$1 and $2", "back\\\\slash", "{forall}", "$param", "a (b) c; d")) {
            csv(TABLE.replace("20 MW or more", reason));
            assertThat(errors()).isEmpty();
        }
    }
}
