package org.headroom.feeds.line;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.headroom.model.Criterion;
import org.headroom.model.GateAnswer;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.runs.DrawnRanks;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.RecordIds;
import org.headroom.runs.RunColumns;
import org.headroom.runs.store.SureRanks;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.SiteBlock;

/**
 * Makes a line of JSON of each site, in the order of the sites; {@code site-line.schema.json} says what stands in it. The columns are read block by
 * block. Not safe for several threads.
 */
public final class SiteLines implements AutoCloseable {
    /** Name and version of what a line is; a field that is added leaves it, one that changes or goes raises it. */
    public static final String SCHEMA = "headroom-site/1";

    private static final int BLOCK = 2048;
    private static final JsonFactory JSON = JsonFactory.builder()
            // The digits of Double.toString changed in JDK 19; these are the same on every JDK.
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private final RunColumns columns;
    private final Policy policy;
    private final String run;
    private final String date;
    private final RecordIds records;
    private final RuleLines rules;
    private final AttributeLines attributes;
    private final Map<String, MeasurementLine> measurements = new LinkedHashMap<>();
    private final int topN;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
    private int[] ranks = new int[0];

    /**
     * @param columns of the run, with all measurements that it has kept; stays open
     * @param files where the run keeps the ids of its records
     * @param run name of the run
     * @param date evaluation date, ISO 8601
     */
    public SiteLines(RunColumns columns, ExplanationFiles files, Policy policy, String run, String date) {
        this.columns = columns;
        this.policy = policy;
        this.run = run;
        this.date = date;
        records = new RecordIds(files);
        rules = new RuleLines(policy);
        attributes = new AttributeLines();
        topN = columns.sureRanks().isPresent() ? DrawnRanks.read(files).topN() : 0;
        for (Criterion criterion : policy.vocabulary().criteria()) {
            if (columns.isMeasured(criterion.id())) {
                measurements.put(criterion.id(), new MeasurementLine(criterion, records));
            }
        }
    }

    /** Is given each line. */
    @FunctionalInterface
    public interface Taker {
        /**
         * @param site number of the site
         * @param line the line with its line feed, UTF-8; good until the next
         * @param length bytes of it
         */
        void take(int site, byte[] line, int length) throws IOException;
    }

    /** Makes the lines of all sites. */
    public void forEach(Taker taker) throws IOException {
        ranks = new int[columns.size()];
        int[] order = new int[BLOCK];
        for (int rank = 0; rank < columns.size(); rank += BLOCK) {
            int count = Math.min(BLOCK, columns.size() - rank);
            columns.order().read(rank, count, order);
            for (int i = 0; i < count; i++) {
                ranks[order[i]] = rank + i + 1;
            }
        }
        MeasurementBlock measured = new MeasurementBlock(new ArrayList<>(measurements.keySet()), BLOCK);
        ScoreBlock scores = policy.newScoreBlock(BLOCK);
        SureRanks.Block sure = SureRanks.Block.of(BLOCK);
        for (int first = 0; first < columns.size(); first += BLOCK) {
            int count = Math.min(BLOCK, columns.size() - first);
            SiteBlock sites = columns.sites().block(first, count);
            for (String criterion : measurements.keySet()) {
                Objects.requireNonNull(columns.measured().get(criterion))
                        .read(first, count, measured.column(criterion));
            }
            columns.scores().read(first, count, scores);
            Optional<SureRanks> drawn = columns.sureRanks();
            if (drawn.isPresent()) {
                drawn.get().read(first, count, sure);
            }
            for (int site = 0; site < count; site++) {
                bytes.reset();
                try (JsonGenerator json = JSON.createGenerator(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
                    json.setPrettyPrinter(new MinimalPrettyPrinter(""));
                    write(
                            first + site,
                            site,
                            sites,
                            measured,
                            scores,
                            drawn.isPresent() ? Optional.of(sure) : Optional.empty(),
                            json);
                }
                bytes.write('\n');
                taker.take(first + site, bytes.toByteArray(), bytes.size());
            }
        }
    }

    private void write(
            int number,
            int site,
            SiteBlock sites,
            MeasurementBlock measured,
            ScoreBlock scores,
            Optional<SureRanks.Block> sure,
            JsonGenerator json)
            throws IOException {
        boolean isExcluded = scores.gate(site) == GateAnswer.FAIL;
        json.writeStartObject();
        json.writeStringField("schema", SCHEMA);
        json.writeStringField("run", run);
        json.writeStringField("date", date);
        json.writeStringField("policy", policy.id() + " " + policy.version());
        json.writeStringField("siteId", sites.siteId(site));
        json.writeStringField("name", columns.sites().name(number));
        json.writeNumberField("longitude", sites.longitudes()[site]);
        json.writeNumberField("latitude", sites.latitudes()[site]);
        attributes.write(sites, site, json);
        json.writeNumberField("rank", ranks[number]);
        json.writeBooleanField("excluded", isExcluded);
        json.writeNumberField("tier", scores.tier(site));
        json.writeFieldName("score");
        Interval.write(scores.lower(site), scores.upper(site), json);
        json.writeFieldName("rankedBy");
        Interval.number(scores.ranking(site), json);
        json.writeFieldName("drawn");
        drawn(sure, site, json);
        json.writeFieldName("confidenceFraction");
        Interval.number(scores.confidenceFraction(site), json);
        json.writeStringField("gate", scores.gate(site).name());
        rules.write(scores, site, json);
        json.writeArrayFieldStart("measurements");
        for (Map.Entry<String, MeasurementLine> entry : measurements.entrySet()) {
            entry.getValue().write(measured.column(entry.getKey()), site, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void drawn(Optional<SureRanks.Block> sure, int site, JsonGenerator json) throws IOException {
        if (sure.isEmpty()) {
            json.writeNull();
            return;
        }
        SureRanks.Block ranksOf = sure.get();
        json.writeStartObject();
        json.writeNumberField("topN", topN);
        json.writeFieldName("topNProbability");
        Interval.number(ranksOf.topNProbability()[site], json);
        json.writeFieldName("topNStandardError");
        Interval.number(ranksOf.standardError()[site], json);
        json.writeFieldName("expectedRank");
        Interval.number(ranksOf.expectedRank()[site], json);
        json.writeFieldName("rank90");
        Interval.write(ranksOf.rankP05()[site], ranksOf.rankP95()[site], json);
        json.writeFieldName("expectedScore");
        Interval.number(ranksOf.expectedScore()[site], json);
        json.writeEndObject();
    }

    @Override
    public void close() {
        records.close();
    }
}
