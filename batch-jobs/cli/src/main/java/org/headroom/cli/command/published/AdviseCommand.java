package org.headroom.cli.command.published;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.JsonOption;
import org.headroom.cli.show.JsonLines;
import org.headroom.cli.show.Table;
import org.headroom.decide.advice.AdviceEntry;
import org.headroom.decide.advice.CallList;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunVocabulary;
import org.headroom.runs.store.SiteStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says which unknown is worth settling first. */
@Command(
        name = "advise",
        header = "Says whom to ask what: which unknown, once known, would change the list most.",
        description = {
            "For each thing that is not exactly known: the probability that a site enters the first N or leaves them"
                    + " once it is known, and what the list is expected to gain by knowing it, in points. All else is"
                    + " worth what the policy expects of it.",
            "With --site, all that is not exactly known of one site, also what alone changes nothing."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  headroom advise                     the first calls to make for the list of the latest run",
            "  headroom advise --top 50 --lines 100",
            "  headroom advise --site G-0042       what to find out about a site"
        })
public final class AdviseCommand implements Callable<Integer> {
    private static final int USUAL_LINES = 20;

    private final Surroundings surroundings;

    @Mixin
    private RunArgument runs = new RunArgument();

    @Option(
            names = {"-t", "--top"},
            paramLabel = "N",
            description = "Length of the list. Default: what the policy of the run says, usually 20.")
    private @Nullable Integer top;

    @Option(
            names = {"-s", "--site"},
            paramLabel = "ID",
            description = "Only what is not known of this site.")
    private @Nullable String siteId;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "Show so many lines at most. Default: " + USUAL_LINES + "; with --json all.")
    private @Nullable Integer lines;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public AdviseCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        check("--top", top);
        check("--lines", lines);
        PublishedRun run = runs.published();
        Policy policy = policy(run);
        int topN = top == null ? policy.decision().topN() : top;
        List<AdviceEntry> entries = find(run, policy, topN);
        if (json.isWanted()) {
            shown(entries, Integer.MAX_VALUE).forEach(entry -> print(run, topN, entry));
        } else {
            List<AdviceEntry> shown = shown(entries, USUAL_LINES);
            table(shown).print(surroundings);
            if (shown.isEmpty()) {
                surroundings
                        .out()
                        .println("Nothing that is not known would change the top " + topN + " of run " + run.shownName()
                                + " on its own.");
            } else if (shown.size() < entries.size()) {
                surroundings
                        .out()
                        .println((entries.size() - shown.size()) + " more; --lines " + entries.size() + " shows them");
            }
        }
        return ExitCode.DONE;
    }

    private void check(String option, @Nullable Integer number) {
        if (number != null && number < 1) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    option + " takes a whole number of 1 or more, not " + number);
        }
    }

    private Policy policy(PublishedRun run) {
        Policy policy = Policy.read(
                        run.explanationFiles().policy(),
                        RunVocabulary.of(
                                run,
                                PluginHost.load(surroundings.pluginsFolder()).stream()
                                        .map(InstalledModule::module)
                                        .toList()))
                .on(run.day());
        if (!policy.hasPriors()) {
            throw new HeadroomException(
                    FailureFamily.POLICY,
                    "the policy of run " + run.shownName()
                            + " does not say what unknown means: a criterion with a weight has no"
                            + " \"unknown\" in its criteria table",
                    "Give every criterion with a weight its \"unknown\", as rules/policy does, and rank again.");
        }
        return policy;
    }

    private List<AdviceEntry> find(PublishedRun run, Policy policy, int topN) {
        CallList calls = new CallList(run.explanationFiles(), policy, topN);
        if (siteId == null) {
            return calls.ofList();
        }
        try (SiteStore sites = new SiteStore(run.explanationFiles().sites())) {
            return calls.ofSite(run.place(sites, siteId));
        }
    }

    private List<AdviceEntry> shown(List<AdviceEntry> entries, int usual) {
        return entries.subList(0, Math.min(entries.size(), lines == null ? usual : lines));
    }

    private static Table table(List<AdviceEntry> entries) {
        Table table = new Table(">GAIN", ">ENTER", ">LEAVE", ">SITES", "FIRST", ">RANK", "ADVICE");
        for (AdviceEntry entry : entries) {
            table.add(
                    String.format(Locale.ROOT, "%.3f", entry.expectedChange()),
                    percent(entry.probabilityToEnter()),
                    percent(entry.probabilityToLeave()),
                    Integer.toString(entry.sites()),
                    entry.siteId(),
                    Integer.toString(entry.rank()),
                    entry.advice());
        }
        return table;
    }

    private static String percent(double probability) {
        return probability == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * probability);
    }

    private void print(PublishedRun run, int topN, AdviceEntry entry) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("run", run.shownName());
        values.put("topN", topN);
        values.put("criterion", entry.criterion());
        values.put("label", entry.label());
        values.put("isUnknown", entry.isUnknown());
        values.put("sharedBy", entry.sharedBy());
        values.put("sharing", entry.sharing());
        values.put("where", entry.where());
        values.put("sites", entry.sites());
        values.put("siteId", entry.siteId());
        values.put("siteName", entry.siteName());
        values.put("stateCode", entry.stateCode());
        values.put("rank", entry.rank());
        values.put("probabilityToEnter", entry.probabilityToEnter());
        values.put("probabilityToLeave", entry.probabilityToLeave());
        values.put("expectedChange", entry.expectedChange());
        values.put("advice", entry.advice());
        JsonLines.print(surroundings.out(), values);
    }
}
