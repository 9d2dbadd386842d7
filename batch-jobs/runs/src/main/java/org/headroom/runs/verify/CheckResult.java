package org.headroom.runs.verify;

import java.util.List;

/**
 * What came of one check of a run.
 *
 * @param check its name, one word
 * @param looked what was looked at, in a few words
 * @param findings all that is wrong; empty when the check holds
 */
public record CheckResult(String check, String looked, List<Finding> findings) {
    public CheckResult {
        findings = List.copyOf(findings);
    }

    public boolean holds() {
        return findings.isEmpty();
    }
}
