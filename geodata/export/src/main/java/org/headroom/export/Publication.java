package org.headroom.export;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.headroom.model.DataIssue;

/**
 * What a run publishes, and where.
 *
 * @param table the ranking
 * @param issues problems found in the input, for formats that hold more than one table
 * @param evaluationDate day for which the ranking holds
 * @param folder existing folder
 * @param baseName file name without extension, such as {@code ranked}
 * @param threads how many threads may format and write, at least 1; they change the speed only
 * @param about what the files say of the run
 * @param areas areas of the sites
 * @param changes what moved since the night before; empty where there is none
 */
public record Publication(
        RankedTable table,
        List<DataIssue> issues,
        LocalDate evaluationDate,
        Path folder,
        String baseName,
        int threads,
        About about,
        AreaSource areas,
        List<ChangeNote> changes) {
    public Publication {
        issues = List.copyOf(issues);
        changes = List.copyOf(changes);
    }

    /** A ranking of points of which no more than its day is known. */
    public Publication(
            RankedTable table,
            List<DataIssue> issues,
            LocalDate evaluationDate,
            Path folder,
            String baseName,
            int threads) {
        this(
                table,
                issues,
                evaluationDate,
                folder,
                baseName,
                threads,
                About.onlyDated(evaluationDate),
                AreaSource.NONE,
                List.of());
    }
}
