package org.headroom.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankedHeadTest {
    @TempDir
    Path folder;

    private void write(int rows) {
        RankedTable table = RankedTable.inMemory(
                rows,
                row -> -100 + row,
                row -> 40,
                List.of(
                        ExportColumn.integer(ColumnNames.RANK, "1", "rank", row -> row + 1L),
                        ExportColumn.text(ColumnNames.NAME, "1", "name", row -> row == 1 ? null : "Québec 北京 " + row),
                        ExportColumn.number(
                                ColumnNames.SCORE, "1", "score", 3, row -> row == 2 ? Double.NaN : 80.5 - row)));
        ShapefileWriter.write(table, LocalDate.of(2026, 5, 1), folder, "ranked");
    }

    @Test
    void readsTheFirstRowsOfWhatTheExportWrote() {
        write(5);
        List<Map<String, String>> rows = RankedHead.read(folder, 3);
        assertThat(rows).extracting(row -> row.get(ColumnNames.RANK)).containsExactly("1", "2", "3");
        assertThat(rows).extracting(row -> row.get(ColumnNames.NAME)).containsExactly("Québec 北京 0", "", "Québec 北京 2");
        assertThat(rows).extracting(row -> row.get(ColumnNames.SCORE)).containsExactly("80.500", "79.500", "");
        assertThat(rows.get(0).get("convertibleMw")).isNull();
    }

    @Test
    void readsFewerWhenThereAreFewer() {
        write(1);
        assertThat(RankedHead.read(folder, 10)).hasSize(1);
        assertThat(RankedHead.read(folder, 0)).isEmpty();
    }

    @Test
    void readsAnEmptyRanking() {
        write(0);
        assertThat(RankedHead.read(folder, 10)).isEmpty();
    }
}
