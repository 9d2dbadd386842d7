package org.headroom.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.headroom.report.data.Given;
import org.headroom.report.data.PageData;
import org.headroom.report.data.PageReader;
import org.headroom.report.data.RunInput;
import org.headroom.report.data.SheetReader;
import org.headroom.report.data.SiteSheet;
import org.headroom.report.page.Page;
import org.headroom.report.safe.OwnSource;
import org.headroom.report.sheet.Sheet;
import org.headroom.runs.file.Json;
import org.headroom.runs.whatif.RunWhatIf;

/**
 * The page of a run and its sheets. The same files of a run give the same bytes: no time, no folder and no name of a machine stands in them.
 * Stateless.
 */
public final class RunReport {
    /** The folder in a run. */
    public static final String FOLDER = "report";

    /** The page in it. */
    public static final String PAGE = "index.html";

    /** The folder with the sheets in it. */
    public static final String SITES = "sites";

    private static final String GIVEN = "given.json";

    private RunReport() {}

    /** Writes page and sheets into a run that is not shown yet, with what they cannot be made anew without. */
    public static void write(RunInput input) {
        try {
            Path folder = Files.createDirectories(input.folder().resolve(FOLDER));
            Files.writeString(folder.resolve(GIVEN), input.given().json(), StandardCharsets.UTF_8);
            write(input, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes page and sheets into a folder that there is.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    public static void write(RunInput input, Path folder) {
        try {
            PageData page = PageReader.read(input);
            Path sites = Files.createDirectories(folder.resolve(SITES));
            for (SiteSheet sheet : page.sheets()) {
                try (Writer to = Files.newBufferedWriter(sites.resolve(fileName(sheet)))) {
                    Sheet.write(to, input, sheet, page.records(), style());
                }
            }
            try (Writer to = Files.newBufferedWriter(folder.resolve(PAGE))) {
                Page.write(to, page, sheet -> SITES + "/" + fileName(sheet), style(), script());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the page alone, without links to sheets.
     *
     * @param to where it goes; stays open
     */
    public static void writePage(RunInput input, Writer to) {
        Page.write(to, PageReader.read(input), sheet -> "", style(), script());
    }

    /**
     * Writes the sheet of any site.
     *
     * @param history how the site stood in other nights, the newest first
     * @param to where it goes; stays open
     * @throws org.headroom.model.HeadroomException of family CONFIG when the run has no such site, with the nearest id
     */
    public static void writeSheet(RunInput input, String siteId, List<SiteSheet.PastNight> history, Writer to) {
        try (SheetReader reader = new SheetReader(input)) {
            Sheet.write(
                    to,
                    input,
                    reader.of(siteId, new RunWhatIf(input.run(), input.policy()).of(siteId, input.topN()))
                            .with(history),
                    reader.records(),
                    style());
        }
    }

    /** What the pages of a published run tell beside it; nothing for a run that was published without a page. */
    public static Given given(Path runFolder) {
        Path file = runFolder.resolve(FOLDER).resolve(GIVEN);
        return Files.exists(file) ? Json.read(file, Given.class) : Given.NOTHING;
    }

    private static String fileName(SiteSheet sheet) {
        return SheetName.of(sheet.row() + 1, sheet.id());
    }

    private static OwnSource style() {
        return OwnSource.of(RunReport.class, "page.css");
    }

    private static OwnSource script() {
        return OwnSource.of(RunReport.class, "page.js");
    }
}
