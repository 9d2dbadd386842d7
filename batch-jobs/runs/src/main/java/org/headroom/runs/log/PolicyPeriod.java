package org.headroom.runs.log;

import java.util.List;
import java.util.Optional;
import org.headroom.rules.file.Approval;
import org.headroom.rules.reading.Authorship;
import org.headroom.workbench.diff.PolicyChange;

/**
 * Runs one after another that went by the same policy.
 *
 * @param firstRun name of the first of them
 * @param lastRun name of the last of them
 * @param runs how many they are
 * @param from evaluation date of the first, ISO 8601
 * @param to evaluation date of the last
 * @param policy id of the policy; empty when it cannot be read
 * @param version its version
 * @param title its title
 * @param digest its digest
 * @param authorship who stands behind it, as it says itself
 * @param approval the approval of it as it is; empty when nobody gave one
 * @param changes what differs from the policy before; none for the first one
 * @param passed what of its rules' days passed during these runs, in words: those rules still apply
 * @param unreadable why the policy cannot be read by the modules of today; empty when it can
 */
public record PolicyPeriod(
        String firstRun,
        String lastRun,
        int runs,
        String from,
        String to,
        String policy,
        String version,
        String title,
        String digest,
        Authorship authorship,
        Optional<Approval> approval,
        List<PolicyChange> changes,
        List<String> passed,
        String unreadable) {
    public PolicyPeriod {
        changes = List.copyOf(changes);
        passed = List.copyOf(passed);
    }
}
