package org.headroom.cli.option;

import java.nio.file.Path;
import java.util.List;
import org.headroom.cli.frame.Surroundings;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.vocabulary.Vocabulary;
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
    public Path folder(Surroundings surroundings) {
        Path given = folder;
        return given == null
                ? project.load(surroundings).policyFolder()
                : ShippedPolicies.folder(given, surroundings.home());
    }

    /** The project, named or the default one. */
    public ProjectOption project() {
        return project;
    }

    /** The installed modules, with the criteria that the policy declares where one is named; else with their own. */
    public List<InstalledModule> modules(Surroundings surroundings) {
        List<InstalledModule> installed = PluginHost.load(surroundings.pluginsFolder());
        return folder == null && !project.isGiven()
                ? installed
                : InstalledModule.declaring(
                        installed,
                        Policy.read(folder(surroundings), vocabulary(surroundings))
                                .declared());
    }

    /** What the installed modules let the policy speak of. */
    public static Vocabulary vocabulary(Surroundings surroundings) {
        return Vocabulary.of(PluginHost.load(surroundings.pluginsFolder()).stream()
                .map(InstalledModule::module)
                .toList());
    }
}
