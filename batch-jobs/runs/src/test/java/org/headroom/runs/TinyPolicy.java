package org.headroom.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.vocabulary.Vocabulary;

/**
 * A small policy over the criteria of {@link TinyRun}, in a folder.
 *
 * @param folder the folder
 */
public record TinyPolicy(Path folder) {
    public static final String SETTINGS = "policy.yaml";
    public static final String GRID = "criteria/grid.yaml";
    public static final String REST = "criteria/rest.yaml";
    public static final String LAW = "criteria/law.yaml";
    public static final String PARAMETERS = "parameters/price.yaml";
    public static final String RULES = "drl/rules.drl";

    /** Writes it: weights 0.4, 0.2, 0.3 and 0.1; publishedHeadroomMw has none and no rule reads it. */
    public static TinyPolicy write(Path folder) {
        TinyPolicy policy = new TinyPolicy(folder);
        policy.put(SETTINGS, """
                policy: tiny
                version: 1.0.0
                title: Tiny
                rankBy: LOWER_BOUND
                score: {minimum: 0, maximum: 110}
                """);
        policy.put(GRID, """
                module: grid-tie
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
        policy.put(REST, """
                module: price
                criteria:
                  - criterion: priceUsdPerMwh
                    weight: 0.3
                    value: {sCurve: {zeroAt: 200, oneAt: 20}}
                    reasoning: cheaper is better
                    source: test
                """);
        policy.put(LAW, """
                module: law
                criteria:
                  - criterion: ban
                    weight: 0.1
                    value: {categories: {PASS: 1, CONDITIONAL: 0.4, FAIL: 0}}
                    reasoning: a ban is a risk
                    source: test
                """);
        policy.put(PARAMETERS, """
                module: price
                parameters:
                  - {parameter: reachKm, value: 50, unit: km, asOf: 2024-10, source: test}
                  - {parameter: zone, value: north, asOf: 2024, source: test}
                """);
        policy.put(RULES, """
                package headroom.policy;
                import org.headroom.rules.Site;

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
                """);
        return policy;
    }

    private void put(String path, String text) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(folder.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes a file; fails when that changes nothing. */
    public TinyPolicy edit(String path, UnaryOperator<String> change) {
        try {
            String before = Files.readString(folder.resolve(path));
            String after = change.apply(before);
            if (after.equals(before)) {
                throw new AssertionError("the edit of " + path + " changes nothing");
            }
            put(path, after);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads it. */
    public Policy load() {
        return Policy.load(folder, Vocabulary.of(TinyModule.ALL));
    }
}
