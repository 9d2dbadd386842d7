package org.headroom.export.geopackage;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.headroom.export.ChangeNote;
import org.headroom.export.ExportColumn;
import org.headroom.export.RankedTable;
import org.headroom.export.style.ChangesStyle;

/** What moved since the night before, as a table: a row for each site that moved and each cause. */
final class ChangesTable {
    private final List<ChangeNote> changes;

    private ChangesTable(List<ChangeNote> changes) {
        this.changes = changes;
    }

    static RankedTable of(List<ChangeNote> changes) {
        return new ChangesTable(changes).table();
    }

    private RankedTable table() {
        return RankedTable.inMemory(
                changes.size(),
                row -> changes.get(row).longitude(),
                row -> changes.get(row).latitude(),
                List.of(
                        text("site", "id of the site", ChangeNote::siteId),
                        text("name", "name of the site", ChangeNote::name),
                        whole("rankFrom", "rank in the night before", ChangeNote::rankFrom),
                        whole("rankTo", "rank in this run", ChangeNote::rankTo),
                        whole(
                                ChangesStyle.RANKS,
                                "difference of the ranks; below 0 for a site that rises",
                                ChangesTable::ranks),
                        number("scoreFrom", "score in the night before", ChangeNote::scoreFrom),
                        number("scoreTo", "score in this run", ChangeNote::scoreTo),
                        text("cause", "what kind of input moved it", ChangeNote::cause),
                        text("of", "which of them", ChangeNote::of),
                        number("score", "by how much the score moved for this cause", ChangeNote::score),
                        text("text", "what happened, in a sentence", ChangeNote::text)));
    }

    private static long ranks(ChangeNote change) {
        return change.rankFrom() == ExportColumn.MISSING || change.rankTo() == ExportColumn.MISSING
                ? ExportColumn.MISSING
                : change.rankTo() - change.rankFrom();
    }

    private ExportColumn text(String name, String description, Function<ChangeNote, String> value) {
        return ExportColumn.text(name, "1", description, row -> value.apply(changes.get(row)));
    }

    private ExportColumn whole(String name, String description, ToLongFunction<ChangeNote> value) {
        return ExportColumn.integer(name, "1", description, row -> value.applyAsLong(changes.get(row)));
    }

    private ExportColumn number(String name, String description, ToDoubleFunction<ChangeNote> value) {
        return ExportColumn.number(name, "1", description, 3, row -> value.applyAsDouble(changes.get(row)));
    }
}
