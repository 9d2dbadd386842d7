package org.headroom.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.assertj.core.api.AbstractStringAssert;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.SitesByAttribute;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;

/** Writes small policy folders over the vocabulary of {@link TestModule}. */
public final class TestPolicy {
    public static final String HEAD = "package headroom.policy;\nimport org.headroom.rules.Site;\n\n";

    /** Gate ban: FAIL excludes, CONDITIONAL is conditional. Gate grid: kv below 69 excludes. Bonus, malus and tier rules. */
    public static final String RULES = HEAD + """
            rule "ban in force" @gate(ban) @source("test")
            when
                $s: Site(ban == "FAIL")
            then
                $s.exclude("BAN", "a ban holds");
            end

            rule "ban ahead" @gate(ban) @source("test")
            when
                $s: Site(ban == "CONDITIONAL")
            then
                $s.conditional("BAN_AHEAD", "a ban is coming");
            end

            rule "no high voltage" @gate(grid) @source("test")
            when
                $s: Site(kv < 69)
            then
                $s.exclude("LOW_KV", "below 69 kV");
            end

            rule "mine too small" @gate(size) @source("test")
            when
                $s: Site(origin == "BROWNFIELD", contractedCapacityMw < 5)
            then
                $s.exclude("SMALL", "below 5 MW");
            end

            rule "large mine" @source("test")
            when
                $s: Site(origin == "BROWNFIELD", contractedCapacityMw >= 100)
            then
                $s.bonus(4, "100 MW or more");
            end

            rule "dear energy" @source("test")
            when
                $s: Site(priceUsdPerMwh > 150)
            then
                $s.malus(3, "dear");
                $s.tier(3, "dear");
            end

            rule "near and strong" @source("test")
            when
                $s: Site(distanceKm <= 5 && (kv >= 230 || count in (3, 4)), ban != "FAIL")
            then
                $s.bonus(2.5, "near a strong node");
            end

            rule "none or some" @source("test") salience -5
            when
                $s: Site(count >= 0 && count != 3 && priceUsdPerMwh != 100, ban in ("PASS", "CONDITIONAL"))
            then
                $s.bonus(0.5, "not negative");
            end
            """;

    /** Points in proportion, up and down, to what is measured and to what a site has; some against what the criteria tables say. */
    private static final String IN_PROPORTION = HEAD + """
            rule "by capacity" @source("test")
            when
                $s: Site(origin == "BROWNFIELD")
            then
                $s.bonus(0.03 per MW of contractedCapacityMw above 10, at most 5.5, "capacity");
            end

            rule "by price" @source("test")
            when
                $s: Site(kv >= 69)
            then
                $s.bonus(0.15 per USD/MWh of priceUsdPerMwh above 30, at most 14, "sells energy");
            end

            rule "by distance" @source("test")
            when
                $s: Site(ban != "FAIL")
            then
                $s.malus(1.3 per 10 km of distanceKm above 7, at most 4, "far");
                $s.bonus(0.2 per 1 of count, at most 0.7, "nodes");
            end

            rule "by voltage" @source("test")
            when
                $s: Site(distanceKm < 900)
            then
                $s.malus(0.7 per 10 kV of kv below 138, at most 6, "weak");
            end
            """;

    private final Path folder;

    public TestPolicy(Path folder) {
        this.folder = folder;
        write(
                "policy.yaml",
                "policy: test\nversion: 1.0.0\ntitle: Test\nrankBy: LOWER_BOUND\nscore: {minimum: 0, maximum: 110}\n");
        write("criteria/grid.yaml", """
                module: grid
                criteria:
                  - criterion: distanceKm
                    weight: 0.4
                    value: {piecewiseLinear: [[0, 1], [10, 0.5], [60, 0]]}
                    reasoning: nearer is cheaper
                    source: test
                  - criterion: kv
                    weight: 0.2
                    value: {step: [[0, 0], [69, 0.4], [138, 0.8], [345, 1]]}
                    reasoning: stronger is better
                    source: test
                """);
        write("criteria/rest.yaml", """
                module: price
                criteria:
                  - criterion: priceUsdPerMwh
                    weight: 0.3
                    value: {sCurve: {zeroAt: 200, oneAt: 20}}
                    reasoning: cheaper is better
                    source: test
                """);
        write("criteria/law.yaml", """
                module: law
                criteria:
                  - criterion: ban
                    weight: 0.1
                    value: {categories: {PASS: 1, CONDITIONAL: 0.4, FAIL: 0}}
                    reasoning: a ban is a risk
                    source: test
                """);
        write("parameters/price.yaml", """
                module: price
                parameters:
                  - {parameter: reachKm, value: 50, unit: km, asOf: 2024-10, source: test}
                  - {parameter: zone, value: north, asOf: 2024, source: test}
                """);
        write("drl/rules.drl", RULES);
    }

