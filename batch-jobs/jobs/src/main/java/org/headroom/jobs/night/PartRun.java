package org.headroom.jobs.night;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.headroom.host.InstalledModule;
import org.headroom.jobs.engine.PartOrder;
import org.headroom.jobs.inputs.InputDigester;
import org.headroom.jobs.load.LayerSet;
import org.headroom.jobs.measure.Bindings;
import org.headroom.jobs.score.RankingParts;
import org.headroom.jobs.step.BlockPlace;
import org.headroom.jobs.step.BlockRange;
import org.headroom.jobs.step.Blocks;
import org.headroom.jobs.step.Lazy;
import org.headroom.jobs.step.PartStep;
import org.headroom.jobs.step.Progress;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.InputDigests;
import org.headroom.runs.folder.WorkFolder;
import org.headroom.runs.store.SiteStore;
import org.jspecify.annotations.Nullable;

/** A run as it stands in a process that does parts of it: all of it is read, and nothing but the folder of an attempt is written. */
final class PartRun {
    private static final String ADVICE =
            "Let every machine that takes part have the same build of Headroom, and see the folders of the"
                    + " project, of the policy, of the plugins and of the runs under the same paths. Then give the same command again.";

    private static @Nullable PartRun current;

    private final PartOrder order;
    private final WorkFolder work;
    private final RunParts parts;
    private final Progress progress = new Progress();
    private final SiteStore sites;
    private final Lazy<Bindings> bindings = new Lazy<>(this::bind);
    /** Parts that are being done, and one for being the current run; guarded by the class. */
    private int users = 1;

    private PartRun(PartOrder order) {
        this.order = order;
        this.work = new WorkFolder(order.work());
        this.parts = new RunParts(
                order.request(),
                (folder, vocabulary) -> Policy.load(folder, vocabulary, order.rules()),
                project -> new LayerSet(project, order.snapshots()));
        if (!Files.isDirectory(order.session())) {
            throw new HeadroomException(
                    FailureFamily.EXTERNAL, "the machine " + host() + " does not see " + order.session(), ADVICE);
        }
        refuseOtherInputs();
        sites = new SiteStore(work.columns().sites());
    }

    /** A run in use until it is closed. */
    record Use(PartRun run) implements AutoCloseable {
        @Override
        public void close() {
            run.release();
        }
    }

    /** The run of an order: the one that is open, or a new one in its place. */
    static Use use(PartOrder order) {
        synchronized (PartRun.class) {
            PartRun run = current;
            if (run == null || !run.order.session().equals(order.session())) {
                if (run != null) {
                    current = null;
                    run.release();
                }
                run = new PartRun(order);
                current = run;
            }
            run.users++;
            return new Use(run);
        }
    }

    private void release() {
        synchronized (PartRun.class) {
            users--;
            if (users == 0) {
                sites.close();
            }
        }
    }

    /** What this machine sees must be what the run began with, or a part of it would be of another run. */
    private void refuseOtherInputs() {
        InputDigests here = new InputDigester(
                        order.request(), parts.project(), parts.layers(), parts.modules(), progress)
                .digest(order.inputs().layers());
        List<String> differences = order.inputs().differences(here);
        if (!differences.isEmpty()) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "the machine " + host() + " sees other inputs than the run began with: "
                            + String.join(", ", differences),
                    ADVICE);
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "of the engine";
        }
    }

    private Bindings bind() {
        List<InstalledModule> measuring = parts.plannedModules().stream()
                .filter(installed ->
                        order.measuring().contains(installed.module().id()))
                .toList();
        return parts.bind(measuring);
    }

    /**
     * Makes a part.
     *
     * @param attempt name of the folder to make
     * @param isCancelled asked before each block
     */
    void make(String step, BlockRange part, String attempt, BooleanSupplier isCancelled) {
        Blocks blocks = new Blocks(sites.size(), order.request().blockSites());
        WorkFolder folder = WorkFolder.createForPart(order.session().resolve(attempt));
        switch (step) {
            case RankingParts.SORT -> RankingParts.sort(work, sites, blocks, part, folder.path());
            case RankingParts.MERGE -> RankingParts.merge(order.session(), part, folder.path());
            default -> makeBlocks(step, new BlockPlace(folder, blocks, part), isCancelled);
        }
    }

    private void makeBlocks(String step, BlockPlace place, BooleanSupplier isCancelled) {
        BlockRange part = place.range();
        try (PartStep made = open(step, place)) {
            for (int block = part.first(); block < part.end(); block++) {
                if (isCancelled.getAsBoolean()) {
                    throw new CancellationException("block " + block + " is not wanted any more");
                }
                made.process(block);
            }
            made.finishPart();
        }
    }

    private PartStep open(String step, BlockPlace place) {
        return switch (step) {
            case PartWorker.MEASURE -> parts.measuring(work, place, sites, bindings.get(), order.givenUp(), progress);
            case PartWorker.SCORE -> parts.scoring(work, place, sites, progress);
            default -> throw new IllegalArgumentException("step " + step + " does not work block by block");
        };
    }
}
