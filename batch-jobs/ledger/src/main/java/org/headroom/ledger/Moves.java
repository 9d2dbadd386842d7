package org.headroom.ledger;

import java.util.ArrayList;
import java.util.List;
import org.headroom.ledger.cause.Cause;
import org.headroom.ledger.cause.Step;
import org.headroom.ledger.stage.Evidence;
import org.headroom.ledger.stage.Stages;

/** The moves of sites, each made when it is asked for. Not safe for several threads. */
final class Moves {
    private final Ledger ledger;
    private final Stages stages;
    private final List<Step> steps;
    private final Sites before;
    private final Sites after;
    private final TermTexts texts;

    Moves(Ledger ledger) {
        this.ledger = ledger;
        stages = ledger.stages();
        steps = ledger.steps();
        before = new Sites(ledger.before());
        after = new Sites(ledger.after());
        texts = new TermTexts(ledger);
    }

    Sites before() {
        return before;
    }

    Sites after() {
        return after;
    }

    TermTexts texts() {
        return texts;
    }

    /** Whether a site that both runs have has another rank or score. */
    boolean isMoved(int site) {
        int then = ledger.match().earlier()[site];
        return then >= 0
                && (ledger.before().places()[then] != ledger.after().places()[site]
                        || ledger.before().scores()[then] != ledger.after().scores()[site]);
    }

    /** The move of a site of the later run. */
    Move of(int site) {
        int then = ledger.match().earlier()[site];
        if (then < 0) {
            return new Move(
                    after.id(site),
                    after.name(site),
                    null,
                    ledger.after().places()[site] + 1,
                    null,
                    ledger.after().scores()[site],
                    List.of(new Move.Term(Cause.CANDIDATES.id(), "", null, null, List.of(), "it is new")));
        }
        return new Move(
                after.id(site),
                after.name(site),
                ledger.before().places()[then] + 1,
                ledger.after().places()[site] + 1,
                ledger.before().scores()[then],
                ledger.after().scores()[site],
                terms(site, then));
    }

    /** The move of a site of the earlier run that is gone. */
    Move ofGone(int site) {
        return new Move(
                before.id(site),
                before.name(site),
                ledger.before().places()[site] + 1,
                null,
                ledger.before().scores()[site],
                null,
                List.of(new Move.Term(Cause.CANDIDATES.id(), "", null, null, List.of(), "it is gone")));
    }

    private List<Move.Term> terms(int site, int then) {
        List<Move.Term> terms = new ArrayList<>();
        double score = ledger.before().scores()[then];
        int tier = ledger.before().tiers()[then];
        int place = ledger.before().places()[then];
        List<Evidence> evidence = null;
        for (int step = 0; step < steps.size(); step++) {
            double scoreNow = stages.score(step, site, score);
            int tierNow = stages.tier(step, site, tier);
            int placeNow = stages.place(step, site);
            if (scoreNow != score || placeNow != place) {
                evidence = evidence == null ? stages.evidence(site) : evidence;
                boolean isScored = scoreNow != score || tierNow != tier;
                List<String> records = texts.records(step, site, evidence);
                terms.add(new Move.Term(
                        steps.get(step).cause().id(),
                        steps.get(step).of(),
                        scoreNow - score,
                        placeNow - place,
                        records,
                        texts.text(step, site, evidence, records, isScored, placeNow - place)));
            }
            score = scoreNow;
            tier = tierNow;
            place = placeNow;
        }
        return terms;
    }
}
