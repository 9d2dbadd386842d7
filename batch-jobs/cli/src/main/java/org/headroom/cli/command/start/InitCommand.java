package org.headroom.cli.command.start;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies a project that comes with Headroom into a folder where it may be edited. */
@Command(
        name = "init",
        header = "Copies the project of the United States, and its policy, into a folder to be edited.",
        description = {
            "The folder then has the project file headroom.yaml, the descriptors in layers/, the data in data/ and the policy in"
                    + " policy/; nothing in it depends on where Headroom lies. The path of the project file is printed."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  headroom init my-project                     then: headroom rank -p my-project/headroom.yaml",
            "  headroom init --sample try-it                the made-up region of the lessons"
        })
public final class InitCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "DIR", description = "The folder to make; one that is there must be empty.")
    private Path folder = Path.of("");

    @Option(names = "--sample", description = "The made-up region of the lessons in place of the United States.")
    private boolean sample;

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public InitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        Path target = folder.toAbsolutePath().normalize();
        Path project = new ProjectCopy(surroundings.home()).make(sample ? "samples" : "us", target);
        surroundings.err().println("headroom: rank it with: headroom rank -p " + project);
        surroundings.out().println(project);
        return ExitCode.DONE;
    }
}
