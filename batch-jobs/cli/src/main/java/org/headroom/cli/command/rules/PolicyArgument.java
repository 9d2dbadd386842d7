package org.headroom.cli.command.rules;

import java.nio.file.Path;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.PolicyOption;
import org.headroom.cli.option.ShippedPolicies;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The policy folder as an argument, or else as {@link PolicyOption} names it. */
public final class PolicyArgument {
    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "The policy folder, with drl/, criteria/ and spec/, or the name of a policy that comes with"
                    + " Headroom. Default: as --policy says.")
    private @Nullable Path folder;

    @Mixin
    private PolicyOption option = new PolicyOption();

    /** The policy folder as an absolute path. */
    Path folder(Surroundings surroundings) {
        Path given = folder;
        return given == null ? option.folder(surroundings) : ShippedPolicies.folder(given, surroundings.home());
    }
}
