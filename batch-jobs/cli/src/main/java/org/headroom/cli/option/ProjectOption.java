package org.headroom.cli.option;

import java.nio.file.Path;
import org.headroom.cli.frame.Surroundings;
import org.headroom.host.PluginHost;
import org.headroom.jobs.project.Project;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names a project. */
public final class ProjectOption {
    @Option(
            names = {"-p", "--project"},
            paramLabel = "FILE",
            description = "The project file. Default: the United States, from the data that come with Headroom.")
    private @Nullable Path file;

    /** The project file as an absolute path. */
    public Path file(Surroundings surroundings) {
        Path given = file;
        return given == null
                ? surroundings.defaultProject()
                : given.toAbsolutePath().normalize();
    }

    /** Whether somebody named a project. */
    boolean isGiven() {
        return file != null;
    }

    /** The project in it. */
    public Project load(Surroundings surroundings) {
        return load(file(surroundings), surroundings);
    }

    /** A project, whose layers may be of the kinds that the installed modules bring. */
    public static Project load(Path file, Surroundings surroundings) {
        return Project.load(file, PluginHost.layerKinds(PluginHost.load(surroundings.pluginsFolder())));
    }
}
