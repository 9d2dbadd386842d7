package org.headroom.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.headroom.rules.TestPolicy.only;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.headroom.rules.TestModule;
import org.headroom.rules.TestPolicy;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;
import org.headroom.rules.file.PolicyFolder;
import org.headroom.workbench.sheet.CriteriaSheet;
import org.headroom.workbench.sheet.SheetEdits;
import org.headroom.workbench.sheet.SheetImport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CriteriaSheetTest {
    private static final String GRID = """
            # weights of the siting group
            module: grid
            criteria:
              - criterion: distanceKm   # by road
                weight: 0.40 # agreed
                value: {piecewiseLinear: [[0, 1.0], [10, 0.5], [60, 0]]}
                reasoning: >-
                  nearer is cheaper, as a line costs by the mile
                  and permits by the county

                # from a workshop
                source: "=test"
              - criterion: kv
                weight: 0.2
                value:
                  step:
                    - [0, 0]
                    - [69, 0.4]  # the lowest class
                    - [345, 1]
                # why it is a step
                reasoning: stronger is better
                source: 北京 𝔘 2026
            """;

    @TempDir
    private Path temp;

    private Path folder = Path.of("");
    private Problems problems = new Problems();

    @BeforeEach
    void policy() {
        folder = temp.resolve("policy");
        new TestPolicy(folder).write("criteria/grid.yaml", GRID);
    }

    private String digest() {
        return PolicyFolder.read(folder, new Problems()).digest("");
    }

    private Path exported(String name) {
        Path file = temp.resolve(name);
        assertThat(CriteriaSheet.write(folder, TestModule.vocabulary(), file).criteria())
                .isEqualTo(4);
        return file;
    }

    private Path edited(String from, String to) throws IOException {
        Path file = temp.resolve("sheet.csv");
        if (Files.notExists(file)) {
            exported("sheet.csv");
        }
        String text = Files.readString(file);
        assertThat(text).contains(from);
        return Files.writeString(file, text.replace(from, to));
    }

    private Optional<SheetEdits> read(Path sheet) {
        problems = new Problems();
        return SheetImport.read(sheet, folder, TestModule.vocabulary(), problems);
    }

    private List<String> refused(Path sheet) {
        String before = digest();
        assertThat(read(sheet)).isEmpty();
        assertThat(digest()).isEqualTo(before);
        return problems.sorted().stream().map(PolicyProblem::text).toList();
    }

    private String gridAfter(Path sheet) throws IOException {
        Optional<SheetEdits> edits = read(sheet);
        assertThat(problems.isEmpty()).as(problems.sorted().toString()).isTrue();
        edits.orElseThrow().write(folder);
        return Files.readString(folder.resolve("criteria/grid.yaml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sheet.csv", "sheet.xlsx"})
    void aRoundTripChangesNothing(String name) throws IOException {
        Optional<SheetEdits> edits = read(exported(name));
        assertThat(problems.sorted()).isEmpty();
        assertThat(edits.orElseThrow().changes()).isEmpty();
        edits.orElseThrow().write(folder);
        assertThat(folder.resolve("criteria/grid.yaml")).hasContent(GRID);
    }

    @Test
    void onlyTheChangedFigureIsWritten() throws IOException {
        Path sheet = exported("sheet.csv");
        String text = Files.readString(sheet).replace("\"0.4\"", "35%").replace("\"0.2\"", "0.25");
        assertThat(gridAfter(Files.writeString(sheet, text)))
                .isEqualTo(GRID.replace("0.40 #", "0.35 #").replace("weight: 0.2\n", "weight: 0.25\n"));
    }

    @Test
    void anchorsAndTextsAreWrittenInTheirPlaces() throws IOException {
        Path sheet = exported("sheet.csv");
        String text = Files.readString(sheet)
                .replace("10: 0.5", "12.5: 0.5")
                .replace("69: 0.4; ", "69: 0.4; 138: 0.8; ")
                .replace("stronger is better", "stronger: better # truly")
                .replace("by the county", "by the town");
        assertThat(gridAfter(Files.writeString(sheet, text)))
                .isEqualTo(GRID.replace("[10, 0.5]", "[12.5, 0.5]")
                        .replace(
                                "step:\n        - [0, 0]\n        - [69, 0.4]  # the lowest class\n        - [345, 1]",
                                "{step: [[0, 0], [69, 0.4], [138, 0.8], [345, 1]]}")
                        .replace("stronger is better", "\"stronger: better # truly\"")
                        .replace(
                                "by the mile\n      and permits by the county", "by the mile and permits by the town"));
    }

    @Test
    void aTextIsNeverAFormula() throws IOException {
        assertThat(Files.readString(exported("sheet.csv")))
                .contains("\"'=test\"")
                .doesNotContain("\"=");
        assertThat(gridAfter(edited("'=test", "'@'+1"))).contains("source: \"@'+1\"");
    }

    @Test
    void semicolonsBlankRowsAndOtherOrdersAreRead() throws IOException {
        Path sheet = exported("sheet.csv");
        String text = Files.readString(sheet).replace("\",\"", "\";\"").replaceFirst("\r\n", "\r\n;;;\r\n\r\n");
        assertThat(gridAfter(Files.writeString(sheet, text))).isEqualTo(GRID);
    }

    @Test
    void problemsNameTheirCell() throws IOException {
        assertThat(refused(edited("\"0.4\"", "\"0,4\"")))
                .containsExactly("sheet.csv:D2: weight: \"0,4\" has a decimal comma; write it with a point, 0.4");
    }

    @Test
    void whatTheCheckFindsNamesItsCell() throws IOException {
        only(refused(edited("\"0.4\"", "0.5")))
                .startsWith("sheet.csv:D2:D5: the weights of all tables sum to 1.1, they must sum to 1");
    }

    @Test
    void anchorsAgainstTheDirectionNameTheirCell() throws IOException {
        only(refused(edited("10: 0.5", "10: 0.5; 20: 0.9")))
                .startsWith("sheet.csv:F2: criterion distanceKm: the module declares");
    }

    @Test
    void rowsCanNeitherComeNorGoNorStandTwice() throws IOException {
        assertThat(refused(edited("\"kv\"", "\"kw\"")))
                .satisfiesExactlyInAnyOrder(
                        p -> assertThat(p).startsWith("sheet.csv:B3: the policy has no criterion grid/kw"),
                        p -> assertThat(p).startsWith("sheet.csv: there is no row of the criterion grid/kv"));
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        only(refused(edited("\"weight\"", "\"wieght\"")))
                .startsWith("sheet.csv:A1: the header has no column \"weight\"");
    }

    @Test
    void formulasAreRefusedByCell() throws IOException {
        assertThat(refused(rewritten("<v>0.4</v>", "<f>0.1+0.3</f><v>0.4</v>")))
                .containsExactly(
                        "edited.xlsx:criteria!D2: holds a formula; put the value itself there (copy, paste special, values)");
    }

    @Test
    void outsideEntitiesAreNotRead() throws IOException {
        Path secret = Files.writeString(temp.resolve("secret"), "0.4");
        Path sheet = rewritten(
                "<v>0.4</v>", "<v>&x;</v>", "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>");
        assertThat(refused(sheet)).isNotEmpty();
    }

    @Test
    void aSheetThatUnpacksToTooMuchIsRefused() throws IOException {
        Path bomb = temp.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] chunk = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(chunk);
            }
        }
        only(refused(bomb)).contains("unpacks to more");
    }

    @Test
    void hugeDimensionsAreRefusedOrPassedOver() throws IOException {
        Path wide = rewritten("</sheetData>", "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>");
        assertThat(refused(wide)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xlsm", "a.xls", "a.txt"})
    void otherKindsOfFilesAreRefused(String name) throws IOException {
        only(refused(Files.writeString(temp.resolve(name), "x"))).contains("is neither .xlsx nor .csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "PK\u0003\u0004 no zip"})
    void whatIsNoWorkbookIsRefused(String text) throws IOException {
        only(refused(Files.writeString(temp.resolve("a.xlsx"), text))).contains("cannot be read as a workbook");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sheet.csv", "sheet.xlsx"})
    void aSheetCarriesAnyPolicyIntoAnother(String name) throws IOException {
        Random random = new Random(5);
        Path grid = folder.resolve("criteria/grid.yaml");
        for (int i = 0; i < 25; i++) {
            Files.writeString(grid, randomGrid(random));
            String before = digest();
            Path sheet = exported(i + name);
            gridAfter(sheet);
            exported(i + "a.csv");
            assertThat(digest()).isEqualTo(before);
            Files.writeString(grid, randomGrid(random));
            gridAfter(sheet);
            assertThat(exported(i + "b.csv")).hasSameTextualContentAs(temp.resolve(i + "a.csv"));
        }
    }

    private static String randomGrid(Random random) {
        long weight = random.nextLong(600_000_001);
        StringBuilder anchors = new StringBuilder();
        int count = 2 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            anchors.append(i == 0 ? "" : ", ")
                    .append(String.format(
                            Locale.ROOT,
                            "[%s, %s]",
                            i * 10 + random.nextInt(1_000_000) / 1e6,
                            1 - i * 0.15 - random.nextInt(100) / 1e3));
        }
        return """
                module: grid
                criteria:
                  - criterion: distanceKm
                    weight: %s
                    value: {piecewiseLinear: [%s]}
                    reasoning: reason %d of many
                    source: test
                  - criterion: kv
                    weight: %s
                    value: {step: [[0, 0], [%s, 1]]}
                    reasoning: >-
                      stronger is better than %d
                    source: test
                """.formatted(
                        weight / 1e9,
                        anchors,
                        random.nextInt(),
                        (600_000_000 - weight) / 1e9,
                        1 + random.nextInt(300_000) / 1e3,
                        random.nextInt());
    }

    private Path rewritten(String from, String to) throws IOException {
        return rewritten(from, to, "");
    }

    /** An exported workbook with another text in its sheet. */
    private Path rewritten(String from, String to, String doctype) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(exported("whole.xlsx").toFile());
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                if (entry.getName().endsWith("sheet1.xml")) {
                    assertThat(text).contains(from);
                    text = text.replace(from, to).replace("?>", "?>" + doctype);
                }
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return Files.write(temp.resolve("edited.xlsx"), out.toByteArray());
    }
}
