package org.headroom.ledger.cause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.headroom.ledger.run.LedgerRun;
import org.headroom.model.Criterion;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.prior.UnknownMeaning;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.workbench.diff.PolicyChange;
import org.headroom.workbench.diff.PolicyDiff;
import org.jspecify.annotations.Nullable;

/**
 * What differs between the inputs of two runs, as the steps in which those of the one are replaced by those of the other: the candidate set, each
 * layer that differs (by its id), parameters, rules, weights, and the date. Immutable.
 */
public final class InputChanges {
    private final LedgerRun before;
    private final LedgerRun after;
    private final Policy policyBefore;
    private final Policy policyAfter;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Integer> layerSteps = new HashMap<>();
    private final Set<String> otherModules = new HashSet<>();
    private final Set<String> otherDeclared;
    private final boolean isAllOther;
    private final int parameters;

    /**
     * Compares.
     *
     * @param policyBefore the policy of the first run, on its day
     * @param policyAfter that of the second one, on its day; read with the same modules
     */
    public InputChanges(LedgerRun before, LedgerRun after, Policy policyBefore, Policy policyAfter) {
        this.before = before;
        this.after = after;
        this.policyBefore = policyBefore;
        this.policyAfter = policyAfter;
        List<PolicyChange> all = before.inputs().policy().equals(after.inputs().policy())
                ? List.of()
                : PolicyDiff.between(policyBefore, policyAfter);
        List<PolicyChange> decisive = all.stream().filter(PolicyChange::decides).toList();
        otherDeclared = otherDeclared();
        steps.add(new Step(Cause.CANDIDATES, "", List.of(), false));
        for (String layer : otherLayers()) {
            layerSteps.put(layer, steps.size());
            steps.add(new Step(Cause.DATA, layer, List.of(), false));
        }
        parameters = steps.size();
        List<String> code = otherCode();
        isAllOther = !before.otherRequest(after).isEmpty()
                || !before.inputs().headroom().equals(after.inputs().headroom());
        List<String> figures = names(decisive, InputChanges::isFigure);
        boolean isOfPolicy =
                decisive.stream().anyMatch(change -> isFigure(change) && change.kind() != PolicyChange.Kind.PARAMETER);
        decisive.stream()
                .filter(change -> change.kind() == PolicyChange.Kind.PARAMETER)
                .forEach(change -> otherModules.add(
                        change.name().substring(0, change.name().indexOf(' '))));
        figures.addAll(
                otherDeclared.stream().map(id -> "declared criterion " + id).toList());
        figures.addAll(before.otherRequest(after));
        figures.addAll(code);
        steps.add(new Step(Cause.PARAMETERS, "", figures, isOfPolicy));
        List<String> rules = names(decisive, change -> change.kind() == PolicyChange.Kind.RULE);
        steps.add(new Step(Cause.RULES, "", rules, !rules.isEmpty()));
        List<String> weights = names(decisive, InputChanges::isWeight);
        steps.add(new Step(Cause.WEIGHTS, "", weights, !weights.isEmpty()));
        boolean isOtherDay = !before.date().equals(after.date());
        steps.add(new Step(
                Cause.CALENDAR,
                "",
                isOtherDay ? List.of(before.date() + " -> " + after.date()) : List.of(),
                isOtherDay && hangsOnDay()));
    }

    private static boolean isWeight(PolicyChange change) {
        return change.kind() == PolicyChange.Kind.CRITERION
                && (change.part().equals("weight")
                        || change.part().equals("added")
                        || change.part().equals("removed"));
    }

    private static boolean isFigure(PolicyChange change) {
        return change.kind() != PolicyChange.Kind.RULE && !isWeight(change);
    }

