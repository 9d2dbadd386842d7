package org.headroom.jobs.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.headroom.jobs.project.Project;
import org.headroom.jobs.step.Lazy;
import org.headroom.jobs.step.Progress;
import org.headroom.layers.LayerDescriptor;
import org.headroom.layers.LayerLoader;
import org.headroom.layers.LayerRepeats;
import org.headroom.layers.LayerSnapshot;
import org.headroom.layers.LoadedLayer;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;
import org.headroom.runs.file.Digests;
import org.headroom.runs.file.Folders;
import org.headroom.spi.FeatureLayer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The layers of a project, each loaded once, from its snapshot when the source has not changed and the snapshot is sound. Snapshots are kept in {@code .layers}
 * beside the runs (of scenarios: beside those of the night), under the digest of all that the layer is made from. Safe for several threads.
 */
public final class LayerSet {
    private static final Logger LOG = LoggerFactory.getLogger(LayerSet.class);

    private final LayerLoader loader;
    private final Path snapshots;
    /** By layer, the folders to read instead of what the sources call for; empty in the process that holds the run. */
    private final Map<String, Path> made;

    private final Progress progress;
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Optional<String> jurisdictions;
    private final Lazy<List<LoadedLayer>> all = new Lazy<>(this::checked);

    /**
     * The layers of a project, of which none is read yet.
     *
     * @param snapshots folder of their snapshots; need not exist
     */
    public LayerSet(Project project, Path snapshots, Progress progress) {
        this(project, snapshots, Map.of(), progress);
    }

    /**
     * The layers of a project as another process has read them: only snapshots are read, and nothing is made.
     *
     * @param made the folder with the snapshot of each layer
     */
    public LayerSet(Project project, Map<String, Path> made) {
        this(project, Path.of(""), made, new Progress());
    }

    private LayerSet(Project project, Path snapshots, Map<String, Path> made, Progress progress) {
        this.made = Map.copyOf(made);
        this.loader = new LayerLoader(project.dataFolder());
        this.snapshots = snapshots;
        this.progress = progress;
        this.jurisdictions = project.jurisdictions();
        int ordinal = 0;
        for (LayerDescriptor descriptor : project.layers()) {
            slots.put(descriptor.id(), new Slot(descriptor, ordinal++));
        }
    }

    /** Layer ids in the project's order. */
    public List<String> ids() {
        return List.copyOf(slots.keySet());
    }

    /** Layer ids, those with the largest source first; the same order for the same inputs. */
    public List<String> largestFirst() {
        return slots.values().stream()
                .sorted(Comparator.comparingLong((Slot slot) -> loader.sourceBytes(slot.descriptor))
                        .reversed())
                .map(slot -> slot.descriptor.id())
                .toList();
    }

    /** SHA-256 over all that a layer is made from: its descriptor, its source files, and the layer that it is joined to. */
    public String digest(String id) {
        return slot(id).digest();
    }

    /** The folder with the snapshot of a layer, which need not be there yet. */
    public Path snapshot(String id) {
        return slot(id).folder();
    }

    /** Loads a layer as a step of the job. */
    public void load(String id) {
        get(id);
        progress.advance(1);
    }

    /** A layer; loaded when it is not yet. */
    public LoadedLayer get(String id) {
        return slot(id).get();
    }

    /**
     * All layers in the project's order, without what an earlier layer of the kind tells already, and with what is odd about their places in the
     * project among their issues.
     */
    public List<LoadedLayer> all() {
        return all.get();
    }

    private List<LoadedLayer> checked() {
        List<LoadedLayer> layers = LayerRepeats.removed(
                slots.values().stream().map(Slot::get).toList(),
                id -> slot(id).descriptor.source().file());
        if (jurisdictions.isEmpty()) {
            return layers;
        }
        PlaceCheck check =
                new PlaceCheck((FeatureLayer) get(jurisdictions.get()).layer());
        return layers.stream()
                .map(layer -> check.check(slot(layer.layer().id()).descriptor, layer))
                .toList();
    }

