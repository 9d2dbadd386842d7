package org.headroom.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The run of the United States from the data pack that Headroom ships, by the shipped policy. */
final class UsNight {
    static final String DATE = "2026-11-29";

    private static final class Holder {
        static final Path MADE = MadeOnce.folder("us-night", UsNight::make);
    }

    private UsNight() {}

    private static void make(Path out) {
        Headroom.with(
                        "rank",
                        "--project",
                        Headroom.HOME
                                .resolve("geodata/catalog/us/headroom.yaml")
                                .toString())
                .and("--date", DATE, "--out", out.toString())
                .ranked();
    }

    /** The run. */
    static Path run() {
        return Holder.MADE.resolve(DATE + "-1");
    }

    /** Lays what it left for later nights, snapshots of layers and compiled rules, into an output folder. */
    static void lay(Path out) {
        try {
            Files.createDirectories(out);
            for (String part : List.of(".layers", ".rules")) {
                Trees.copy(Holder.MADE.resolve(part), out.resolve(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
