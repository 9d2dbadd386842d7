package org.headroom.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.headroom.rules.TestPolicy.only;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.headroom.rules.TestModule;
import org.headroom.rules.TestPolicy;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;
import org.headroom.rules.policy.Policy;
import org.headroom.workbench.sheet.CriteriaSheet;
import org.headroom.workbench.sheet.SheetChange;
import org.headroom.workbench.sheet.SheetEdits;
import org.headroom.workbench.sheet.SheetImport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decision tables go out with the workbook of a policy, and come back into their CSV files. */
class DecisionTableSheetTest {
    /** With quotes only where they are needed, an indented comment, a cell on two lines and a number with a zero at its end. */
    private static final String SIZES = """
            RuleSet,headroom.policy
            Notes,"Sizes,
            and what they are worth"

            RuleTable sizes
            NAME,METADATA,CONDITION,CONDITION,ACTION
            ,,$s: Site...,$s: Site...,$s
            ,"source(""$param"")",origin,contractedCapacityMw >=,"bonus($1, ""$2"")"
            rule,source,kind,MW,points
            large,"Reuters, 2024",BROWNFIELD,100,"4, 100 MW or more"
              medium ,"Reuters, 2024",BROWNFIELD,20.0,"2.5, 20 MW or more"
            """;

    @TempDir
    private Path temp;

    private Path folder = Path.of("");
    private Path table = Path.of("");
    private Problems problems = new Problems();

    @BeforeEach
    void policy() throws IOException {
        folder = temp.resolve("policy");
        new TestPolicy(folder);
        Files.delete(folder.resolve("drl/rules.drl"));
        table = Files.writeString(folder.resolve("drl/sizes.drl.csv"), SIZES);
    }

    private Path exported() {
        Path file = temp.resolve("policy.xlsx");
        assertThat(CriteriaSheet.write(folder, TestModule.vocabulary(), file).decisionTables())
                .isPositive();
        return file;
    }

    private Optional<SheetEdits> read(Path workbook) {
        problems = new Problems();
        return SheetImport.read(workbook, folder, TestModule.vocabulary(), problems);
    }

    private List<SheetChange> changes(Path workbook) {
        Optional<SheetEdits> edits = read(workbook);
        assertThat(problems.sorted()).filteredOn(PolicyProblem::isError).isEmpty();
        edits.orElseThrow().write(folder);
        return edits.orElseThrow().changes();
    }

    /** The exported workbook with other texts in some cells of the table, by address, and with a row fewer when one is named. */
    private Path edited(Map<String, String> edits, int withoutRow) throws IOException {
        Path out = temp.resolve("edited.xlsx");
        try (ReadableWorkbook in = new ReadableWorkbook(exported().toFile());
                OutputStream bytes = Files.newOutputStream(out);
                Workbook book = new Workbook(bytes, "test", "1.0")) {
            for (Sheet sheet : in.getSheets().toList()) {
                Worksheet copy = book.newWorksheet(sheet.getName());
                try (Stream<Row> rows = sheet.openStream()) {
                    rows.filter(row -> withoutRow == 0
                                    || row.getRowNum() != withoutRow
                                    || !sheet.getName().equals("sizes"))
                            .forEach(row -> row.forEach(cell -> copy(cell, row.getRowNum(), withoutRow, copy)));
                }
                if (sheet.getName().equals("sizes")) {
                    edits.forEach((address, text) ->
                            copy.value(Integer.parseInt(address.substring(1)) - 1, address.charAt(0) - 'A', text));
                }
            }
        }
        return out;
    }

    private static void copy(Cell cell, int row, int withoutRow, Worksheet copy) {
        int at = (withoutRow > 0 && row > withoutRow ? row - 1 : row) - 1;
        if (cell != null && cell.getType() == CellType.NUMBER) {
            copy.value(at, cell.getColumnIndex(), new BigDecimal(cell.getRawValue()));
        } else if (cell != null && !cell.getText().isEmpty()) {
            copy.value(at, cell.getColumnIndex(), cell.getText());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";"})
    void aRoundTripChangesNoByte(String separator) throws IOException {
        String text =
                "\uFEFF" + (separator.equals(",") ? SIZES : SIZES.replaceAll(",(?=\\S)", ";")).replace("\n", "\r\n");
        Files.writeString(table, text);
        assertThat(changes(exported())).isEmpty();
        assertThat(table).hasContent(text);
    }

