package org.headroom.runs.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunFolders;
import org.headroom.runs.RunSeals;
import org.headroom.runs.file.Folders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes old runs of a project once a new one is published. Never the run that {@code latest} names, never the one just published, and
 * nothing but runs of this project by their manifests. A run is hidden by one rename before it is deleted, so that it is there as a whole or
 * not at all, whenever a kill or a power cut comes.
 */
public final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final Path out;
    private final String project;
    private final KeepSpec keep;

    public Retention(Path out, String project, KeepSpec keep) {
        this.out = out;
        this.project = project;
        this.keep = keep;
    }

    /** @param published name of the run just published */
    public void apply(String published) {
        if (keep.isEverything()) {
            return;
        }
        List<PublishedRun> all = new RunFolders(out).list();
        // What somebody put there takes the place of none that was published here.
        RunSeals seals = new RunSeals(out);
        List<PublishedRun> own =
                all.stream().filter(this::isOwn).filter(seals::isKnown).toList();
        Optional<PublishedRun> latest = all.stream().filter(seals::isKnown).findFirst();
        for (int newer = 1; newer < own.size(); newer++) {
            PublishedRun run = own.get(newer);
            long age = ChronoUnit.DAYS.between(date(run), date(own.get(0)));
            if (!keep.stays(newer, age)
                    && !Optional.of(run).equals(latest)
                    && !run.name().equals(published)) {
                remove(run);
            }
        }
    }

    /** A folder that somebody gave another day's name is not known for what it is. */
    private boolean isOwn(PublishedRun run) {
        Optional<Manifest> manifest = run.findManifest();
        return manifest.isPresent()
                && manifest.get().project().equals(project)
                && run.date().equals(manifest.get().evaluationDate());
    }

    private static LocalDate date(PublishedRun run) {
        return LocalDate.parse(run.date());
    }

    /** Warned of, so that it is seen without asking: nothing is lost silently. A run that cannot be removed waits for the next night. */
    private void remove(PublishedRun run) {
        try {
            Path hidden = Removal.hide(run);
            LOG.warn("removed run {}, which the project does not keep any longer", run.name());
            Folders.delete(hidden);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("run {} is to be removed, but cannot be ({})", run.name(), e.toString());
        }
    }
}
