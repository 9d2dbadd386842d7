package org.headroom.runs.verify;

import java.util.List;
import org.headroom.runs.InputDigests;
import org.headroom.runs.Manifest;
import org.headroom.runs.file.Digests;

/** Takes the digest of the inputs again, from which a run has its id, and that of the policy that lies in the run. */
final class InputCheck {
    private final Subject subject;
    private final Findings findings;

    InputCheck(Subject subject) {
        this.subject = subject;
        this.findings = new Findings(subject);
    }

    CheckResult check() {
        InputDigests inputs = subject.manifest().inputs();
        findings.look(List.of(Manifest.FILE), () -> {
            if (!inputs.withComputedKey().key().equals(inputs.key())) {
                findings.add(Manifest.FILE, "inputs: the key is not the digest of the rest");
            }
            if (!inputs.key().startsWith(subject.manifest().run())) {
                findings.add(Manifest.FILE, "run: is not the beginning of the inputs' key");
            }
        });
        findings.look(List.of(Subject.POLICY), () -> {
            if (!Digests.ofFolder(subject.files().policy()).equals(inputs.policy())) {
                findings.add(Subject.POLICY, "is not the policy that the manifest names");
            }
        });
        return findings.result("inputs", "key and policy");
    }
}
