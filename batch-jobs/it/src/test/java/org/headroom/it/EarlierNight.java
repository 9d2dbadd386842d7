package org.headroom.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What an earlier night leaves for later ones: snapshots of the sample's layers and the compiled rules, which take more than half of a first
 * night.
 */
final class EarlierNight {
    private static final class Holder {
        static final Path MADE =
                MadeOnce.folder("earlier-night", out -> Headroom.sample("rank", "--out", out.toString())
                        .ranked());
    }

    private EarlierNight() {}

    /** The run that it published; not to be changed. */
    static Path run() {
        return Holder.MADE.resolve("2026-06-01-1");
    }

    /** Lays it into an output folder, there or not, which has none of its own. */
    static void lay(Path out) {
        lay(out, ".layers", ".rules");
    }

    /** Lays the compiled rules only, so that layers are loaded. */
    static void layRules(Path out) {
        lay(out, ".rules");
    }

    private static void lay(Path out, String... parts) {
        try {
            Files.createDirectories(out);
            for (String part : parts) {
                if (!Files.exists(out.resolve(part))) {
                    Trees.copy(Holder.MADE.resolve(part), out.resolve(part));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
