package org.headroom.report.policy;

import java.util.List;
import org.headroom.rules.file.Approval;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.Manifest;
import org.headroom.runs.exclusion.ExclusionCount;
import org.headroom.runs.log.PolicyPeriod;
import org.headroom.runs.log.RuleCounts;

/**
 * What the page of a policy is made of.
 *
 * @param manifest of the run whose policy it is
 * @param policy the policy as it lies in the run
 * @param digest digest that an approval of it names
 * @param counts what its rules did in the run
 * @param excluded sites that the run excluded, by reason
 * @param approvals all approvals that lie with the policy, in their order
 * @param periods which policy was in force when, the newest first
 */
public record PolicyReport(
        Manifest manifest,
        Policy policy,
        String digest,
        List<RuleCounts> counts,
        List<ExclusionCount> excluded,
        List<Approval> approvals,
        List<PolicyPeriod> periods) {
    public PolicyReport {
        counts = List.copyOf(counts);
        excluded = List.copyOf(excluded);
        approvals = List.copyOf(approvals);
        periods = List.copyOf(periods);
    }
}
