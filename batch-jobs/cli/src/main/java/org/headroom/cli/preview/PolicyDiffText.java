package org.headroom.cli.preview;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.headroom.rules.policy.Policy;
import org.headroom.workbench.diff.PolicyChange;

/** Prints what differs between two policies for people: a heading for each thing that changed, and below it a line for each change. */
public final class PolicyDiffText {
    private PolicyDiffText() {}

    /** Prints both policies with their digests, and all changes. */
    public static void print(PrintWriter out, Policy before, Policy after, List<PolicyChange> changes) {
        out.println("before: " + line(before));
        out.println("after:  " + line(after));
        if (changes.isEmpty()) {
            out.println(
                    before.digest().equals(after.digest())
                            ? "the same policy: the digests agree"
                            : "the same policy: the digests differ, but only by layout, comments or order");
            return;
        }
        String heading = "";
        for (PolicyChange change : changes) {
            String next = change.kind() == PolicyChange.Kind.POLICY
                    ? "policy"
                    : change.kind().name().toLowerCase(Locale.ROOT) + " " + change.name();
            if (!next.equals(heading)) {
                out.println(next);
                heading = next;
            }
            out.println("  " + change.text());
        }
        if (changes.stream().noneMatch(PolicyChange::decides)) {
            out.println("only words differ: both give the same scores");
        }
    }

    private static String line(Policy policy) {
        return policy.id() + " " + policy.version() + " (" + policy.digest() + ")";
    }
}
