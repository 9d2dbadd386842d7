package org.headroom.cli.summary;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.headroom.cli.frame.Surroundings;
import org.headroom.decide.advice.Advice;
import org.headroom.decide.advice.AdviceEntry;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.ledger.Changes;
import org.headroom.model.HeadroomException;
import org.headroom.model.Printable;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunColumns;
import org.headroom.runs.RunVocabulary;
import org.headroom.runs.exclusion.ExclusionCount;
import org.headroom.runs.file.Json;

/**
 * What of a run is worth knowing first.
 *
 * @param run the run
 * @param manifest its manifest
 * @param changes what moved since the night before, where a night before is known
 * @param exclusions excluded sites by reason, the largest count first; empty when none is excluded, or when the modules of the run are not installed
 * @param ages how old its data are
 * @param comingUp what changes next by itself, where the run has a calendar
 * @param calls what is worth settling first; empty where the policy draws nothing
 * @param page its page, where it has one
 */
public record RunSummary(
        PublishedRun run,
        Manifest manifest,
        Optional<Changes> changes,
        List<ExclusionCount> exclusions,
        DataAges ages,
        Optional<ComingUp> comingUp,
        List<AdviceEntry> calls,
        Optional<Path> page) {
    private static final Path PAGE = Path.of("report", "index.html");
    private static final int REASONS = 4;

    public RunSummary {
        exclusions = List.copyOf(exclusions);
        calls = List.copyOf(calls);
    }

    /**
     * Gathers it from the files of a run. What an older run has not is left out.
     *
     * @throws HeadroomException of family DATA when the manifest cannot be read
     */
    public static RunSummary of(PublishedRun run, Surroundings surroundings) {
        Manifest manifest = run.manifest();
        Path advice = run.explanationFiles().advice();
        Path page = run.folder().resolve(PAGE);
        return new RunSummary(
                run,
                manifest,
                readable(() -> Changes.of(run)),
                manifest.counts().excluded() == 0 ? List.of() : exclusions(run, surroundings),
                DataAges.of(manifest),
                readable(() -> ComingUp.find(run)),
                Files.exists(advice)
                        ? readable(() -> Optional.of(
                                        Json.read(advice, Advice.class).entries()))
                                .orElse(List.of())
                        : List.of(),
                Files.exists(page) ? Optional.of(page) : Optional.empty());
    }

    /** A file that is damaged is told by {@code runs verify}; a summary does without it. */
    private static <T> Optional<T> readable(Supplier<Optional<T>> part) {
        try {
            return part.get();
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static List<ExclusionCount> exclusions(PublishedRun run, Surroundings surroundings) {
        try (RunColumns columns = new RunColumns(run.explanationFiles(), List.of())) {
            Policy policy = Policy.read(
                    run.explanationFiles().policy(),
                    RunVocabulary.of(
                            run,
                            PluginHost.load(surroundings.pluginsFolder()).stream()
                                    .map(InstalledModule::module)
                                    .toList()));
            return ExclusionCount.of(columns, policy);
        } catch (HeadroomException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** One line for each thing, none where there is nothing to say; without control characters. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        changes.ifPresent(moved -> lines.add("Since " + moved.from().date() + ": " + moved(moved)));
        if (manifest.counts().excluded() > 0) {
            lines.add("Excluded: " + excluded());
        }
        ages.line().ifPresent(line -> lines.add("Oldest data: " + line));
        calls.stream().findFirst().ifPresent(call -> lines.add("To settle first: " + call.advice()));
        comingUp.ifPresent(next -> lines.add("Coming up: " + next.line()));
        page.ifPresent(file -> lines.add("Page: " + file));
        return lines.stream().map(Printable::line).toList();
    }

    /** What moved, in one line. */
    public String moved(Changes moved) {
        if (moved.counts().moved() == 0) {
            return "nothing moved";
        }
        return moved.entered().size() + " in, " + moved.left().size() + " out of the top " + moved.topN() + "; "
                + moved.counts().moved() + " sites moved"
                + moved.causes().stream()
                        .findFirst()
                        .map(cause -> "; largest cause: " + cause.text())
                        .orElse("");
    }

    /** How many sites are excluded and why, in one line. */
    public String excluded() {
        List<String> reasons = new ArrayList<>();
        long told = 0;
        for (ExclusionCount count : exclusions.subList(0, Math.min(REASONS, exclusions.size()))) {
            reasons.add(count.code().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + count.sites());
            told += count.sites();
        }
        long excluded = manifest.counts().excluded();
        if (!reasons.isEmpty() && told < excluded) {
            reasons.add("other " + (excluded - told));
        }
        return excluded + (reasons.isEmpty() ? "" : ": " + String.join(", ", reasons));
    }
}
