package org.headroom.export;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankedTableTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "x\"y", "Geom", "FID", "1a", "größe"})
    void namesThatSomeFormatCannotTakeAreRefused(String name) {
        assertThatThrownBy(() -> ExportColumn.integer(name, "1", "", row -> row))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + name + "\"");
    }

    @Test
    void namesThatDifferInCaseOnlyAreRefused() {
        List<ExportColumn> columns = List.of(
                ExportColumn.integer("rank", "1", "", row -> row), ExportColumn.integer("Rank", "1", "", row -> row));
        assertThatThrownBy(() -> RankedTable.inMemory(1, row -> 0, row -> 0, columns))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"Rank\" occurs twice");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 16})
    void decimalsThatADbfCannotHoldAreRefused(int decimals) {
        assertThatThrownBy(() -> ExportColumn.number("score", "1", "", decimals, row -> row))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("score");
    }

    @Test
    void aTableWithoutColumnsIsRefused() {
        assertThatThrownBy(() -> RankedTable.inMemory(1, row -> 0, row -> 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
