package org.headroom.cli.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.night.NightJob;
import org.headroom.jobs.scenario.Scenario;
import org.headroom.runs.PublishedRun;

/** Runs the nightly job once a scenario, one after the other. One that fails says so, and the others stand. */
public final class ScenarioNights {
    private final Surroundings surroundings;
    private final boolean isStrict;
    private final Map<String, PublishedRun> ranked = new LinkedHashMap<>();
    private final List<String> failed = new ArrayList<>();
    private int code = ExitCode.DONE;

    /**
     * Nights in these surroundings.
     *
     * @param isStrict whether skipped records are told by the exit code
     */
    public ScenarioNights(Surroundings surroundings, boolean isStrict) {
        this.surroundings = surroundings;
        this.isStrict = isStrict;
    }

    /**
     * Runs them, until one is stopped or the folder is held by somebody else.
     *
     * @param plan what is to be run for a scenario
     */
    public void run(List<Scenario> scenarios, Function<Scenario, NightJob.Plan> plan) {
        for (Scenario scenario : scenarios) {
            surroundings.err().println("headroom: scenario " + scenario.name());
            NightJob night = new NightJob(
                    surroundings,
                    (folder, isNew, seconds) -> done(scenario, folder),
                    Optional.empty(),
                    Optional.empty());
            int ended = night.run(() -> plan.apply(scenario));
            code = code == ExitCode.DONE ? ended : code;
            if (!ranked.containsKey(scenario.name())) {
                failed.add(scenario.name());
                surroundings.err().println("headroom: scenario " + scenario.name() + " has no ranking");
            }
            if (ended == ExitCode.STOPPED || ended == ExitCode.BUSY) {
                return;
            }
        }
    }

    private int done(Scenario scenario, Path folder) {
        PublishedRun run = new PublishedRun(folder);
        ranked.put(scenario.name(), run);
        long skipped = run.manifest().skippedRecords();
        if (isStrict && skipped > 0) {
            surroundings
                    .err()
                    .println("headroom: " + skipped + " records were skipped; see "
                            + folder.resolve(PublishedRun.ISSUES));
            return ExitCode.WITH_RESERVATIONS;
        }
        return ExitCode.DONE;
    }

    /** The runs by the name of their scenario, in order. */
    public Map<String, PublishedRun> ranked() {
        return ranked;
    }

    /** Names of the scenarios without a ranking. */
    public List<String> failed() {
        return failed;
    }

    /** The first exit code that is not {@link ExitCode#DONE}, or that. */
    public int exitCode() {
        return code;
    }
}
