package org.headroom.feeds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunVocabulary;
import org.headroom.runs.table.PublishSpec;
import org.headroom.runs.table.RankingFiles;
import org.headroom.spi.ScoringModule;

/**
 * A run that something is made of.
 *
 * @param name {@code DATE-N}
 * @param folder where its files lie, whether it is shown already or not
 * @param manifest what it was made from; its list of files is not read
 * @param policy the policy that it was scored by, as it stands on the day of the run
 * @param threads how many may read and write, at least 1; they change the speed only
 */
public record RunContent(String name, Path folder, Manifest manifest, Policy policy, int threads) {
    private static final Pattern STEP_OF_RAMP = Pattern.compile("energisedMw(\\d{4})");

    /**
     * A run that was published.
     *
     * @param modules the installed modules; those that measured in the run must be among them
     * @throws org.headroom.model.HeadroomException when the run is damaged, or its modules are not installed any more
     */
    public static RunContent of(PublishedRun run, List<? extends ScoringModule> modules, int threads) {
        Policy policy = Policy.read(run.explanationFiles().policy(), RunVocabulary.of(run, modules))
                .on(run.day());
        return new RunContent(run.name(), run.folder(), run.manifest(), policy, threads);
    }

    /** Its columns, policy and record ids. */
    public ExplanationFiles files() {
        return new ExplanationFiles(folder.resolve("explanations"));
    }

    /** What its ranked table is read from, open until it is closed. */
    public RankingFiles ranking() {
        return new RankingFiles(files(), files(), policy, threads);
    }

    /** The ranked table with all columns that there are, whatever the project chose for its own. */
    public PublishSpec allColumns() {
        List<Integer> years = new ArrayList<>();
        for (Manifest.ColumnEntry column : manifest.columns()) {
            Matcher step = STEP_OF_RAMP.matcher(column.column());
            if (step.matches()) {
                years.add(Integer.valueOf(step.group(1)));
            }
        }
        return new PublishSpec(Set.of(), List.of()).growing(years);
    }
}
