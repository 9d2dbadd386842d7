package org.headroom.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.headroom.cli.frame.Surroundings;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.NearestName;
import org.headroom.rules.Vocabulary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name a policy: its folder, or a project that uses it. */
public final class PolicyOption {
    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            description = "The policy's folder, or the name of one that comes with Headroom, such as conservative."
                    + " Default: the policy of the project.")
    private @Nullable Path folder;

    @Mixin
    private ProjectOption project = new ProjectOption();

    /** The policy folder as an absolute path. */
    Path folder(Surroundings surroundings) {
        Path given = folder;
        if (given == null) {
            return project.load(surroundings).policyFolder();
        }
        Path absolute = given.toAbsolutePath().normalize();
        if (Files.isDirectory(absolute)) {
            return absolute;
        }
        Map<String, Path> shipped = ShippedPolicies.under(surroundings.home());
        Path named = shipped.get(given.toString());
        if (named == null) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "there is no folder " + absolute + NearestName.hint(given.toString(), shipped.keySet()),
                    "Give the folder that policy.yaml is in, or one of: " + String.join(", ", shipped.keySet()) + ".");
        }
        return named;
    }

    /** What the installed modules let the policy speak of. */
    static Vocabulary vocabulary(Surroundings surroundings) {
        return Vocabulary.of(PluginHost.load(surroundings.pluginsFolder()).stream()
                .map(InstalledModule::module)
                .toList());
    }
}
