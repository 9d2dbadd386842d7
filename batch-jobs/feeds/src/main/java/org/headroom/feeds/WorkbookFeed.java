package org.headroom.feeds;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;
import org.headroom.export.BaseName;
import org.headroom.export.FileDraft;
import org.headroom.feeds.workbook.AboutSheet;
import org.headroom.feeds.workbook.CsvSheet;
import org.headroom.feeds.workbook.RankedSheets;
import org.headroom.feeds.workbook.StableZip;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.table.RankingFiles;

/**
 * {@code ranked.xlsx}: a run as a workbook with a sheet a topic: Ranked, Excluded, Changes, Call list, Layers, Issues, Fields, About. Numbers are numbers and days
 * are days; there is no formula in it. A sheet ends at Excel's last row, 1,048,576; About says what did not fit, and so does the log.
 */
final class WorkbookFeed implements RunFeed {
    @Override
    public String id() {
        return "xlsx";
    }

    @Override
    public String file() {
        return PublishedRun.BASE_NAME + ".xlsx";
    }

    @Override
    public void write(RunContent run, Path file) {
        Path draft = file.resolveSibling("." + file.getFileName() + ".draft");
        try {
            draft(run, draft);
            FileDraft.write(file, out -> StableZip.copy(draft, run.manifest().evaluationDate(), out));
        } catch (IOException | UncheckedIOException e) {
            throw BaseName.cannotWrite(file, e);
        } finally {
            FileDraft.deleteQuietly(draft);
        }
    }

    private static void draft(RunContent run, Path draft) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft));
                Workbook book = new Workbook(out, "Headroom", "1.0");
                RankingFiles files = run.ranking()) {
            AboutSheet about = new AboutSheet(run.name(), run.manifest());
            RankedSheets ranked = new RankedSheets(files.table(run.allColumns(), run.manifest().run()));
            ranked.write(book, run.manifest().counts().ranked(), about);
            CsvSheet.write(book, "Changes", run.folder().resolve("changes.csv"), about);
            about.writeCallList(book, run.files().advice());
            about.writeLayers(book);
            CsvSheet.write(book, "Issues", run.folder().resolve(PublishedRun.ISSUES), about);
            ranked.writeFields(book);
            about.write(book);
        }
    }
}
