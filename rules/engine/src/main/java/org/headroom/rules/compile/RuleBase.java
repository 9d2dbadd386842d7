package org.headroom.rules.compile;

import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.fact.FactBlock;
import org.headroom.rules.fact.SiteFact;
import org.headroom.rules.fact.TooManyFiringsException;
import org.headroom.rules.rule.CheckedRule;
import org.kie.api.KieBase;
import org.kie.api.runtime.StatelessKieSession;

/** The compiled rules of a policy. Immutable and shared by all threads; sessions are made from it, one for each thread. */
public final class RuleBase {
    /** Matches that Drools keeps at a time, of some 200 bytes each. */
    private static final int MAX_MATCHES = 250_000;

    /** One batch takes milliseconds. */
    private static final Duration MAX_TIME = Duration.ofMinutes(5);

    private final KieBase kieBase;
    private final Constructor<? extends SiteFact> newSite;

    private final List<CheckedRule> rules;

    RuleBase(KieBase kieBase, Class<? extends SiteFact> siteClass, List<CheckedRule> rules)
            throws NoSuchMethodException {
        this.kieBase = kieBase;
        this.rules = List.copyOf(rules);
        this.newSite = siteClass.getConstructor(FactBlock.class, int.class);
    }

    /**
     * A session that runs all rules over the sites of a block.
     *
     * @param block the columns that its facts point into
     * @param most how many sites run together at most; 1,000 is fastest. Fewer do when there are so many rules that the matches of all
     *     would take much memory
     */
    public Session session(FactBlock block, int most) {
        int batch = Math.max(1, Math.min(most, MAX_MATCHES / Math.max(1, rules.size())));
        List<SiteFact> facts = new ArrayList<>(batch);
        try {
            for (int place = 0; place < batch; place++) {
                facts.add(newSite.newInstance(block, place));
            }
        } catch (ReflectiveOperationException e) {
            throw new HeadroomException(FailureFamily.INTERNAL, "the generated Site class cannot be used: " + e, "", e);
        }
        return new Session(kieBase.newStatelessKieSession(), block, facts, rules);
    }

    /**
     * Runs the rules on one thread. A rule cannot start another one or itself again: facts are never changed, inserted or deleted, so
     * there are at most as many firings as sites times rules. More, or a batch that takes minutes, are a failure all the same.
     */
    public static final class Session {
        private final StatelessKieSession session;
        private final FactBlock block;
        private final List<SiteFact> facts;
        private final List<CheckedRule> rules;

        private Session(StatelessKieSession session, FactBlock block, List<SiteFact> facts, List<CheckedRule> rules) {
            this.session = session;
            this.block = block;
            this.facts = facts;
            this.rules = rules;
        }

        /**
         * Runs all rules for rows 0 to {@code size - 1} of the block that is bound.
         *
         * @throws HeadroomException of family POLICY that names the rule when one goes in circles or takes minutes
         */
        public void run(int size) {
            run(size, MAX_TIME);
        }

        void run(int size, Duration mostTime) {
            for (int row = 0; row < size; row += facts.size()) {
                int together = Math.min(facts.size(), size - row);
                block.startAt(row, together * rules.size());
                long start = System.nanoTime();
                try {
                    session.execute(together == facts.size() ? facts : facts.subList(0, together));
                } catch (RuntimeException e) {
                    throw e.getCause() instanceof TooManyFiringsException circle ? endless(circle, together) : e;
                }
                if (System.nanoTime() - start > mostTime.toNanos()) {
                    throw slow(mostTime, together);
                }
            }
        }

        private HeadroomException endless(TooManyFiringsException circle, int sites) {
            return new HeadroomException(
                    FailureFamily.POLICY,
                    named(rules.get(circle.rule())) + " fires without end: more than " + sites * rules.size()
                            + " firings for " + sites + " sites and " + rules.size() + " rules",
                    "Take the rule out, and report it: the check of rule files should have refused it.",
                    circle);
        }

        private HeadroomException slow(Duration mostTime, int sites) {
            CheckedRule largest = rules.stream()
                    .max(Comparator.comparingInt(CheckedRule::comparisons))
                    .orElseThrow();
            return new HeadroomException(
                    FailureFamily.POLICY,
                    "the rules took more than " + mostTime.toSeconds() + " s for " + sites + " sites. The largest, "
                            + named(largest) + ", has " + largest.comparisons() + " comparisons",
                    "Write fewer or simpler rules.");
        }

        private static String named(CheckedRule rule) {
            return rule.place().text() + ": rule \"" + rule.name() + "\"";
        }
    }
}
