package org.headroom.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.headroom.cli.frame.Surroundings;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The policy folder as an argument, or else as {@link PolicyOption} names it. */
public final class PolicyArgument {
    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "The policy folder, with drl/, criteria/ and spec/. Default: as --policy says.")
    private @Nullable Path folder;

    @Mixin
    private PolicyOption option = new PolicyOption();

    /** The policy folder as an absolute path. */
    Path folder(Surroundings surroundings) {
        Path given = folder;
        if (given == null) {
            return option.folder(surroundings);
        }
        Path absolute = given.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) {
            throw new HeadroomException(
                    FailureFamily.CONFIG, "there is no folder " + absolute, "Give the folder that policy.yaml is in.");
        }
        return absolute;
    }
}
