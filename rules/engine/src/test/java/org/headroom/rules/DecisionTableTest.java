package org.headroom.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.headroom.rules.TestPolicy.only;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.spreadsheet.CsvSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decision tables give the rules that a rule file with the same words gives, and pass the same check. */
class DecisionTableTest extends DecisionTableFixture {
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
        only(errors("|$s\n", "|\n")).startsWith("drl/t.drl.csv:G8: an action may only call");
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
                "|20, 100| ! |=20+80| ! E11 ! is a formula of a spreadsheet, or what came of one",
                "|20, 100| ! |#N/A| ! E11 ! is a formula of a spreadsheet, or what came of one",
                "|BROWNFIELD|20, 100| ! ||| ! D11 ! no condition of the row is filled in",
                "2026-01-01 ! 2026-13-01 ! C10 ! no day",
                "medium|Reuters, 2024 ! medium| ! A11 ! source",
                "medium| ! large| ! A11 ! name is taken",
                "|4, 100 MW ! |400, 100 MW ! G10 ! 400",
                "|CONDITION|CONDITION| ! |CONDITION|CONDITIO| ! E6 ! \"CONDITION\"?",
                "RuleSet|headroom.policy ! RuleSet|other.policy ! B1 ! headroom.policy",
                "RuleSet|headroom.policy ! Notes|none ! A5 ! RuleSet",
                "rule|source|from|kind|MW ! large|Reuters, 2024|2026-01-01|BROWNFIELD|100, 200 ! C9 ! titles",
                "medium|Reuters ! |||||| ! A11 ! ",
                "BROWNFIELD|20, 100 ! -|20, 100 ! D11 ! \"-\" asks nothing; leave the cell blank",
                "BROWNFIELD|20, 100 ! any|20, 100 ! D11 ! leave the cell blank",
                "BROWNFIELD|20, 100 ! not GREENFIELD|20, 100 ! D11 ! \"not GREENFIELD\" turns the code above round, which a cell cannot",
                "BROWNFIELD|20, 100 ! BROWNFIELD or GREENFIELD|20, 100 ! D11 ! write origin in ($param) above, and each word of a row in quotes: \"BROWNFIELD\", \"GREENFIELD\"",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                ">=20  ! begins with a sign that compares, and the code above is contractedCapacityMw >= $param; write 20 alone",
                "\u226520   ! write 20 alone, or another column for another sign",
                "20\u2013100 ! is a range, and the code above takes one figure; write contractedCapacityMw >= $1, contractedCapacityMw < $2 above, and 20, 100 here",
                "20 to 100 ! above, and 20, 100 here",
                "2026-01-04 ! is a day, of which a spreadsheet program makes what looks like one",
                "'20 ! an apostrophe stands before the figure; write 20",
                "140% ! \"140%\" is not written in a rule",
                "20\\n100 ! the cell has several lines; write it in one",
            })
    void aCellSaysNoMoreThanTheCodeAboveTakes(String cell, String expected) throws IOException {
        List<List<String>> rows = TABLE.replace(
                        "contractedCapacityMw >= $1, contractedCapacityMw < $2", "contractedCapacityMw >= $param")
                .replace("|100, 100000|", "|100|")
                .replace("|20, 100|", "|CELL|")
                .lines()
                .map(line -> Stream.of(line.split("\\|", -1))
                        .map(text -> text.replace("CELL", cell.replace("\\n", "\n")))
                        .toList())
                .toList();
        Files.write(folder.resolve("drl/t.drl.csv"), CsvSheet.write(rows));
        only(errors()).startsWith("drl/t.drl.csv:E11: ").contains(expected);
    }

    @Test
    void quotesThatAreNotInPairsAreToldByTheirLine() throws IOException {
        csv(TABLE);
        String text = Files.readString(folder.resolve("drl/t.drl.csv"));
        Files.writeString(folder.resolve("drl/t.drl.csv"), text.replace("100 MW or more\"", "100 MW or more"));
        only(errors()).startsWith("drl/t.drl.csv:10: cannot be read as CSV: the quotes of the row that begins here");
    }

    /** As spreadsheets and word processors write them. */
    @Test
    void tabsBetweenCellsAndDotsInOneSignAreRead() throws IOException {
        csv(TABLE);
        List<List<Object>> expected = rules();
        csv(TABLE.replace("Site...", "Site\u2026"));
        assertThat(rules()).isEqualTo(expected);
        String tabs = TABLE.lines()
                .map(line -> Stream.of(line.split("\\|", -1))
                        .map(cell -> cell.isEmpty() ? "" : '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining("\t", "", "\n")))
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("drl/t.drl.csv"), tabs);
        assertThat(rules()).isEqualTo(expected);
    }

    @Test
    void notesBesideATableThatHaveNoHeaderAreRefused() throws IOException {
        only(errors("100 MW or more\n", "100 MW or more|checked by hand\n")).startsWith("drl/t.drl.csv:H10: ");
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
        only(errors()).startsWith("drl/t.drl.xlsx:sizes!C10: the decision table cannot be read: ");
    }

    @Test
    void formulasAreRefusedByTheirCellInTheSheetOfTheTableOnly() throws IOException {
        xlsx(TABLE.replace("2.5, 20 MW or more", "=1+1"));
        only(errors()).startsWith("drl/t.drl.xlsx:sizes!G11: holds a formula");
    }

    /** What is shown as one cell holds for each row and column that it covers. */
    @Test
    void mergedCellsHoldForAllThatTheyCover() throws IOException {
        csv(TABLE);
        List<List<Object>> expected = rules();
        Files.delete(folder.resolve("drl/t.drl.csv"));
        String table = TABLE.replace("medium|Reuters, 2024||BROWNFIELD", "medium|||")
                .replace("NAME|METADATA|METADATA|CONDITION|CONDITION|CONDITION", "NAME|METADATA||CONDITION||");
        xlsx(table, sheet -> {
            sheet.range(9, 1, 10, 1).merge();
            sheet.range(9, 3, 10, 3).merge();
            sheet.range(5, 1, 5, 2).merge();
            sheet.range(5, 3, 5, 5).merge();
            sheet.range(5, 0, 7, 0).merge();
            sheet.range(12, 0, 14, 3).merge();
        });
        assertThat(errors()).isEmpty();
        assertThat(rules()).isEqualTo(expected);
    }

    @Test
    void aCellMergedOverSeveralConditionsIsRefused() throws IOException {
        xlsx(TABLE.replace("BROWNFIELD|20, 100", "BROWNFIELD|"), sheet -> sheet.range(10, 3, 10, 4)
                .merge());
        only(errors()).startsWith("drl/t.drl.xlsx:sizes!D11: the cell is merged with those to its right");
    }

    @Test
    void aFigureThatItsFormatShowsOtherwiseIsRefused() throws IOException {
        String table = TABLE.replace(
                        "contractedCapacityMw >= $1, contractedCapacityMw < $2", "contractedCapacityMw >= $param")
                .replace("|100, 100000|", "|100|")
                .replace("|20, 100|", "|20|");
        xlsx(table);
        assertThat(errors()).isEmpty();
        xlsx(table, sheet -> sheet.style(9, 4).format("0\" kW\"").set());
        only(errors())
                .startsWith("drl/t.drl.xlsx:sizes!E10: holds 100, and its format adds \"kW\", which is not read;");
        xlsx(table, sheet -> sheet.style(9, 4).format("0%").set());
        only(errors()).startsWith("drl/t.drl.xlsx:sizes!E10: ").contains("write 100 ");
    }

    /** Who strikes a row through takes it for retired. */
    @Test
    void whatIsStruckThroughIsRefusedByItsRow() throws IOException {
        xlsx(TABLE, sheet -> sheet.range(10, 0, 10, 6).style().strikethrough().set());
        only(errors())
                .isEqualTo(
                        "drl/t.drl.xlsx:sizes!A11: is struck through, and so are 4 more cells of row 11; delete the row if it is to"
                                + " hold no longer, or else remove the strike-through");
        xlsx(TABLE, sheet -> sheet.style(10, 4).strikethrough().set());
        only(errors()).startsWith("drl/t.drl.xlsx:sizes!E11: is struck through; delete the row if");
        xlsx(TABLE, sheet -> sheet.style(20, 20).strikethrough().set());
        assertThat(errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<strike/>", "<strike val=\"1\"/>", "<strike val=\"0\"/>", "<b/>"})
    void aTextThatIsStruckThroughInPartIsRefused(String property) throws IOException {
        xlsx(TABLE);
        replaceIn(
                "xl/sharedStrings.xml",
                "Reuters, 2024</t>",
                "</t><r><t>Reuters, </t></r><r><rPr>" + property + "</rPr><t>2024</t></r>");
        if (property.matches("<b/>|.*0.*")) {
            assertThat(errors()).isEmpty();
        } else {
            assertThat(errors())
                    .hasSize(2)
                    .allMatch(error -> error.contains("!B1") && error.contains(": is struck through in part; "));
        }
    }

    @Test
    void aTextInTheColourOfItsCellIsRefused() throws IOException {
        xlsx(TABLE, sheet -> sheet.style(10, 3).fontColor("FFFFFF").set());
        only(errors())
                .isEqualTo(
                        "drl/t.drl.xlsx:sizes!D11: cannot be seen, as its text has the colour of the cell; give it another"
                                + " colour, or delete it");
        replaceIn("xl/styles.xml", " patternType=\"none\"", "");
        only(errors()).startsWith("drl/t.drl.xlsx:sizes!D11: cannot be seen");
        xlsx(TABLE, sheet -> sheet.style(5, 3)
                .fontColor("FFFFFF")
                .fillColor("203864")
                .set());
        assertThat(errors()).isEmpty();
    }

    @Test
    void notesOnCellsAreToldAsWhatIsNotRead() throws IOException {
        xlsx(TABLE, sheet -> sheet.comment(10, 0, "not before March"));
        assertThat(errors()).isEmpty();
        assertThat(warnings())
                .contains(
                        "drl/t.drl.xlsx: warning: has notes on cells, which are not read; write what is to count into a cell");
    }

    @Test
    void blanksOfWordProcessorsAtTheEndsOfCellsAreNoSlips() throws IOException {
        csv(TABLE);
        List<List<Object>> expected = rules();
        csv(TABLE.replace("BROWNFIELD|", "BROWNFIELD\u00A0|").replace("|20, 100|", "|\u202F20, 100\u00A0|"));
        assertThat(rules()).isEqualTo(expected);
        csv("x" + "\u00A0".repeat(300_000) + "x|" + TABLE);
        assertThat(errors()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.drl.csv", "t.drl.xlsx"})
    void aFileWithoutATableIsRefused(String name) throws IOException {
        if (name.endsWith("csv")) {
            csv("a|b\n1|2\n");
        } else {
            xlsx("a|b\n1|2\n");
        }
        only(errors()).startsWith("drl/" + name + ": has no cell that begins with RuleTable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.csv", "t.xlsx", "t.drl.xls", "t.drl.ods"})
    void otherEndingsAreRefused(String name) throws IOException {
        Files.writeString(folder.resolve("drl/" + name), TABLE);
        only(errors()).startsWith("drl/" + name + ": is not used");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~$t.drl.xlsx", ".~lock.t.drl.csv#", "t.drl.csv~"})
    void whatEditorsKeepBesideATableIsPassedOver(String name) throws IOException {
        csv(TABLE);
        Files.writeString(folder.resolve("drl/" + name), "x");
        assertThat(errors()).isEmpty();
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
    void rowsThatMakeTooMuchAreRefusedBeforeTheyAreMade() throws IOException {
        String template = "bonus($1, \"" + "$2".repeat(400) + "\")";
        String row = "|Reuters, 2024||BROWNFIELD|20, 100||2.5, " + "x".repeat(900) + "\n";
        csv(TABLE.replace("bonus($1, \"$2\")", template).replace("\na note\n", "")
                + String.join("", Collections.nCopies(900, row)));
        only(errors()).contains("characters of rules");
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
        only(errors()).startsWith("drl/t.drl.csv:2: a row may have at most 256 columns");
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
        only(errors()).contains("UTF-8");
        for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Files.write(
                    folder.resolve("drl/t.drl.csv"), TABLE.replace('|', '\t').getBytes(charset));
            only(errors())
                    .startsWith("drl/t.drl.csv: the file is not UTF-8 but UTF-16")
                    .endsWith("a table as CSV UTF-8");
        }
    }
}