    /** The same policy ranked by what is expected, with a prior for each criterion. */
    public static TestPolicy expecting(Path folder) {
        TestPolicy policy = new TestPolicy(folder);
        String because = ", asOf: 2026-11-01, reasoning: as it may be, source: test}\n";
        Map<String, String> priors = Map.of(
                "distanceKm", "quantiles: [[0, 0], [0.3, 0], [0.5, 12], [0.9, 50], [1, 120]]",
                "kv", "quantiles: [[0, 34.5], [0.5, 138], [1, 500]]",
                "priceUsdPerMwh", "quantiles: [[0, 20], [0.5, 90], [0.9, 160], [1, 400]]",
                "ban",
                        "silence: {places: 1000, found: 60, estimated: 90, newPerYear: 40, clear: PASS, present: {CONDITIONAL: 0.25, FAIL: 0.75}}");
        try {
            for (String file : List.of("grid", "rest", "law")) {
                String path = "criteria/" + file + ".yaml";
                String text = Files.readString(folder.resolve(path));
                for (Map.Entry<String, String> prior : priors.entrySet()) {
                    text = text.replaceAll(
                            "(criterion: " + prior.getKey() + "\n +weight: .*\n)",
                            "$1    unknown: {" + prior.getValue() + because);
                }
                policy.write(path, text);
            }
            return policy.write(
                    "policy.yaml",
                    Files.readString(folder.resolve("policy.yaml")).replace("LOWER_BOUND", "EXPECTED"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with rules whose points are in proportion. */
    public TestPolicy inProportion() {
        return write("drl/in-proportion.drl", IN_PROPORTION);
    }

    public TestPolicy write(String path, String text) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(folder.resolve(path), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    public Policy load() {
        return Policy.load(folder, TestModule.vocabulary());
    }

    /** The one text or problem that there is. */
    public static AbstractStringAssert<?> only(List<?> found) {
        return assertThat(found)
                .singleElement()
                .extracting(one -> one instanceof PolicyProblem problem ? problem.text() : one)
                .asString();
    }

    public static MeasurementBlock measurements(int capacity) {
        return new MeasurementBlock(
                TestModule.vocabulary().criteria().stream().map(c -> c.id()).toList(), capacity);
    }

    /** Measurements of all kinds: known, intervals, unknown; also sets attributes of the sites. */
    public static MeasurementBlock random(int size, SitesByAttribute sites, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        MeasurementBlock block = measurements(size);
        for (int row = 0; row < size; row++) {
            fill(block.column("distanceKm"), row, random, new double[] {0, 3, 5, 8, 50});
            fill(block.column("kv"), row, random, new double[] {0, 34.5, 69, 138, 230, 500});
            fill(block.column("count"), row, random, new double[] {-1, -0.0, 0, 3, 4, 5});
            fill(block.column("priceUsdPerMwh"), row, random, new double[] {20, 100, 150, 151, 300});
            fill(block.column("ban"), row, random, new double[] {0, 1, 2});
            if (random.nextBoolean()) {
                sites.with(row, "origin", "BROWNFIELD");
            }
            if (random.nextInt(3) > 0) {
                sites.with(row, "contractedCapacityMw", new double[] {2, 5, 50, 100, 200}[random.nextInt(5)]);
            }
        }
        return block;
    }

    private static void fill(MeasurementColumn column, int row, RandomGenerator random, double[] values) {
        double a = values[random.nextInt(values.length)];
        double b = values[random.nextInt(values.length)];
        switch (random.nextInt(4)) {
            case 0 -> column.setInterval(row, Math.min(a, b), Math.max(a, b), EvidenceClass.ESTIMATED);
            case 1 -> column.setUnknown(row, UnknownReason.NOT_CHECKED);
            default -> column.set(row, a, EvidenceClass.REPORTED);
        }
    }
}
