package org.headroom.runs.preview;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.headroom.model.FailureFamily;
import org.headroom.model.GateAnswer;
import org.headroom.model.HeadroomException;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.policy.Scorer;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunColumns;
import org.headroom.runs.RunFolders;
import org.headroom.runs.RunVocabulary;
import org.headroom.runs.store.OrderFile;
import org.headroom.runs.store.ScoreFile;
import org.headroom.runs.store.ScoreLayout;
import org.headroom.runs.store.SiteStore;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.ScoringModule;

/**
 * A published run whose sites are scored by other policies, from the measurements that lie in it: nothing is measured and no layer is
 * read. What it gives for a policy is what a run with that policy, the same inputs and the same date gives, bit by bit. Changes nothing in
 * the run. Not safe for several threads.
 */
public final class RescoredRun implements AutoCloseable {
    private static final int BLOCK = 4096;

    private final PublishedRun run;
    private final ExplanationFiles files;
    private final Vocabulary vocabulary;
    private final int threads;
    private final Policy ofRun;
    private final SiteStore sites;

    /**
     * Opens a run.
     *
     * @param modules the installed modules
     * @param threads how many score at the same time, at least 1
     * @throws HeadroomException of family PLUGIN when the modules of the run are not installed any more; POLICY when its policy cannot be
     *     read with them
     */
    public RescoredRun(PublishedRun run, List<? extends ScoringModule> modules, int threads) {
        this.run = run;
        this.files = run.explanationFiles();
        this.vocabulary = Vocabulary.of(modules);
        this.threads = threads;
        this.ofRun = Policy.read(files.policy(), RunVocabulary.of(run, modules));
        this.sites = new SiteStore(files.sites());
    }

    /** The run. */
    public PublishedRun run() {
        return run;
    }

    SiteStore sites() {
        return sites;
    }

    /** The id of a site by its place in the store. */
    public String siteId(int site) {
        return sites.siteId(site);
    }

    KnownMw knownMw() {
        return new KnownMw(files, sites);
    }

    /**
     * The ranking as it was published.
     *
     * @throws HeadroomException of family DATA when the run is damaged
     */
    public PolicyRanking published() {
        ScoreLayout layout = ScoreLayout.of(ofRun);
        if (!ScoreLayout.read(files.scores()).equals(layout)) {
            throw damaged("its scores are laid out for another policy than the one that lies in it");
        }
        PolicyRanking ranking = new PolicyRanking(ofRun, layout.wordsPerSite(), sites.size());
        try (ScoreFile scores = ScoreFile.openForReading(files.scoreFile(), sites.size(), layout);
                OrderFile order = OrderFile.open(files.order())) {
            ScoreBlock block = ofRun.newScoreBlock(BLOCK);
            int[] places = new int[BLOCK];
            if (order.size() != sites.size()) {
                throw damaged("its order has " + order.size() + " sites, not " + sites.size());
            }
            for (int first = 0; first < sites.size(); first += BLOCK) {
                int count = Math.min(BLOCK, sites.size() - first);
                scores.read(first, count, block);
                checkAnswers(block.storage().gate(), count);
                for (byte[] answers : block.storage().gateAnswers()) {
                    checkAnswers(answers, count);
                }
                ranking.take(first, count, block);
                order.read(first, count, places);
                System.arraycopy(places, 0, ranking.order(), first, count);
            }
        }
        if (!ranking.findPlaces()) {
            throw damaged("its order does not have every site once");
        }
        return ranking;
    }

    private void checkAnswers(byte[] gates, int count) {
        int answers = GateAnswer.values().length;
        for (int i = 0; i < count; i++) {
            if (gates[i] < 0 || gates[i] >= answers) {
                throw damaged("a gate has the answer " + gates[i]);
            }
        }
    }

    private HeadroomException damaged(String what) {
        return new HeadroomException(
                FailureFamily.DATA,
                "run " + run.shownName() + " is damaged: " + what,
                "\"headroom runs verify " + run.shownName() + "\" tells what is; take another run.");
    }

    /**
     * What would have to be measured before the sites can be scored by a policy, in words; nothing when what the run has kept is enough.
     *
     * @throws HeadroomException of family POLICY when the policy is refused
     */
    public List<String> mustMeasure(Path policyFolder) {
        return new KeptEnough(run, ofRun).lacking(Policy.read(policyFolder, vocabulary));
    }

    /** Whether another run has the same sites in the same order, so that rankings of both can be compared. */
    public boolean hasSitesOf(RescoredRun other) {
        if (sites.size() != other.sites.size()) {
            return false;
        }
        for (int site = 0; site < sites.size(); site++) {
            if (!sites.siteId(site).equals(other.sites.siteId(site))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The ranking that a policy would give.
     *
     * @throws HeadroomException of family POLICY when the policy is refused, or when the run did not measure what it needs
     */
    public PolicyRanking rankedBy(Path policyFolder) {
        Policy policy = load(policyFolder);
        Set<String> needed = new KeptEnough(run, ofRun).check(policy);
        ScoreLayout layout = ScoreLayout.of(policy);
        PolicyRanking ranking = new PolicyRanking(policy, layout.wordsPerSite(), sites.size());
        try (RunColumns measured = new RunColumns(files, needed)) {
            BlockThreads.run((sites.size() + BLOCK - 1) / BLOCK, threads, () -> {
                Scorer scorer = policy.scorer();
                MeasurementBlock block = measured.newBlock(BLOCK);
                ScoreBlock scores = policy.newScoreBlock(BLOCK);
                return number -> {
                    int first = number * BLOCK;
                    int count = Math.min(BLOCK, sites.size() - first);
                    measured.read(first, count, block);
                    scorer.score(sites.block(first, count), block, scores);
                    ranking.take(first, count, scores);
                };
            });
        }
        ranking.sort(sites);
        return ranking;
    }

    /** Without compiling rules that were compiled before, where a run keeps them; makes no folder. */
    private Policy load(Path folder) {
        Path compiled = run.folder().resolveSibling(RunFolders.COMPILED_RULES);
        Policy loaded = Files.isDirectory(compiled)
                ? Policy.load(folder, vocabulary, compiled)
                : Policy.load(folder, vocabulary);
        return loaded.on(run.day());
    }

    @Override
    public void close() {
        sites.close();
    }
}
