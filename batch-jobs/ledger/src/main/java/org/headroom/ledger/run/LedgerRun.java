package org.headroom.ledger.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.headroom.runs.CandidateCounts;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.InputDigests;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunFolders;

/**
 * What the ledger must know of a run; of one that is not shown yet the night gives it, as its manifest is not written before.
 *
 * @param name {@code DATE-N}
 * @param date evaluation date, ISO 8601
 * @param project name of the project
 * @param policy id and version of the policy, with a blank between them
 * @param sector what is to be connected
 * @param requestedLoadMw MW AC
 * @param inputs digests of the inputs
 * @param layers kind and use of each layer, by id
 * @param sources layers and grids that the candidates come from
 * @param files its columns
 * @param compiledRules where compiled rules are kept; need not exist
 */
public record LedgerRun(
        String name,
        String date,
        String project,
        String policy,
        String sector,
        double requestedLoadMw,
        InputDigests inputs,
        Map<String, LayerState> layers,
        Set<String> sources,
        ExplanationFiles files,
        Path compiledRules) {
    /**
     * How a layer stands in a run.
     *
     * @param kind id of its kind
     * @param use USED, MARKED or WITHHELD, which hangs on its age
     */
    public record LayerState(String kind, String use) {}

    /**
     * A published run.
     *
     * @throws org.headroom.model.HeadroomException of family DATA when its manifest is missing or damaged
     */
    public static LedgerRun of(PublishedRun run) {
        Manifest manifest = run.manifest();
        return new LedgerRun(
                run.name(),
                manifest.evaluationDate(),
                manifest.project(),
                manifest.policy().policy() + " " + manifest.policy().version(),
                manifest.sector(),
                manifest.requestedLoadMw(),
                manifest.inputs(),
                manifest.layers().stream()
                        .collect(Collectors.toMap(
                                Manifest.LayerEntry::layer, layer -> new LayerState(layer.kind(), layer.use()))),
                sources(manifest.candidates()),
                run.explanationFiles(),
                run.folder().resolveSibling(RunFolders.COMPILED_RULES));
    }

    /** The sources of candidates. */
    public static Set<String> sources(List<CandidateCounts> candidates) {
        return candidates.stream().map(CandidateCounts::source).collect(Collectors.toSet());
    }

    /** What differs in the request, in words; empty when nothing does. */
    public List<String> otherRequest(LedgerRun later) {
        Function<LedgerRun, String> asked = run -> run.requestedLoadMw + " MW, " + run.sector;
        return asked.apply(this).equals(asked.apply(later))
                ? List.of()
                : List.of("request: " + asked.apply(this) + " -> " + asked.apply(later));
    }
}
