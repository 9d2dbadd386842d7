package org.headroom.ledger.cause;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.headroom.ledger.run.LedgerRun;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.ScoringModule;
import org.jspecify.annotations.Nullable;

/**
 * Why the measurements of one criterion may differ between two runs, as far as that hangs on no site.
 *
 * @param criterion its id
 * @param layers steps of the changed layers that it is measured from, in order
 * @param isMeasuredOtherwise whether parameters, code or request differ
 * @param isOtherDay whether the date differs and matters
 * @param inputs ids of the criteria that it is worked out from
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CriterionReads(
        String criterion, int[] layers, boolean isMeasuredOtherwise, boolean isOtherDay, List<String> inputs) {

    /** Of some criteria, those that others are worked out from before these. */
    static List<CriterionReads> of(
            Set<String> criteria,
            InputChanges changes,
            LedgerRun before,
            LedgerRun after,
            List<? extends ScoringModule> modules) {
        List<CriterionReads> all = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (String criterion : new TreeSet<>(criteria)) {
            add(criterion, criteria, changes, new Layers(before, after), modules, done, all);
        }
        return all;
    }

    private record Layers(LedgerRun before, LedgerRun after) {
        Set<String> ids() {
            Set<String> ids = new TreeSet<>(before.layers().keySet());
            ids.addAll(after.layers().keySet());
            return ids;
        }

        boolean isOfKind(String layer, String kind) {
            LedgerRun.LayerState now =
                    after.layers().getOrDefault(layer, before.layers().get(layer));
            return now != null && now.kind().equals(kind);
        }
    }

    private static void add(
            String criterion,
            Set<String> wanted,
            InputChanges changes,
            Layers layers,
            List<? extends ScoringModule> modules,
            Set<String> done,
            List<CriterionReads> all) {
        if (!done.add(criterion)) {
            return;
        }
        Vocabulary.Module module = module(changes.after(), criterion, module(changes.before(), criterion, null));
        if (module == null) {
            all.add(new CriterionReads(criterion, new int[0], true, changes.isOtherDay(), List.of()));
            return;
        }
        List<String> inputs = module.inputs().getOrDefault(criterion, List.of()).stream()
                .filter(wanted::contains)
                .filter(input -> !input.equals(criterion))
                .toList();
        inputs.forEach(input -> add(input, wanted, changes, layers, modules, done, all));
        Set<String> read = new TreeSet<>();
        boolean[] otherwise = new boolean[2];
        reads(module.id(), criterion, changes, layers, modules, new HashSet<>(), read, otherwise);
        int[] steps = read.stream()
                .mapToInt(changes::ofLayer)
                .filter(step -> step >= 0)
                .sorted()
                .toArray();
        boolean isAged = changes.isOtherDay() && read.stream().anyMatch(changes::isUsedOtherwise);
        all.add(new CriterionReads(
                criterion, steps, otherwise[0], changes.isOtherDay() && otherwise[1] || isAged, inputs));
    }

    /** What a module reads, and what those read whose criteria it reads. */
    private static void reads(
            String id,
            String criterion,
            InputChanges changes,
            Layers layers,
            List<? extends ScoringModule> modules,
            Set<String> seen,
            Set<String> read,
            boolean[] otherwise) {
        if (!seen.add(id)) {
            return;
        }
        otherwise[0] |= changes.isMeasuredOtherwise(id) || changes.isDeclaredOtherwise(criterion);
        for (Policy policy : List.of(changes.before(), changes.after())) {
            policy.declared().stream()
                    .filter(one -> one.criterion().id().equals(criterion))
                    .map(DeclaredCriterion::layerIds)
                    .forEach(read::addAll);
        }
        for (ScoringModule module : modules) {
            if (!module.id().equals(id)) {
                continue;
            }
            otherwise[1] |= module.dependsOnDate(criterion);
            read.addAll(module.layerIds());
            Set<String> kinds =
                    module.layers().stream().map(need -> need.kind().id()).collect(Collectors.toSet());
            layers.ids().stream()
                    .filter(layer -> kinds.stream().anyMatch(kind -> layers.isOfKind(layer, kind)))
                    .forEach(read::add);
            for (String input : module.inputs(criterion)) {
                Vocabulary.Module other = module(changes.after(), input, null);
                if (other != null) {
                    reads(other.id(), input, changes, layers, modules, seen, read, otherwise);
                }
            }
        }
    }

    private static Vocabulary.@Nullable Module module(
            Policy policy, String criterion, Vocabulary.@Nullable Module otherwise) {
        for (Vocabulary.Module module : policy.vocabulary().modules()) {
            if (module.find(criterion).isPresent()) {
                return module;
            }
        }
        return otherwise;
    }

    /** The only step that can be the reason; -1 where there is none or where there are several. */
    int only(int parameters, int calendar) {
        int possible = layers.length + (isMeasuredOtherwise ? 1 : 0) + (isOtherDay ? 1 : 0);
        if (possible != 1) {
            return -1;
        }
        return layers.length == 1 ? layers[0] : isMeasuredOtherwise ? parameters : calendar;
    }
}
