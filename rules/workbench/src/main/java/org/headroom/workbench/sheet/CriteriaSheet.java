package org.headroom.workbench.sheet;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.headroom.model.Criterion;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.check.Problems;
import org.headroom.rules.file.PolicyFolder;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.spreadsheet.CsvSheet;
import org.headroom.rules.spreadsheet.SheetRow;
import org.headroom.rules.spreadsheet.Spreadsheet;
import org.headroom.rules.vocabulary.Vocabulary;

/** Writes the criteria tables of a policy as one sheet, a criterion a row; a workbook has its decision tables beside it. */
public final class CriteriaSheet {
    private CriteriaSheet() {}

    /**
     * What a file holds.
     *
     * @param criteria rows of the sheet of criteria
     * @param decisionTables sheets beside it
     */
    public record Written(int criteria, int decisionTables) {}

    /**
     * Writes a sheet. A file that is there already is left alone, as there may be edits in it.
     *
     * @param file ends in {@code .csv} for CSV; a workbook else
     * @return how much was written
     * @throws HeadroomException of family POLICY when a table does not agree with its schema; DATA when the file is there already;
     *     EXTERNAL when it cannot be written
     */
    public static Written write(Path folder, Vocabulary vocabulary, Path file) {
        Problems problems = new Problems();
        PolicyFolder policy = PolicyFolder.read(folder, problems);
        List<CriteriaYaml> tables = CriteriaYaml.readAll(policy, problems);
        Map<String, List<SheetRow>> decisionTables = TableSheets.rows(policy, problems);
        problems.throwIfAny(folder.toString());
        Vocabulary known = Policy.vocabulary(folder, vocabulary);
        List<List<String>> rows = new ArrayList<>();
        rows.add(Arrays.stream(CriteriaColumn.values())
                .map(CriteriaColumn::title)
                .toList());
        for (CriteriaYaml table : tables) {
            table.lines().forEach(line -> rows.add(row(line, known)));
        }
        boolean csv = Spreadsheet.isCsv(String.valueOf(file.getFileName()));
        try {
            Files.write(
                    file,
                    csv ? CsvSheet.write(rows) : PolicyWorkbook.write(rows, decisionTables),
                    StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new HeadroomException(
                    FailureFamily.DATA,
                    file + " is there already",
                    "Give another name, or remove it if there are no edits in it.",
                    e);
        } catch (IOException e) {
            throw new HeadroomException(
                    FailureFamily.EXTERNAL, "cannot write " + file, "Check that its folder exists.", e);
        }
        return new Written(rows.size() - 1, csv ? 0 : decisionTables.size());
    }

    private static List<String> row(CriteriaLine line, Vocabulary vocabulary) {
        return Arrays.stream(CriteriaColumn.values())
                .map(column -> column == CriteriaColumn.UNIT ? unit(line, vocabulary) : line.text(column))
                .toList();
    }

    private static String unit(CriteriaLine line, Vocabulary vocabulary) {
        return vocabulary.criteria().stream()
                .filter(c -> c.id().equals(line.text(CriteriaColumn.CRITERION)))
                .map(Criterion::unit)
                .findFirst()
                .orElse("");
    }
}