    private static List<String> names(List<PolicyChange> changes, Function<PolicyChange, Boolean> which) {
        return changes.stream()
                .filter(which::apply)
                .map(change -> change.name() + " " + change.text())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Set<String> otherLayers() {
        Set<String> all = new TreeSet<>(before.inputs().layers().keySet());
        all.addAll(after.inputs().layers().keySet());
        all.removeIf(id -> before.inputs()
                .layers()
                .getOrDefault(id, "")
                .equals(after.inputs().layers().getOrDefault(id, "")));
        return all;
    }

    private List<String> otherCode() {
        List<String> names = new ArrayList<>();
        if (!before.inputs().headroom().equals(after.inputs().headroom())) {
            names.add("Headroom " + before.inputs().headroom() + " -> "
                    + after.inputs().headroom());
        }
        Set<String> modules = new LinkedHashSet<>(before.inputs().modules().keySet());
        modules.addAll(after.inputs().modules().keySet());
        for (String module : modules) {
            String then = before.inputs().modules().getOrDefault(module, "none");
            String now = after.inputs().modules().getOrDefault(module, "none");
            if (!then.equals(now)) {
                otherModules.add(module);
                names.add("module " + module + " " + version(then) + " -> " + version(now));
            }
        }
        return names;
    }

    /** A version without the digest of its jar, unless it is all that there is. */
    private static String version(String code) {
        int blank = code.indexOf(' ');
        return blank < 0 ? code : code.substring(0, Math.min(code.length(), blank + 9));
    }

    private Set<String> otherDeclared() {
        Map<String, DeclaredCriterion> then = byId(policyBefore);
        Map<String, DeclaredCriterion> now = byId(policyAfter);
        Set<String> other = new TreeSet<>();
        now.forEach((id, one) -> {
            // Records with functions in them have no equality of their own; their texts have all that decides.
            if (then.containsKey(id) && !String.valueOf(then.get(id)).equals(one.toString())) {
                other.add(id);
            }
        });
        return other;
    }

    private static Map<String, DeclaredCriterion> byId(Policy policy) {
        return policy.declared().stream()
                .collect(Collectors.toMap(one -> one.criterion().id(), Function.identity()));
    }

    private boolean hangsOnDay() {
        return policyBefore.criteria().stream().anyMatch(line -> isSilence(line.unknown()))
                || policyAfter.criteria().stream().anyMatch(line -> isSilence(line.unknown()));
    }

    private static boolean isSilence(@Nullable UnknownMeaning unknown) {
        return unknown != null && unknown.silence() != null;
    }

    /** The steps in their order. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The step in which a layer is replaced; -1 for one that is the same. */
    public int ofLayer(String layer) {
        return layerSteps.getOrDefault(layer, -1);
    }

    /** The step in which figures are replaced. */
    public int parameters() {
        return parameters;
    }

    /** The step in which the date is replaced. */
    public int calendar() {
        return parameters + 3;
    }

    /** Whether what a module measures may differ because its parameters, its code or the request do. */
    public boolean isMeasuredOtherwise(String module) {
        return isAllOther || otherModules.contains(module);
    }

    /** Whether the policies declare a criterion otherwise. */
    public boolean isDeclaredOtherwise(String criterion) {
        return otherDeclared.contains(criterion);
    }

    /** Whether the date differs. */
    public boolean isOtherDay() {
        return !before.date().equals(after.date());
    }

    /** Whether a layer is left out in one of the runs for its age, and not in the other. */
    public boolean isUsedOtherwise(String layer) {
        LedgerRun.LayerState then = before.layers().get(layer);
        LedgerRun.LayerState now = after.layers().get(layer);
        return then != null && now != null && !then.use().equals(now.use());
    }

    /** The policy that the list is made by when a step is done. */
    public Policy policyAfter(int step) {
        LocalDate day = LocalDate.parse((step < calendar() ? before : after).date());
        Policy figures = step < parameters ? policyBefore : policyAfter;
        Policy rules = step < parameters + 1 ? policyBefore : policyAfter;
        Policy weights = step < parameters + 2 ? policyBefore : policyAfter;
        return figures == rules && rules == weights ? figures.on(day) : Policy.composed(figures, rules, weights, day);
    }

    /** Ids of the criteria that the scores of either policy are made of. */
    public Set<String> criteria() {
        Set<String> needed = new TreeSet<>();
        for (Policy policy : List.of(policyBefore, policyAfter)) {
            Set<String> ofRules = policy.fieldsOfRules();
            policy.vocabulary().criteria().stream()
                    .map(Criterion::id)
                    .filter(ofRules::contains)
                    .forEach(needed::add);
            policy.criteria().stream()
                    .filter(line -> line.weight() > 0)
                    .forEach(line -> needed.add(line.criterion().id()));
        }
        return needed;
    }

    /** The first policy. */
    public Policy before() {
        return policyBefore;
    }

    /** The second policy. */
    public Policy after() {
        return policyAfter;
    }
}
