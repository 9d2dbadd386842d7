package org.headroom.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.spreadsheet.CsvSheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A policy whose rules are a decision table. Cells stand between bars here. */
abstract class DecisionTableFixture {
    static final String TABLE = """
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

    @TempDir
    Path folder;

    @BeforeEach
    void policyWithoutRules() throws IOException {
        new TestPolicy(folder);
        Files.delete(folder.resolve("drl/rules.drl"));
    }

    private static List<List<String>> cells(String table) {
        return table.lines().map(line -> List.of(line.split("\\|", -1))).toList();
    }

    void csv(String table) throws IOException {
        Files.write(folder.resolve("drl/t.drl.csv"), CsvSheet.write(cells(table)));
    }

    /** A workbook whose second sheet has the table, with merged cells where the texts end in dots. */
    void xlsx(String table) throws IOException {
        xlsx(table, sheet -> {});
    }

    /** The same with something done to the sheet at the end. */
    void xlsx(String table, Consumer<Worksheet> then) throws IOException {
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
            then.accept(sheet);
        }
    }

    /** Changes a part of the workbook to what other programs write. */
    void replaceIn(String part, String from, String to) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("drl/t.drl.xlsx"))) {
            Path file = zip.getPath(part);
            String before = Files.readString(file);
            assertThat(before).contains(from);
            Files.writeString(file, before.replace(from, to));
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

    List<List<Object>> rules() {
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

    List<String> warnings() {
        return Policy.check(folder, TestModule.vocabulary()).stream()
                .filter(problem -> !problem.isError())
                .map(PolicyProblem::text)
                .toList();
    }

    List<String> errors() {
        return Policy.check(folder, TestModule.vocabulary()).stream()
                .filter(PolicyProblem::isError)
                .map(PolicyProblem::text)
                .toList();
    }

    List<String> errors(String from, String to) throws IOException {
        assertThat(TABLE).contains(from);
        csv(TABLE.replace(from, to));
        return errors();
    }
}
