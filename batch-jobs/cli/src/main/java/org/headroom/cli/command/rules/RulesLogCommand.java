package org.headroom.cli.command.rules;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.JsonOption;
import org.headroom.cli.option.OutOption;
import org.headroom.cli.option.PolicyOption;
import org.headroom.cli.show.JsonLines;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunFolders;
import org.headroom.runs.log.PolicyLog;
import org.headroom.runs.log.PolicyPeriod;
import org.headroom.workbench.diff.PolicyChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells which policy was in force in which run. */
@Command(
        name = "log",
        header = "Lists which policy was in force in which runs, and what changed.",
        description =
                "Reads the policies that lie in the published runs, the newest first: version, author, approval, the runs that went by"
                        + " it, and what differs from the policy before. Days of rules that passed in between are told as well."
                        + " What-if runs are left out. Nothing is written.",
        footerHeading = "%nExample:%n",
        footer = "  headroom rules log --out runs --json")
public final class RulesLogCommand implements Callable<Integer> {
    private static final int DIGEST_SHOWN = 12;

    private final Surroundings surroundings;

    @Mixin
    private OutOption out = new OutOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public RulesLogCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        RunFolders folders = new RunFolders(out.folder());
        List<PolicyPeriod> periods =
                PolicyLog.of(sameProject(folders.list(), folders.getLatest()), PolicyOption.vocabulary(surroundings));
        for (PolicyPeriod period : periods) {
            if (json.isWanted()) {
                JsonLines.print(surroundings.out(), values(period));
            } else {
                print(surroundings.out(), period);
            }
        }
        return ExitCode.DONE;
    }

    /** The runs of the project that a run is of. */
    static List<PublishedRun> sameProject(List<PublishedRun> runs, PublishedRun of) {
        String project = of.manifest().project();
        return runs.stream()
                .filter(run -> run.findManifest()
                        .filter(made -> made.project().equals(project))
                        .isPresent())
                .toList();
    }

    private static void print(PrintWriter to, PolicyPeriod period) {
        String runs = period.runs() == 1
                ? period.firstRun()
                : period.firstRun() + " to " + period.lastRun() + ", " + period.runs() + " runs";
        if (!period.unreadable().isEmpty()) {
            to.println(runs + ": the policy cannot be read: "
                    + period.unreadable().lines().findFirst().orElse(""));
            return;
        }
        String by = period.authorship().text();
        to.println(runs + ": " + period.policy() + " " + period.version() + " ("
                + period.digest().substring(0, DIGEST_SHOWN) + ")" + (by.isEmpty() ? "" : ", " + by)
                + period.approval()
                        .map(one -> "; approved by " + one.approvedBy() + " on " + one.date())
                        .orElse(""));
        for (PolicyChange change : period.changes()) {
            to.println(
                    "  " + change.kind().name().toLowerCase(Locale.ROOT) + " " + change.name() + ", " + change.text());
        }
        period.passed().forEach(passed -> to.println("  " + passed));
    }

    private static Map<String, Object> values(PolicyPeriod period) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("firstRun", period.firstRun());
        values.put("lastRun", period.lastRun());
        values.put("runs", period.runs());
        values.put("from", period.from());
        values.put("to", period.to());
        values.put("policy", period.policy());
        values.put("version", period.version());
        values.put("digest", period.digest());
        values.put("author", period.authorship().author());
        values.put("approvedBy", period.authorship().approvedBy());
        values.put("date", period.authorship().date());
        period.approval().ifPresent(one -> values.put("approval", one));
        values.put("changes", period.changes());
        values.put("passed", period.passed());
        if (!period.unreadable().isEmpty()) {
            values.put("unreadable", period.unreadable());
        }
        return values;
    }
}
