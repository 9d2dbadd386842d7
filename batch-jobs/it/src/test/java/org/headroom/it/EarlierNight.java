package org.headroom.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What an earlier night leaves for later ones: snapshots of the sample's layers and the compiled rules, which take more than half of a first
 * night. Made once in each JVM that runs tests.
 */
final class EarlierNight {
    private static final class Holder {
        static final Path MADE = make();
    }

    private EarlierNight() {}

    private static Path make() {
        try {
            Path out = Files.createTempDirectory("headroom-earlier");
            QuickStart.deleteAtExit(out);
            Headroom.sample("rank", "--out", out.toString()).ranked();
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