    @Test
    void aCellThatIsEditedIsWrittenAndAllOtherRowsStay() throws IOException {
        assertThat(changes(edited(Map.of("D9", "120", "E9", "5, \"big\""), 0)))
                .containsExactlyInAnyOrder(
                        new SheetChange("drl/sizes.drl.csv", "", "D9", "100", "120"),
                        new SheetChange("drl/sizes.drl.csv", "", "E9", "4, 100 MW or more", "5, \"big\""));
        assertThat(table)
                .hasContent(SIZES.replace("BROWNFIELD,100,\"4, 100 MW or more\"", "BROWNFIELD,120,\"5, \"\"big\"\"\""));
    }

    @Test
    void aRowThatIsTakenOutIsGone() throws IOException {
        assertThat(changes(edited(Map.of(), 9)))
                .containsExactly(new SheetChange(
                        "drl/sizes.drl.csv",
                        "",
                        "row",
                        "large | Reuters, 2024 | BROWNFIELD | 100 | 4, 100 MW or more",
                        ""));
        assertThat(table).hasContent(SIZES.replaceFirst("large.*\n", ""));
    }

    @Test
    void aRowThatIsAddedIsWritten() throws IOException {
        changes(edited(Map.of("A11", "small", "B11", "=1+1", "C11", "BROWNFIELD", "D11", "5", "E11", "1, x"), 0));
        assertThat(table).hasContent(SIZES + "small,'=1+1,BROWNFIELD,5,\"1, x\"\n");
        assertThat(Policy.read(folder, TestModule.vocabulary()).rules())
                .filteredOn(rule -> rule.name().equals("small"))
                .singleElement()
                .extracting(rule -> rule.source())
                .isEqualTo("=1+1");
    }

    @Test
    void whatTheCheckFindsIsToldByTheCellOfTheWorkbookAndNothingIsWritten() throws IOException {
        assertThat(read(edited(Map.of("C10", "BROWNFEILD"), 0))).isEmpty();
        assertThat(problems.sorted())
                .filteredOn(PolicyProblem::isError)
                .singleElement()
                .extracting(PolicyProblem::text)
                .asString()
                .startsWith("edited.xlsx:sizes!C10: rule \"medium\": origin is never \"BROWNFEILD\"");
        assertThat(table).hasContent(SIZES);
    }

    @Test
    void aSheetOfATableThatThePolicyDoesNotHaveIsNamed() throws IOException {
        Path workbook = exported();
        Files.move(table, folder.resolve("drl/size.drl.csv"));
        assertThat(read(workbook)).isEmpty();
        only(problems.sorted()).contains("\"sizes\"", "\"size\"");
    }

    @Test
    void namesThatASheetCannotHaveAreMadeSo() throws IOException {
        int i = 0;
        for (String name : List.of("criteria", "a[b]", "A_b_", "x".repeat(40), "x".repeat(50))) {
            i++;
            Files.writeString(
                    folder.resolve("drl/" + name + ".drl.csv"),
                    SIZES.replace("large", "large" + i)
                            .replace("medium", "medium" + i)
                            .replace("BROWNFIELD,100", "BROWNFIELD," + (200 + i))
                            .replace("20.0", String.valueOf(300 + i)));
        }
        assertThat(read(exported()).orElseThrow().changes()).isEmpty();
        try (ReadableWorkbook book =
                new ReadableWorkbook(temp.resolve("policy.xlsx").toFile())) {
            assertThat(book.getSheets().map(Sheet::getName))
                    .hasSize(7)
                    .startsWith("criteria", "A_b_", "a_b__2", "criteria_2")
                    .allMatch(name -> name.length() <= 31);
        }
    }
}
