package org.headroom.runs;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.NearestName;
import org.headroom.runs.file.Json;
import org.headroom.runs.store.SiteStore;

/**
 * A run that was published.
 *
 * @param folder its folder
 */
public record PublishedRun(Path folder) {
    /** Name without extension of the files with the ranking. */
    public static final String BASE_NAME = "ranked";
    /** Name of the file with the problems found in the input. */
    public static final String ISSUES = "issues.csv";

    private static final int NAMES_COMPARED = 100_000;

    /** {@code DATE-N}. */
    public String name() {
        return folder.getFileName().toString();
    }

    /** The name under which a person finds it in the folder for runs: {@code DATE-N}, or {@code what-if/DATE-N} for one that is no night. */
    public String shownName() {
        Path parent = folder.toAbsolutePath().normalize().getParent();
        return parent != null && parent.endsWith(RunFolders.WHAT_IF) ? RunFolders.WHAT_IF + "/" + name() : name();
    }

    /** The evaluation date as its name has it, ISO 8601. */
    public String date() {
        return name().substring(0, name().lastIndexOf('-'));
    }

    /** The evaluation date. */
    public LocalDate day() {
        return LocalDate.parse(date());
    }

    /**
     * What the run was made from and what came of it.
     *
     * @throws HeadroomException of family DATA when the manifest is missing or damaged
     */
    public Manifest manifest() {
        try {
            return Json.read(folder.resolve(Manifest.FILE), Manifest.class);
        } catch (UncheckedIOException e) {
            throw new HeadroomException(
                    FailureFamily.DATA,
                    "run " + shownName() + " is damaged: " + folder.resolve(Manifest.FILE) + " cannot be read",
                    "Remove its folder, or take it from a backup. \"headroom runs verify\" tells what else is damaged.",
                    e);
        }
    }

    /** The manifest; empty when it is missing or damaged, or the run was removed since it was listed. */
    public Optional<Manifest> findManifest() {
        try {
            return Optional.of(manifest());
        } catch (HeadroomException e) {
            return Optional.empty();
        }
    }

    /** The sites of the first ranks, at most so many; cheap for any number of sites. */
    public List<RankedRow> head(int rows) {
        try (RunColumns columns = new RunColumns(explanationFiles())) {
            return RankedTop.of(columns, rows);
        }
    }

    /**
     * The place of a site in the run's store.
     *
     * @param sites the store of this run
     * @throws HeadroomException of family CONFIG when there is no such site, with the nearest id
     */
    public int place(SiteStore sites, String siteId) {
        int site = sites.find(siteId);
        if (site < 0) {
            List<String> ids = IntStream.range(0, Math.min(sites.size(), NAMES_COMPARED))
                    .mapToObj(sites::siteId)
                    .toList();
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "run " + shownName() + " has no site \"" + siteId + "\"" + NearestName.hint(siteId, ids),
                    "The field SITE_ID of ranked.shp has the ids.");
        }
        return site;
    }

    public ExplanationFiles explanationFiles() {
        return new ExplanationFiles(folder.resolve("explanations"));
    }
}
