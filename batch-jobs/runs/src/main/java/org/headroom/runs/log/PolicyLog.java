package org.headroom.runs.log;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.headroom.model.HeadroomException;
import org.headroom.rules.file.Approval;
import org.headroom.rules.file.Approvals;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.reading.Authorship;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.runs.PublishedRun;
import org.headroom.workbench.diff.PolicyChange;
import org.headroom.workbench.diff.PolicyDiff;
import org.jspecify.annotations.Nullable;

/** Reads from published runs which policy was in force when. Policies are compared by what they mean; days of rules that passed are told too. */
public final class PolicyLog {
    private final Vocabulary vocabulary;
    private final List<PolicyPeriod> periods = new ArrayList<>();
    private @Nullable Policy current;
    private String folderDigest = "";
    private @Nullable LocalDate before;

    private PolicyLog(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * The periods, the newest first.
     *
     * @param runs nights of one project, the newest first; a run whose manifest cannot be read is left out
     * @param vocabulary what the installed modules let a policy speak of
     */
    public static List<PolicyPeriod> of(List<PublishedRun> runs, Vocabulary vocabulary) {
        PolicyLog log = new PolicyLog(vocabulary);
        List<PublishedRun> oldestFirst = new ArrayList<>(runs);
        Collections.reverse(oldestFirst);
        for (PublishedRun run : oldestFirst) {
            if (run.findManifest().isPresent()) {
                log.add(run);
            }
        }
        Collections.reverse(log.periods);
        return log.periods;
    }

    private void add(PublishedRun run) {
        String digest = run.manifest().inputs().policy();
        LocalDate day = run.day();
        if (!digest.equals(folderDigest) || periods.isEmpty()) {
            folderDigest = digest;
            begin(run);
        } else {
            PolicyPeriod last = periods.get(periods.size() - 1);
            List<String> passed = new ArrayList<>(last.passed());
            passed.addAll(passed(day, current));
            periods.set(
                    periods.size() - 1,
                    new PolicyPeriod(
                            last.firstRun(),
                            run.name(),
                            last.runs() + 1,
                            last.from(),
                            day.toString(),
                            last.policy(),
                            last.version(),
                            last.title(),
                            last.digest(),
                            last.authorship(),
                            last.approval(),
                            last.changes(),
                            passed,
                            last.unreadable()));
        }
        before = day;
    }

    private void begin(PublishedRun run) {
        Policy earlier = current;
        Policy read;
        Optional<Approval> approval;
        try {
            read = Policy.read(run.explanationFiles().policy(), vocabulary.takingParametersAsWritten());
            approval = Approvals.read(run.explanationFiles().policy()).inForce();
        } catch (HeadroomException e) {
            current = null;
            periods.add(period(
                    run,
                    "",
                    "",
                    "",
                    "",
                    Authorship.NONE,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    String.valueOf(e.getMessage())));
            return;
        }
        current = read;
        List<PolicyChange> changes = earlier == null ? List.of() : PolicyDiff.between(earlier, read);
        periods.add(period(
                run,
                read.id(),
                read.version(),
                read.title(),
                read.digest(),
                read.authorship(),
                approval,
                changes,
                passed(run.day(), earlier),
                ""));
    }

    private static PolicyPeriod period(
            PublishedRun run,
            String policy,
            String version,
            String title,
            String digest,
            Authorship authorship,
            Optional<Approval> approval,
            List<PolicyChange> changes,
            List<String> passed,
            String unreadable) {
        String day = run.day().toString();
        return new PolicyPeriod(
                run.name(),
                run.name(),
                1,
                day,
                day,
                policy,
                version,
                title,
                digest,
                authorship,
                approval,
                changes,
                passed,
                unreadable);
    }

    /** The days of rules between the run before and this one; of a rule whose days are new, those that passed long ago as well. */
    private List<String> passed(LocalDate day, @Nullable Policy earlier) {
        List<String> passed = new ArrayList<>();
        Policy policy = current;
        LocalDate since = before;
        if (policy == null) {
            return passed;
        }
        for (CheckedRule rule : policy.rules()) {
            LocalDate expires = rule.validity().expires();
            boolean isNew = earlier == null || !hasDaysOf(rule, earlier);
            if (expires != null && day.isAfter(expires) && (isNew || since == null || !since.isAfter(expires))) {
                passed.add("rule \"" + rule.name() + "\" expired on " + expires + " and still applies");
            }
            LocalDate effective = rule.validity().effective();
            if (effective != null && since != null && since.isBefore(effective) && !day.isBefore(effective)) {
                passed.add("rule \"" + rule.name() + "\" reached the day from which it was written for, " + effective);
            }
        }
        return passed;
    }

    private static boolean hasDaysOf(CheckedRule rule, Policy policy) {
        return policy.rules().stream()
                .anyMatch(other ->
                        other.name().equals(rule.name()) && other.validity().equals(rule.validity()));
    }
}