    /** Removes snapshots of these layers that were made from something else than what they are made from now. */
    public void removeOldSnapshots() {
        if (!Files.isDirectory(snapshots)) {
            return;
        }
        try (Stream<Path> folders = Files.list(snapshots)) {
            for (Path folder : folders.toList()) {
                String name = folder.getFileName().toString();
                int at = name.lastIndexOf('@');
                if (at > 0
                        && slots.containsKey(name.substring(0, at))
                        && !folder.equals(slot(name.substring(0, at)).folder())) {
                    Folders.delete(folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Slot slot(String id) {
        Slot slot = slots.get(id);
        if (slot == null) {
            throw new IllegalArgumentException("the project has no layer " + id);
        }
        return slot;
    }

    /** A layer's place; its lock is held while the layer loads, so that whoever is joined to it waits. The reader refuses circles. */
    private final class Slot {
        private final LayerDescriptor descriptor;
        private final int ordinal;
        private final Lazy<String> digest = new Lazy<>(this::computeDigest);
        private final Lazy<LoadedLayer> loaded = new Lazy<>(this::loadOrRead);

        Slot(LayerDescriptor descriptor, int ordinal) {
            this.descriptor = descriptor;
            this.ordinal = ordinal;
        }

        String digest() {
            return digest.get();
        }

        LoadedLayer get() {
            return loaded.get();
        }

        Path folder() {
            Path known = made.get(descriptor.id());
            return known != null ? known : snapshots.resolve(descriptor.id() + "@" + digest().substring(0, 24));
        }

        private String computeDigest() {
            String own = loader.digest(descriptor);
            return descriptor
                    .joinedLayer()
                    .map(joined -> Digests.ofText(own + LayerSet.this.digest(joined)))
                    .orElse(own);
        }

        private LoadedLayer loadOrRead() {
            Path folder = folder();
            boolean isKept = LayerSnapshot.isFinished(folder);
            if (!isKept) {
                refuseToMake(folder);
                keep(folder);
            }
            try {
                return LayerSnapshot.read(folder, descriptor.kind(), ordinal);
            } catch (HeadroomException damaged) {
                if (!isKept || made.containsKey(descriptor.id()) || damaged.family() != FailureFamily.DATA) {
                    throw damaged;
                }
                LOG.warn(
                        "the layer {} is read again from its source, as its {}", descriptor.id(), damaged.getMessage());
                keep(folder);
                return LayerSnapshot.read(folder, descriptor.kind(), ordinal);
            }
        }

        private void keep(Path folder) {
            try {
                make(folder);
            } catch (IOException e) {
                throw new HeadroomException(
                        FailureFamily.EXTERNAL,
                        "cannot keep layer " + descriptor.id() + " in " + snapshots + " (" + OutsideFailure.describe(e)
                                + ")",
                        "Make room there, or mend the folder or its permissions, then give the same command again.",
                        e);
            }
        }

        private void refuseToMake(Path folder) {
            if (made.containsKey(descriptor.id())) {
                throw new HeadroomException(
                        FailureFamily.EXTERNAL,
                        "the layer " + descriptor.id() + ", as it was read for this run, is not in " + folder,
                        "Let every machine that takes part see that folder under the same path.");
            }
        }

        /**
         * Makes the snapshot in a hidden folder first, so that the folder is whole or not there. The hidden one is always called the same,
         * so that what a process that died has left of it is found.
         */
        private void make(Path folder) throws IOException {
            Files.createDirectories(snapshots);
            Path hidden = snapshots.resolve("." + descriptor.id() + ".new");
            Folders.delete(hidden);
            Files.createDirectory(hidden);
            try {
                loader.snapshot(descriptor, this::joined, hidden, String.valueOf(folder.getFileName()));
                Folders.delete(folder);
                Files.move(hidden, folder, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Folders.delete(hidden);
            }
        }

        private FeatureLayer joined(String id) {
            return (FeatureLayer) LayerSet.this.get(id).layer();
        }
    }
}
