package org.headroom.rules.drl;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.fact.FactBlock;
import org.headroom.rules.fact.SiteFact;
import org.kie.api.KieBase;
import org.kie.api.runtime.StatelessKieSession;

/** The compiled rules of a policy. Immutable and shared by all threads; sessions are made from it, one for each thread. */
public final class RuleBase {
    private final KieBase kieBase;
    private final Constructor<? extends SiteFact> newSite;

    RuleBase(KieBase kieBase, Class<? extends SiteFact> siteClass) throws NoSuchMethodException {
        this.kieBase = kieBase;
        this.newSite = siteClass.getConstructor(FactBlock.class, int.class);
    }

    /**
     * A session that runs all rules over the sites of a block.
     *
     * @param block the columns that its facts point into
     * @param batch how many sites run together; 1,000 is fastest
     */
    public Session session(FactBlock block, int batch) {
        List<SiteFact> facts = new ArrayList<>(batch);
        try {
            for (int place = 0; place < batch; place++) {
                facts.add(newSite.newInstance(block, place));
            }
        } catch (ReflectiveOperationException e) {
            throw new HeadroomException(FailureFamily.INTERNAL, "the generated Site class cannot be used: " + e, "", e);
        }
        return new Session(kieBase.newStatelessKieSession(), block, facts);
    }

    /**
     * Runs the rules on one thread. A rule cannot start another one or itself again: facts are never changed, inserted or deleted, so
     * there are at most as many firings as sites times rules, and no further guard is needed.
     */
    public static final class Session {
        private final StatelessKieSession session;
        private final FactBlock block;
        private final List<SiteFact> facts;

        private Session(StatelessKieSession session, FactBlock block, List<SiteFact> facts) {
            this.session = session;
            this.block = block;
            this.facts = facts;
        }

        /** Runs all rules for rows 0 to {@code size - 1} of the block that is bound. */
        public void run(int size) {
            for (int row = 0; row < size; row += facts.size()) {
                block.startAt(row);
                int together = Math.min(facts.size(), size - row);
                session.execute(together == facts.size() ? facts : facts.subList(0, together));
            }
        }
    }
}
