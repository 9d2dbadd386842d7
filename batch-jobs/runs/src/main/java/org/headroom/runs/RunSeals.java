package org.headroom.runs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.headroom.runs.file.Digests;
import org.headroom.trust.PrivateFolder;
import org.headroom.trust.Seals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which runs in a folder for runs this user published: each has a file of its name in {@code .seals} with a seal over its name and the digest of its
 * manifest, see {@link Seals}. It lies beside the runs because what is in them is the same whoever makes them. Runs that were there before
 * the first seal are known, but not the user's own. Safe for several processes.
 *
 * @param out folder for runs
 */
public record RunSeals(Path out) {
    /** Name of the folder beside the runs. */
    public static final String FOLDER = ".seals";

    private static final Logger LOG = LoggerFactory.getLogger(RunSeals.class);

    private static final String OWN = "published run";
    private static final String FOUND = "run before seals";
    private static final int MOST_BYTES = 200;

    /**
     * Seals a run that is about to be shown. Does nothing where nothing can be sealed.
     *
     * @param folder where it lies now, with its manifest
     * @param name its name once it is shown
     */
    public void seal(Path folder, String name) {
        boolean isFirst = !Files.exists(out.resolve(FOLDER), LinkOption.NOFOLLOW_LINKS);
        List<PublishedRun> before = isFirst ? new RunFolders(out).list() : List.of();
        try (PrivateFolder seals = PrivateFolder.open(out.resolve(FOLDER))) {
            for (PublishedRun run : before) {
                write(seals, FOUND, run.folder(), run.name());
            }
            write(seals, OWN, folder, name);
        } catch (IOException e) {
            LOG.debug("run {} is not sealed", name, e);
        }
    }

    private static void write(PrivateFolder seals, String purpose, Path folder, String name) throws IOException {
        Optional<String> seal = Seals.own().of(purpose, name, Digests.ofFile(folder.resolve(Manifest.FILE)));
        if (seal.isPresent()) {
            seals.write(name, seal.get().getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Forgets a run that is removed. */
    public void forget(String name) {
        if (!isThere()) {
            return;
        }
        try (PrivateFolder seals = PrivateFolder.open(out.resolve(FOLDER))) {
            seals.delete(name);
        } catch (IOException e) {
            LOG.debug("the seal of run {} is not removed", name, e);
        }
    }

    /** Whether this user published a run in this folder, under this name, with this manifest. */
    public boolean isOwn(PublishedRun run) {
        return find(run.name()).filter(seal -> holds(seal, OWN, run)).isPresent();
    }

    /**
     * Whether a run may be taken for one of this folder: it is the user's own, or was there before the first seal. All are where there are no
     * seals that can be read.
     */
    public boolean isKnown(PublishedRun run) {
        if (!isThere() || !Seals.own().reason().isEmpty()) {
            return true;
        }
        try (PrivateFolder seals = PrivateFolder.open(out.resolve(FOLDER))) {
            return text(seals, run.name())
                    .filter(seal -> holds(seal, OWN, run) || holds(seal, FOUND, run))
                    .isPresent();
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean holds(String seal, String purpose, PublishedRun run) {
        return Seals.own()
                .isOwn(seal, purpose, run.name(), Digests.ofFile(run.folder().resolve(Manifest.FILE)));
    }

    private Optional<String> find(String name) {
        if (!isThere()) {
            return Optional.empty();
        }
        try (PrivateFolder seals = PrivateFolder.open(out.resolve(FOLDER))) {
            return text(seals, name);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(PrivateFolder seals, String name) throws IOException {
        return seals.read(name, MOST_BYTES).map(bytes -> new String(bytes, StandardCharsets.US_ASCII));
    }

    private boolean isThere() {
        return Files.isDirectory(out.resolve(FOLDER), LinkOption.NOFOLLOW_LINKS);
    }
}
