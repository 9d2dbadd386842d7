package org.headroom.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.SeenText;
import org.headroom.rules.policy.Policy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody who looks at a policy does not see, and what only a machine would write. */
class SeenTest {
    @TempDir
    Path folder;

    @TempDir
    Path others;

    @BeforeEach
    void policy() throws IOException {
        new TestPolicy(folder);
    }

    private List<String> problems() {
        return Policy.check(folder, TestModule.vocabulary()).stream()
                .map(PolicyProblem::text)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy.yaml", "drl", "criteria", "drl/rules.drl"})
    void linksAreNotFollowed(String name) throws IOException {
        Path elsewhere = others.resolve("x");
        Files.move(folder.resolve(name), elsewhere);
        Files.createSymbolicLink(folder.resolve(name), elsewhere);
        assertThat(problems()).anyMatch(problem -> problem.startsWith(name) && problem.contains("not followed here"));
    }

    @Test
    void hiddenFilesDecideNothingAndAreNamed() throws IOException {
        Files.copy(folder.resolve("drl/rules.drl"), folder.resolve("drl/.more.drl"));
        Files.writeString(folder.resolve("drl/.DS_Store"), "x");
        assertThat(problems())
                .anyMatch(problem -> problem.startsWith("drl/.more.drl: is a hidden file, and such ones are not used"))
                .anyMatch(problem -> problem.startsWith("drl/.DS_Store: warning: is a hidden file"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"score: {minimum: 0, maximum: 7}", "rankBy: EXPECTED", "colour: 7", "7: 7"})
    void whatIsVeryLongIsToldShortly(String line) throws IOException {
        Files.writeString(
                folder.resolve("policy.yaml"),
                "policy: p\nversion: 1\n" + line.replaceFirst("7|EXPECTED", "7".repeat(900_000)) + "\n");
        assertThat(problems()).isNotEmpty().allMatch(problem -> problem.length() < 1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"critera", "Parameters", "DRL", "dlr"})
    void aFolderThatIsMisspeltIsNamed(String name) throws IOException {
        Files.createDirectory(folder.resolve(name));
        assertThat(problems())
                .anyMatch(problem -> problem.startsWith(name + ": is not used") && problem.contains("did you mean"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T\u200BX",
                "T\u200DX",
                "\u0422X",
                "\u0422\u0425",
                "TX\u00A0",
                "\uFF34\uFF38",
                "\uD835\uDC13X",
                "TX\uFE0F",
                "T\u3164X"
            })
    void aTextThatIsComparedMustBeWhatItLooksLike(String literal) throws IOException {
        assertThat(SeenText.flaw(literal)).isPresent();
        Path rules = folder.resolve("drl/rules.drl");
        Files.writeString(
                rules,
                "package headroom.policy;\nimport org.headroom.rules.Site;\n"
                        + "rule \"r\" @source(\"t\")\nwhen\n  $s: Site(name == \"" + literal
                        + "\")\nthen\n  $s.bonus(1, \"x\");\nend\n");
        assertThat(problems()).anyMatch(problem -> problem.startsWith("drl/rules.drl:5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TX",
                "Do\u00F1a Ana",
                "\u041A\u0438\u0457\u0432",
                "\u4E0A\u6D77",
                "\u0391\u03B8\u03AE\u03BD\u03B1",
                "10 kV",
                ""
            })
    void textsOfOneScriptAreWhatTheyLookLike(String text) {
        assertThat(SeenText.flaw(text)).isEqualTo(Optional.empty());
    }

    @Test
    void aCommentEndsWhereTheParserEndsIt() throws IOException {
        Files.writeString(
                folder.resolve("drl/rules.drl"),
                "package headroom.policy;\nrule \"r\" @source(\"t\")\nwhen\n$s: Site(// x\r" + "a > (f(".repeat(40)
                        + "\nthen\n$s.bonus(1, \"x\");\nend\n");
        long start = System.nanoTime();
        assertThat(problems()).isNotEmpty();
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"inlineStr\"><is><t>x</t></is></c></row>| row 2 cannot be seen",
                "<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>1</v></c></row><row r=\"4\" ht=\"0.5\"><c><v>1</v></c></row>| rows 2, 4 cannot be seen",
                "<row r=\"2\" ht=\"0\"><c r=\"A2\"><v>1</v></c></row>| row 2 cannot be seen",
                "<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>|it has a cell ZZZZZZ2",
                "<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>|it has a cell XFD2",
                "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>|it has a row 1048576",
                "<row r=\"2\"><c r=\"A2\"><v>1e999999999</v></c></row>|holds the figure 1e999999999",
                "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>99999999</v></c></row>|shows text 99999999, which there is not",
                "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>7</v></c></row>|shows text 7 of 1"
            })
    void whatNoSpreadsheetProgramShowsOrKeepsIsRefused(String rowAndMessage) throws IOException {
        String[] parts = rowAndMessage.split("\\|");
        Files.write(folder.resolve("drl/t.drl.xlsx"), workbook(parts[0]));
        long start = System.nanoTime();
        assertThat(problems())
                .anyMatch(problem -> problem.startsWith("drl/t.drl.xlsx") && problem.contains(parts[1].strip()));
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    /** As office programs write where nothing is: rows to the last one, and what was hidden to tidy up. */
    @Test
    void whatIsHiddenAndEmptyDoesNoHarm() throws IOException {
        Files.write(
                folder.resolve("drl/t.drl.xlsx"),
                workbook("<row r=\"2\" hidden=\"1\"><c r=\"A2\" s=\"0\"/></row><row r=\"1048576\" ht=\"12.8\"/>"));
        assertThat(problems())
                .filteredOn(problem -> problem.startsWith("drl/t.drl.xlsx"))
                .isNotEmpty()
                .noneMatch(problem -> problem.contains("cannot be seen") || problem.contains("1048576"));
    }

    private static byte[] workbook(String row) throws IOException {
        String main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook " + main + "><sheets><sheet name=\"S\" sheetId=\"1\"/></sheets></workbook>");
            put(zip, "xl/sharedStrings.xml", "<sst " + main + "><si><t>a</t></si></sst>");
            put(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet " + main + "><sheetData>" + row + "</sheetData></worksheet>");
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
