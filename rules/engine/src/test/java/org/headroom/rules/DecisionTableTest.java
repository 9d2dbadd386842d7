package org.headroom.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.spreadsheet.CsvSheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decision tables give the rules that a rule file with the same words gives, and pass the same check. Cells stand between bars here. */
class DecisionTableTest {
    private static final String TABLE = """
            RuleSet|headroom.policy
            Import|org.headroom.rules.Site
            Notes|Sizes, and what they are worth

            RuleTable sizes
            NAME|METADATA|METADATA|CONDITION|CONDITION|CONDITION|ACTION
            |||$s: Site...|$s: Site...|$s: Site...|$s
            |source("$param")|effective("$param")|origin|contractedCapacityMw >= $1, contractedCapacityMw < $2|ban in ($param)|bonus($1, "$2")
            rule|source|from|kind|MW|ban|points
            large|Reuters, 2024|2026-01-01|BROWNFIELD|100, 100000|"PASS", "CONDITIONAL"|4, 100 MW or more
            medium|Reuters, 2024||BROWNFIELD|20, 100||2.5, 20 MW or more

            a note
            """;

    private static final String RULES = TestPolicy.HEAD + """
            rule "large" @source("Reuters, 2024") @effective("2026-01-01")
            when
                $s: Site(origin == "BROWNFIELD", contractedCapacityMw >= 100, contractedCapacityMw < 100000,
                    ban in ("PASS", "CONDITIONAL"))
            then
                $s.bonus(4, "100 MW or more");
            end
            rule "medium" @source("Reuters, 2024")
            when
                $s: Site(origin == "BROWNFIELD", contractedCapacityMw >= 20, contractedCapacityMw < 100)
            then
                $s.bonus(2.5, "20 MW or more");
            end
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void policyWithoutRules() throws IOException {
        new TestPolicy(folder);
        Files.delete(folder.resolve("drl/rules.drl"));
    }

    private static List<List<String>> cells(String table) {
        return table.lines().map(line -> List.of(line.split("\\|", -1))).toList();
    }

    private void csv(String table) throws IOException {
        Files.write(folder.resolve("drl/t.drl.csv"), CsvSheet.write(cells(table)));
    }

    /** A workbook whose second sheet has the table, with merged cells where the texts end in dots. */
    private void xlsx(String table) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("drl/t.drl.xlsx"));
                Workbook book = new Workbook(out, "test", "1.0")) {
            book.newWorksheet("notes").formula(0, 0, "1+1");
            Worksheet sheet = book.newWorksheet("sizes");
            List<List<String>> rows = cells(table);
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    cell(sheet, row, column, rows.get(row).get(column));
                }
            }
        }
    }

    private static void cell(Worksheet sheet, int row, int column, String text) {
        if (text.matches("\\d+")) {
            sheet.value(row, column, Integer.parseInt(text));
        } else if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            sheet.value(row, column, LocalDate.parse(text));
            sheet.style(row, column).format("yyyy\\-mm\\-dd").set();
        } else if (text.startsWith("=")) {
            sheet.formula(row, column, text.substring(1));
        } else if (text.equals("$s: Site...")) {
            if (column == 3) {
                sheet.value(row, column, "$s: Site");
                sheet.range(row, column, row, column + 2).merge();
            }
        } else if (!text.isEmpty()) {
            sheet.value(row, column, text);
        }
    }

    private List<List<Object>> rules() {
        return Policy.load(folder, TestModule.vocabulary()).rules().stream()
                .map(rule -> List.<Object>of(
                        rule.name(),
                        rule.source(),
                        rule.gate(),
                        rule.validity(),
                        rule.condition().drl(),
                        rule.actions()))
                .toList();
    }

    private List<String> errors() {
        return Policy.check(folder, TestModule.vocabulary()).stream()
                .filter(PolicyProblem::isError)
                .map(PolicyProblem::text)
                .toList();
    }

    private List<String> errors(String from, String to) throws IOException {
        assertThat(TABLE).contains(from);
        csv(TABLE.replace(from, to));
        return errors();
    }

    @Test
    void aTableGivesTheRulesOfARuleFile() throws IOException {
        csv(TABLE);
        List<List<Object>> ofTable = rules();
        Files.delete(folder.resolve("drl/t.drl.csv"));
        Files.writeString(folder.resolve("drl/t.drl"), RULES);
        assertThat(ofTable).isEqualTo(rules()).hasSize(2);
    }

    @Test
    void aWorkbookGivesTheRulesOfCsv() throws IOException {
        csv(TABLE);
        List<List<Object>> ofCsv = rules();
        Files.delete(folder.resolve("drl/t.drl.csv"));
        xlsx(TABLE);
        assertThat(rules()).isEqualTo(ofCsv);
        assertThat(Policy.load(folder, TestModule.vocabulary()).rules())
                .extracting(rule -> rule.place().text())
                .containsExactly("drl/t.drl.xlsx:sizes!A10", "drl/t.drl.xlsx:sizes!A11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"|||$s: Site||", "|||$s: Site|$s: Site|$s: Site", "|||$s: Site()..."})
    void whatTheConditionsAreAboutMayBeBlankOrRepeated(String objects) throws IOException {
        assertThat(errors(
                        "|||$s: Site...|$s: Site...|$s: Site...", objects.endsWith("()...") ? objects + "||" : objects))
                .isEmpty();
        assertThat(rules()).hasSize(2);
    }

    @Test
    void wholeStatementsMayStandInTheCode() throws IOException {
        assertThat(errors("|$s\n", "|\n"))
                .singleElement()
                .asString()
                .startsWith("drl/t.drl.csv:G8: an action may only call");
        csv(TABLE.replace("|$s\n", "|\n").replace("bonus($1, \"$2\")", "$s.bonus($1, \"$2\");"));
        assertThat(errors()).isEmpty();
    }

    @Test
    void aRowWithoutANameHasOneOfItsTableAndRow() throws IOException {
        csv(TABLE.replace("large|", "|"));
        assertThat(rules().get(0).get(0)).isEqualTo("sizes_10");
    }

    @Test
    void severalTablesMayStandInASheet() throws IOException {
        csv(TABLE.replace("a note\n", "")
                + TABLE.lines()
                        .skip(4)
                        .reduce(
                                "",
                                (a, b) -> a
                                        + b.replace("large", "huge")
                                                .replace("medium", "small")
                                                .replace("|4,", "|3,")
                                                .replace("|2.5,", "|1,")
                                        + "\n"));
        assertThat(rules()).extracting(rule -> rule.get(0)).containsExactly("large", "medium", "huge", "small");
    }

    @Test
    void aTableDecidesTheDigestOfThePolicy() throws IOException {
        csv(TABLE);
        String before = Policy.read(folder, TestModule.vocabulary()).digest();
        csv(TABLE.replace("2.5,", "2.6,"));
        assertThat(Policy.read(folder, TestModule.vocabulary()).digest()).isNotEqualTo(before);
    }

    /** What stands above the rows is told once, for the cell that is wrong; what a row fills in, for its own cell. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "contractedCapacityMw >= $1 ! contractedCapacityMW >= $1 ! E8 ! \"contractedCapacityMw\"?",
                "|origin| ! |orgin| ! D8 ! \"origin\"?",
                "bonus($1 ! bonuss($1 ! G8 ! bonus",
                "large|Reuters, 2024|2026-01-01|BROWNFIELD ! large|Reuters, 2024|2026-01-01|BROWNFEILD ! D10 ! \"BROWNFIELD\"?",
                "|20, 100| ! |20 MW, 100| ! E11 ! MW",
                "|20, 100| ! |20| ! E11 ! $2",
                "\"PASS\", ! \"PAS\", ! F10 ! \"PASS\"?",
                "2026-01-01 ! 2026-13-01 ! C10 ! no day",
                "medium|Reuters, 2024 ! medium| ! A11 ! source",
                "medium| ! large| ! A11 ! name is taken",
                "|4, 100 MW ! |400, 100 MW ! G10 ! 400",
                "|CONDITION|CONDITION| ! |CONDITION|CONDITIO| ! E6 ! \"CONDITION\"?",
                "RuleSet|headroom.policy ! RuleSet|other.policy ! B1 ! headroom.policy",
                "RuleSet|headroom.policy ! Notes|none ! A5 ! RuleSet",
                "rule|source|from|kind|MW ! large|Reuters, 2024|2026-01-01|BROWNFIELD|100, 200 ! C9 ! titles",
                "medium|Reuters ! |||||| ! A11 ! ",
            })
    void problemsNameTheirCell(String from, String to, String cell, String words) throws IOException {
        String text = "medium|Reuters".equals(from) ? "|\nmedium|Reuters" : to;
        assertThat(errors(from, text))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("drl/t.drl.csv:" + ("medium|Reuters".equals(from) ? "B12" : cell) + ": ")
                .contains(words == null ? "blank row" : words);
    }

    @Test
    void notesBesideATableThatHaveNoHeaderAreRefused() throws IOException {
        assertThat(errors("100 MW or more\n", "100 MW or more|checked by hand\n"))
                .singleElement()
                .asString()
                .startsWith("drl/t.drl.csv:H10: ");
    }

    @Test
    void notesToTheLeftOfATableAreNotRead() throws IOException {
        csv(TABLE.lines()
                .reduce("", (a, line) -> a + (line.isEmpty() ? "" : "|" + line) + "\n")
                .replace("|large", "see mail|large"));
        assertThat(errors()).isEmpty();
        assertThat(rules()).hasSize(2);
    }

    @Test
    void whatDroolsCannotReadIsToldByTheCellOfItsSheet() throws IOException {
        xlsx(TABLE.replace("|effective(\"$param\")|", "||"));
        assertThat(errors())
                .singleElement()
                .asString()
                .startsWith("drl/t.drl.xlsx:sizes!C10: the decision table cannot be read: ");
    }

    @Test
    void formulasAreRefusedByTheirCellInTheSheetOfTheTableOnly() throws IOException {
        xlsx(TABLE.replace("2.5, 20 MW or more", "=1+1"));
        assertThat(errors()).singleElement().asString().startsWith("drl/t.drl.xlsx:sizes!G11: holds a formula");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.drl.csv", "t.drl.xlsx"})
    void aFileWithoutATableIsRefused(String name) throws IOException {
        if (name.endsWith("csv")) {
            csv("a|b\n1|2\n");
        } else {
            xlsx("a|b\n1|2\n");
        }
        assertThat(errors())
                .singleElement()
                .asString()
                .startsWith("drl/" + name + ": has no cell that begins with RuleTable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.csv", "t.xlsx", "t.drl.xls", "t.drl.ods"})
    void otherEndingsAreRefused(String name) throws IOException {
        Files.writeString(folder.resolve("drl/" + name), TABLE);
        assertThat(errors()).singleElement().asString().startsWith("drl/" + name + ": is not used");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~$t.drl.xlsx", ".~lock.t.drl.csv#", "t.drl.csv~"})
    void whatEditorsKeepBesideATableIsPassedOver(String name) throws IOException {
        csv(TABLE);
        Files.writeString(folder.resolve("drl/" + name), "x");
        assertThat(errors()).isEmpty();
    }

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
    void aDescriptionIsRead() throws IOException {
        csv(TABLE.replace("NAME|METADATA|METADATA", "NAME|METADATA|DESCRIPTION")
                .replace("effective(\"$param\")", "")
                .replace("2026-01-01", "what buyers look for"));
        assertThat(errors()).isEmpty();
        assertThat(rules()).hasSize(2);
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

    @Test
    void rowsThatMakeTooMuchAreRefusedBeforeTheyAreMade() throws IOException {
        String template = "bonus($1, \"" + "$2".repeat(400) + "\")";
        String row = "|Reuters, 2024||BROWNFIELD|20, 100||2.5, " + "x".repeat(900) + "\n";
        csv(TABLE.replace("bonus($1, \"$2\")", template).replace("\na note\n", "")
                + String.join("", Collections.nCopies(900, row)));
        assertThat(errors()).singleElement().asString().contains("characters of rules");
    }

    @Test
    void aThousandRowsAreRead() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            rows.append("row ")
                    .append(i)
                    .append("|Reuters, 2024||BROWNFIELD|")
                    .append(i + ", " + (i + 1))
                    .append("||0.01, x\n");
        }
        csv(TABLE.replace("\na note\n", "") + rows);
        assertThat(errors()).isEmpty();
    }

    @Test
    void whatIsTooWideIsRefusedByItsLine() throws IOException {
        Files.writeString(folder.resolve("drl/t.drl.csv"), "RuleTable t\n" + "C,".repeat(300));
        assertThat(errors())
                .singleElement()
                .asString()
                .startsWith("drl/t.drl.csv:2: a row may have at most 256 columns");
    }

    /** As many columns and tables as a file can hold; it must be read in a time that grows with the file, not with its square. */
    @Test
    void aThousandWideTablesAreRead() throws IOException {
        String table = "RuleTable t\n" + "C,".repeat(250) + "A\n$s: Site" + ",".repeat(250) + "$s\n" + "kv,".repeat(250)
                + "x\n\n1" + "\n";
        Files.writeString(folder.resolve("drl/t.drl.csv"), "RuleSet,headroom.policy\n" + table.repeat(650));
        assertThat(errors()).hasSizeGreaterThan(600).allMatch(error -> error.startsWith("drl/t.drl.csv:A"));
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Files.write(folder.resolve("drl/t.drl.csv"), "RuleTable é".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(errors()).singleElement().asString().contains("UTF-8");
    }
}
