package org.headroom.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.headroom.runs.store.ColumnNaming;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.runs.store.OrderFile;
import org.headroom.runs.store.ScoreFile;
import org.headroom.runs.store.ScoreLayout;
import org.headroom.runs.store.SiteStore;
import org.headroom.runs.store.SureRanks;
import org.headroom.spi.MeasurementBlock;
import org.headroom.workbench.whatif.RankedSites;
import org.jspecify.annotations.Nullable;

/** The columns of a run, open for reading: its sites, their measurements, scores and order. Safe for several threads. */
public final class RunColumns implements RankedSites, AutoCloseable {
    private final SiteStore sites;
    private final ScoreLayout layout;
    private final ScoreFile scores;
    private final OrderFile order;
    private final @Nullable SureRanks sureRanks;
    private final Map<String, MeasurementFile> measured = new TreeMap<>();

    /** Opens a run with all measurements that it has kept. */
    public RunColumns(ExplanationFiles files) {
        this(files, kept(files));
    }

    /**
     * Opens a run with the measurements of some criteria.
     *
     * @param criteria ids, all of them {@link #kept}
     */
    public RunColumns(ExplanationFiles files, Collection<String> criteria) {
        sites = new SiteStore(files.sites());
        layout = ScoreLayout.read(files.scores());
        scores = ScoreFile.openForReading(files.scoreFile(), sites.size(), layout);
        order = OrderFile.open(files.order());
        sureRanks = Files.exists(files.sureRanks()) ? SureRanks.openForReading(files.sureRanks(), sites.size()) : null;
        for (String criterion : criteria) {
            measured.put(criterion, MeasurementFile.openForReading(files.measurementFile(criterion), sites.size()));
        }
    }

    /** Ids of the criteria whose measurements a run has. */
    public static Set<String> kept(ExplanationFiles files) {
        Set<String> kept = new TreeSet<>();
        try (Stream<Path> folder = Files.list(files.measurements())) {
            folder.map(ColumnNaming::criterionOf).forEach(kept::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kept;
    }

    public SiteStore sites() {
        return sites;
    }

    public ScoreLayout layout() {
        return layout;
    }

    public ScoreFile scores() {
        return scores;
    }

    public OrderFile order() {
        return order;
    }

    /** How sure the ranks are; empty where the policy of the run draws nothing. */
    public Optional<SureRanks> sureRanks() {
        return Optional.ofNullable(sureRanks);
    }

    /** The opened measurements, by the id of their criterion. */
    public Map<String, MeasurementFile> measured() {
        return measured;
    }

    /** Room for the opened measurements of so many sites. */
    public MeasurementBlock newBlock(int capacity) {
        return new MeasurementBlock(measured.keySet(), capacity);
    }

    /** Reads the measurements of {@code count} sites into the first places of a block that has a column for each. */
    public void read(int first, int count, MeasurementBlock block) {
        measured.forEach((criterion, file) -> file.read(first, count, block.column(criterion)));
    }

    @Override
    public int size() {
        return sites.size();
    }

    @Override
    public void readTiers(int first, int count, byte[] tiers) {
        scores.readTiers(first, count, tiers);
    }

    @Override
    public void readRanking(int first, int count, double[] ranking) {
        scores.readRanking(first, count, ranking);
    }

    @Override
    public void readIdPlaces(int first, int count, int[] places) {
        sites.readIdPlaces(first, count, places);
    }

    @Override
    public void readRules(int first, int count, long[] fired, long[] undecided, long[] expected) {
        scores.readFired(first, count, fired);
        scores.readUndecided(first, count, undecided);
        scores.readExpected(first, count, expected);
    }

    @Override
    public void readPoints(
            int ruleInProportion, int first, int count, double[] least, double[] most, double[] expected) {
        scores.readPoints(ruleInProportion, first, count, least, most, expected);
    }

    @Override
    public boolean isMeasured(String criterionId) {
        return measured.containsKey(criterionId);
    }

    @Override
    public void readMeasurements(
            String criterionId, int first, int count, double[] lower, double[] upper, byte[] reasons) {
        MeasurementFile file = measured.get(criterionId);
        if (file == null) {
            throw new IllegalArgumentException("the measurements of " + criterionId + " were not kept");
        }
        file.readBounds(first, count, lower, upper);
        file.readReasons(first, count, reasons);
    }

    @Override
    public void close() {
        sites.close();
        scores.close();
        order.close();
        if (sureRanks != null) {
            sureRanks.close();
        }
        measured.values().forEach(MeasurementFile::close);
    }
}
