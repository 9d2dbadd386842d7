package org.headroom.runs.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.headroom.export.ColumnNames;
import org.headroom.export.ExportFormat;
import org.headroom.export.PublishedTable;
import org.headroom.export.ReadBackFormat;
import org.headroom.model.GateAnswer;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.policy.Scorer;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunColumns;
import org.headroom.runs.RunVocabulary;
import org.headroom.runs.store.ScoreLayout;
import org.headroom.runs.store.SiteStore;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.ScoringModule;

/**
 * Derives scores again from the measurements, sites and policy that lie in the run, with the rules compiled anew, and compares them bit by
 * bit with the scores that lie there, and with the published tables.
 */
final class ScoreCheck {
    private static final int BLOCK = 4096;

    private final Subject subject;
    private final ExplanationFiles files;
    private final List<? extends ScoringModule> modules;
    private final SiteChoice choice;
    private final Ranks ranks;
    private final Findings findings;
    private int derived;

    ScoreCheck(Subject subject, List<? extends ScoringModule> modules, SiteChoice choice, Ranks ranks) {
        this.subject = subject;
        this.files = subject.files();
        this.modules = modules;
        this.choice = choice;
        this.ranks = ranks;
        this.findings = new Findings(subject);
    }

    CheckResult check() {
        BitSet chosen = choose();
        if (!chosen.isEmpty()) {
            findings.look(
                    List.of(Subject.SCORES, Subject.SITES, Subject.MEASUREMENTS, Subject.POLICY, Subject.ORDER),
                    () -> derive(chosen));
        }
        return findings.result("scores", derived + " of " + ranks.size() + " sites derived again");
    }

    private BitSet choose() {
        BitSet chosen = new BitSet();
        int sample = Math.min(choice.sample(), ranks.size());
        for (int i = 0; i < sample; i++) {
            chosen.set(ranks.site((int) ((long) i * ranks.size() / sample)));
        }
        if (!choice.ids().isEmpty()) {
            try (SiteStore sites = new SiteStore(files.sites())) {
                choice.ids().forEach(id -> chosen.set(subject.run().place(sites, id)));
            }
        }
        return chosen;
    }

    private void derive(BitSet chosen) throws IOException {
        Policy policy = Policy.load(files.policy(), RunVocabulary.of(subject.run(), modules))
                .on(subject.run().day());
        ScoreLayout layout = ScoreLayout.of(policy);
        if (!ScoreLayout.read(files.scores()).equals(layout)) {
            findings.add(Subject.SCORES, "are laid out for another policy than the one that lies in the run");
            return;
        }
        List<PublishedTable> tables = new ArrayList<>();
        try (RunColumns run = new RunColumns(files)) {
            SiteStore sites = run.sites();
            openTables(tables);
            ScoreComparison comparison = new ScoreComparison(policy, keptFamilies(policy));
            Scorer scorer = policy.scorer();
            MeasurementBlock block = run.newBlock(BLOCK);
            ScoreBlock now = policy.newScoreBlock(BLOCK);
            ScoreBlock then = policy.newScoreBlock(BLOCK);
            for (int site = chosen.nextSetBit(0); site >= 0; ) {
                int first = site;
                int count = Math.min(BLOCK, sites.size() - first);
                run.read(first, count, block);
                scorer.score(sites.block(first, count), block, now);
                run.scores().read(first, count, then);
                for (; site >= 0 && site < first + count; site = chosen.nextSetBit(site + 1)) {
                    String id = sites.siteId(site);
                    comparison
                            .differences(site - first, then, now)
                            .forEach(difference -> findings.add(Subject.SCORES, "site " + id + ": " + difference));
                    compareTables(tables, id, ranks.place(site), site - first, now);
                    derived++;
                }
            }
        } finally {
            for (PublishedTable table : tables) {
                table.close();
            }
        }
    }

    private List<Integer> keptFamilies(Policy policy) {
        List<Integer> kept = new ArrayList<>();
        for (int family = 0; family < policy.families().size(); family++) {
            String column = ColumnNames.familyScore(policy.families().get(family));
            if (subject.manifest().columns().stream().anyMatch(c -> c.column().equals(column))) {
                kept.add(family);
            }
        }
        return kept;
    }

    /** Tables that are damaged or cannot be opened were found before. */
    private void openTables(List<PublishedTable> tables) {
        Path folder = subject.folder();
        String name = PublishedRun.BASE_NAME;
        for (ExportFormat format : ExportFormat.all()) {
            if (format instanceof ReadBackFormat readBack
                    && Files.exists(folder.resolve(readBack.files(name).get(0)))) {
                findings.look(
                        readBack.files(name),
                        () -> tables.add(
                                readBack.open(folder, name, subject.manifest().dbfNames())));
            }
        }
    }

    private void compareTables(List<PublishedTable> tables, String id, int place, int row, ScoreBlock now)
            throws IOException {
        for (PublishedTable table : tables) {
            compare(table, id, place, ColumnNames.RANK, place + 1.0);
            // A project may have another number shown for excluded sites.
            if (now.gate(row) != GateAnswer.FAIL) {
                compare(table, id, place, ColumnNames.SCORE, now.ranking(row));
            }
        }
    }

    private void compare(PublishedTable table, String id, int place, String column, double value) throws IOException {
        if (table.has(column)) {
            Optional<String> difference = table.findDifference(place, column, value);
            difference.ifPresent(shown -> findings.add(
                    table.file(),
                    "row " + (place + 1L) + ", site " + id + ": " + column + " is " + shown + ", but derived again "
                            + value));
        }
    }
}
