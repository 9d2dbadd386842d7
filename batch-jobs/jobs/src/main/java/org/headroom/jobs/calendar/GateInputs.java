package org.headroom.jobs.calendar;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.headroom.host.InstalledModule;
import org.headroom.model.Criterion;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.rule.CheckedRule;

/**
 * What the gates of a policy are decided by.
 *
 * @param read fields that their rules read
 * @param criteria criteria that have to be measured for that: those that are read, and those that these are worked out from
 */
record GateInputs(Set<String> read, Set<String> criteria) {
    /** @param planned ids of the criteria that a run measures */
    static GateInputs of(Policy policy, List<InstalledModule> modules, Set<String> planned) {
        Set<String> read = new TreeSet<>();
        policy.rules().stream()
                .filter(CheckedRule::isGate)
                .flatMap(rule -> rule.condition().fields().stream())
                .forEach(field -> read.add(field.name()));
        Set<String> needed = new TreeSet<>(read);
        needed.retainAll(planned);
        int before;
        do {
            before = needed.size();
            for (InstalledModule module : modules) {
                for (Criterion criterion : module.module().criteria()) {
                    if (needed.contains(criterion.id())) {
                        module.module().inputs(criterion.id()).stream()
                                .filter(planned::contains)
                                .forEach(needed::add);
                    }
                }
            }
        } while (needed.size() > before);
        return new GateInputs(read, needed);
    }
}
