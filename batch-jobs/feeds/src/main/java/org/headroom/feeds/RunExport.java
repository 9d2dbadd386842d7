package org.headroom.feeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.headroom.export.BaseName;
import org.headroom.export.ExportFormat;
import org.headroom.export.Publication;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.NearestName;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.table.RankingFiles;

/** Writes a run that was published in further formats, somewhere else; the run itself stays as it is. */
public final class RunExport {
    private RunExport() {}

    /**
     * Writes all columns that there are.
     *
     * @param formats names, as a project file has them
     * @param folder is made where there is none; files of the same name are replaced
     * @throws HeadroomException CONFIG for a format that there is not, or for the folder of the run itself; DATA when a format cannot hold the
     *     run; EXTERNAL when a file cannot be written
     */
    public static void write(RunContent run, Set<String> formats, Path folder) {
        for (String format : formats) {
            if (!Feeds.publishable().contains(format)) {
                throw new HeadroomException(
                        FailureFamily.CONFIG,
                        "there is no format \"" + format + "\"" + NearestName.hint(format, Feeds.publishable()),
                        "The formats are " + String.join(", ", Feeds.publishable()) + ".");
            }
        }
        make(run, folder);
        for (ExportFormat format : ExportFormat.all()) {
            if (formats.contains(format.id())) {
                // A format goes through the windows of a table from the first on.
                try (RankingFiles files = run.ranking()) {
                    format.write(new Publication(
                            files.table(run.allColumns(), run.manifest().run()),
                            List.of(),
                            LocalDate.parse(run.manifest().evaluationDate()),
                            folder,
                            PublishedRun.BASE_NAME,
                            run.threads()));
                }
            }
        }
        Feeds.write(formats, run, folder);
    }

    private static void make(RunContent run, Path folder) {
        try {
            Files.createDirectories(folder);
            if (folder.toRealPath().startsWith(run.folder().toRealPath())) {
                throw new HeadroomException(
                        FailureFamily.CONFIG,
                        folder + " lies in the run itself, which is never written to again",
                        "Give another folder.");
            }
        } catch (IOException e) {
            throw BaseName.cannotWrite(folder, e);
        }
    }
}
