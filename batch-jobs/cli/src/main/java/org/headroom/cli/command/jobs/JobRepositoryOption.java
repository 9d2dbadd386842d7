package org.headroom.cli.command.jobs;

import java.nio.file.Path;
import java.util.Optional;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.night.RepositoryChoice;
import org.headroom.cli.option.ProjectOption;
import org.headroom.runtime.JobRepository;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names a project whose jobs are looked for, where the last run's repository is not the one that is meant. */
public final class JobRepositoryOption {
    @Option(
            names = {"-p", "--project"},
            paramLabel = "FILE",
            description = "The project file that says where its jobs are kept. Default: where the last run kept them.")
    private @Nullable Path project;

    JobRepository repository(Surroundings surroundings, Path output) {
        return new RepositoryChoice(surroundings)
                .of(output, Optional.ofNullable(project).map(file -> ProjectOption.load(file, surroundings)));
    }
}
