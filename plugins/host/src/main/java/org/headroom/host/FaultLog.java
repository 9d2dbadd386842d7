package org.headroom.host;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts every {@link ModuleFault} of a run and keeps some of each criterion: those with the first site ids, so that what is kept does
 * not depend on the order in which threads meet them. Safe for several threads.
 */
public final class FaultLog {
    private final int keptPerCriterion;
    private final TreeMap<Key, Faults> byCriterion = new TreeMap<>();
    private final Set<String> givenUp = new HashSet<>();

    /** @param keptPerCriterion how many faults of one criterion are kept, at least 1 */
    public FaultLog(int keptPerCriterion) {
        if (keptPerCriterion < 1) {
            throw new IllegalArgumentException("keptPerCriterion is " + keptPerCriterion + ", it must be at least 1");
        }
        this.keptPerCriterion = keptPerCriterion;
    }

    /**
     * Puts one fault for each criterion in place of all that a module has and will have, so that what is kept does not depend on how far it
     * got.
     */
    synchronized void giveUp(String moduleId, List<ModuleFault> faults) {
        if (givenUp.add(moduleId)) {
            byCriterion.keySet().removeIf(key -> key.module.equals(moduleId));
            faults.forEach(this::put);
        }
    }

    /**
     * Takes what was kept elsewhere for other sites of the same run. What is told twice is kept once, but counted twice: after this, only what is
     * {@link #kept} means anything.
     */
    public void addKept(List<ModuleFault> elsewhere) {
        elsewhere.forEach(this::add);
    }

    /** How many values of one criterion a module failed to give. */
    public record FaultCount(String moduleId, String criterionId, long count) {}

    synchronized void add(ModuleFault fault) {
        if (!givenUp.contains(fault.moduleId())) {
            put(fault);
        }
    }

    private void put(ModuleFault fault) {
        Faults faults =
                byCriterion.computeIfAbsent(new Key(fault.moduleId(), fault.criterionId()), key -> new Faults());
        faults.count++;
        faults.kept.add(fault);
        if (faults.kept.size() > keptPerCriterion) {
            faults.kept.pollLast();
        }
    }

    /** The faults that were kept, by module, criterion and site. */
    public synchronized List<ModuleFault> kept() {
        List<ModuleFault> all = new ArrayList<>();
        byCriterion.values().forEach(faults -> all.addAll(faults.kept));
        return all;
    }

    /** How often each criterion was not given, by module and criterion; those without a fault are left out. */
    public synchronized List<FaultCount> counts() {
        List<FaultCount> counts = new ArrayList<>();
        byCriterion.forEach((key, faults) -> counts.add(new FaultCount(key.module, key.criterion, faults.count)));
        return counts;
    }

    /** All faults, kept or not. */
    public synchronized long count() {
        return byCriterion.values().stream().mapToLong(faults -> faults.count).sum();
    }

    private record Key(String module, String criterion) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byModule = module.compareTo(other.module);
            return byModule != 0 ? byModule : criterion.compareTo(other.criterion);
        }
    }

    private static final class Faults {
        private long count;
        private final TreeSet<ModuleFault> kept = new TreeSet<>(ModuleFault.ORDER);
    }
}
