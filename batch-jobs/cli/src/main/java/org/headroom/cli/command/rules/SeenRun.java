package org.headroom.cli.command.rules;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.OutOption;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunFolders;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The run whose sites are looked at beside the policy. There need not be one. */
public final class SeenRun {
    @Option(
            names = {"-r", "--run"},
            paramLabel = "RUN",
            description =
                    "The run whose sites are looked at: its name or folder. Default: the latest, if there is one.")
    private @Nullable String name;

    @Option(names = "--no-run", description = "Look at no run.")
    private boolean isUnwanted;

    @Mixin
    private OutOption out = new OutOption();

    /** The run that is named, which must be there, or else the latest; empty when there is none or none is wanted. */
    Optional<PublishedRun> find() {
        if (isUnwanted) {
            return Optional.empty();
        }
        RunFolders folders = new RunFolders(out.folder());
        return name == null ? folders.list().stream().findFirst() : Optional.of(folders.get(name));
    }

    /**
     * Does something with the run, if there is one. A latest run that cannot be used is told of and is no failure, as nobody asked for it.
     *
     * @param what is then left out, for the message, such as {@code no hits are counted}
     */
    void use(Surroundings surroundings, String what, Consumer<PublishedRun> action) {
        Optional<PublishedRun> run = find();
        if (run.isEmpty()) {
            return;
        }
        try {
            action.accept(run.get());
        } catch (HeadroomException e) {
            if (name != null || e.family() == FailureFamily.INTERNAL) {
                throw e;
            }
            note(surroundings, what, run.get(), String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            if (name != null) {
                throw e;
            }
            note(surroundings, what, run.get(), "it cannot be read");
        }
    }

    private static void note(Surroundings surroundings, String what, PublishedRun run, String why) {
        surroundings
                .err()
                .println("headroom: " + what + " against run " + run.shownName() + ": "
                        + why.lines().findFirst().orElse(""));
    }
}
