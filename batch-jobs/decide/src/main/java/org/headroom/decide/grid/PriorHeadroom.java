package org.headroom.decide.grid;

import java.time.LocalDate;
import java.util.List;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.UnknownReason;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.prior.UnknownMeaning;
import org.headroom.rules.weight.WeightedCriterion;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunVocabulary;
import org.headroom.spi.ScoringModule;

/**
 * What counts where headroom is unknown: a quantile of the distribution that the policy of a run says unknown means.
 *
 * @param mw MW AC
 * @param description where that comes from, for people
 */
public record PriorHeadroom(double mw, String description) {
    /**
     * Reads it from the policy that lies in a run.
     *
     * @param modules the installed modules
     * @param criterion id of the criterion with the headroom
     * @param share 0 to 1: the share of the distribution that has no more
     * @throws HeadroomException of family CONFIG when the policy does not say what unknown means there; PLUGIN or POLICY when it cannot be read
     */
    public static PriorHeadroom of(
            PublishedRun run, List<? extends ScoringModule> modules, String criterion, double share) {
        Policy policy = Policy.read(run.explanationFiles().policy(), RunVocabulary.of(run, modules));
        UnknownMeaning unknown = policy.criteria().stream()
                .filter(line -> line.criterion().id().equals(criterion))
                .findFirst()
                .map(WeightedCriterion::unknown)
                .orElseThrow(() -> new HeadroomException(
                        FailureFamily.CONFIG,
                        "policy " + policy.id() + " of run " + run.name() + " does not say what unknown means for "
                                + criterion,
                        "Give a number with --unknown-headroom-mw, or \"unknown\" with quantiles in the"
                                + " policy's table."));
        double mw = unknown.on(LocalDate.parse(run.manifest().evaluationDate()), UnknownReason.FIELD_MISSING)
                .quantile(share);
        return new PriorHeadroom(
                mw,
                "the " + share + " quantile of what policy " + policy.id() + " says unknown means for " + criterion
                        + " (" + unknown.source() + ")");
    }
}
