package org.headroom.jobs.reuse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.headroom.host.InstalledModule;
import org.headroom.jobs.measure.FaultFiles;
import org.headroom.model.Criterion;
import org.headroom.model.OutsideFailure;
import org.headroom.runs.file.Folders;
import org.headroom.runs.folder.WorkFolder;
import org.headroom.runs.kept.KeptFolder;
import org.headroom.runs.store.ColumnNaming;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes from earlier runs what this one would make again to the last bit: candidate sites whose sources are the same, and the columns of
 * modules for which sites, layers, parameters and code are the same. What a run made is kept for later ones once it is published.
 */
public final class KeptColumns {
    private static final Logger LOG = LoggerFactory.getLogger(KeptColumns.class);

    private final WorkFolder work;
    private final String project;
    private final List<InstalledModule> modules;
    private final Set<String> criteria;
    private final ColumnKeys keys;
    private final KeptFolder kept;

    /**
     * @param out folder for runs
     * @param project name of the project
     * @param modules the modules of which anything is wanted
     * @param criteria ids of the criteria that are wanted
     */
    public KeptColumns(
            Path out,
            WorkFolder work,
            String project,
            List<InstalledModule> modules,
            Set<String> criteria,
            ColumnKeys keys) {
        this.work = work;
        this.project = project;
        this.modules = modules;
        this.criteria = criteria;
        this.keys = keys;
        this.kept = new KeptFolder(out.resolve(".columns"));
    }

    /** Takes the candidate sites; false when there are none to be had. */
    public boolean takeSites() {
        Optional<Path> entry = kept.find(sitesName(), keys.sites());
        entry.ifPresent(found -> link(found, work.columns().sites(), ""));
        return entry.isPresent();
    }

    /** Takes the columns of every module for which there are any; gives the modules that have to measure. */
    public List<InstalledModule> takeColumns() {
        List<InstalledModule> left = new ArrayList<>();
        for (InstalledModule module : modules) {
            Optional<Path> entry = kept.find(name(module), keys.columns(module));
            if (entry.isEmpty()) {
                left.add(module);
                continue;
            }
            link(entry.get(), work.columns().measurements(), ColumnNaming.SUFFIX);
            link(entry.get(), work.faults(), FaultFiles.SUFFIX);
        }
        return left;
    }

    private static void link(Path entry, Path folder, String suffix) {
        try (Stream<Path> files = Files.list(entry)) {
            for (Path file : files.filter(f -> f.toString().endsWith(suffix)).toList()) {
                Path target = folder.resolve(file.getFileName());
                if (!KeptFolder.isOwn(file)) {
                    // A run that was killed may have made a part of the file itself.
                    Files.deleteIfExists(target);
                    Folders.linkFile(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what this run made. When that fails the next run measures again, and nothing else is lost. */
    public void keep() {
        try {
            kept.keep(sitesName(), keys.sites(), files(work.columns().sites()));
            for (InstalledModule module : modules) {
                List<Path> files = new ArrayList<>();
                for (Criterion criterion : module.module().criteria()) {
                    if (criteria.contains(criterion.id())) {
                        files.add(work.columns().measurementFile(criterion.id()));
                    }
                }
                Path faults = FaultFiles.of(work.faults(), module.module().id());
                if (FaultFiles.read(work.faults()).stream()
                        .anyMatch(fault -> fault.isOfWholeModule()
                                && fault.moduleId().equals(module.module().id()))) {
                    // It is tried again the next time.
                    continue;
                }
                if (Files.exists(faults)) {
                    files.add(faults);
                }
                kept.keep(name(module), keys.columns(module), files);
            }
        } catch (IOException e) {
            notKept(e);
        } catch (UncheckedIOException e) {
            notKept(Objects.requireNonNull(e.getCause()));
        }
    }

    private void notKept(IOException why) {
        LOG.warn("columns of {} are not kept for later runs: {}", work.runName(), OutsideFailure.describe(why));
    }

    private String sitesName() {
        return project + ".sites";
    }

    private String name(InstalledModule module) {
        return project + "." + module.module().id();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }
}
