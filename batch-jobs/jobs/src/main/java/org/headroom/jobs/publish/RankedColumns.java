package org.headroom.jobs.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.headroom.export.ColumnNames;
import org.headroom.export.ExportColumn;
import org.headroom.export.RankedTable;
import org.headroom.jobs.store.ScoreFile;
import org.headroom.jobs.store.SiteStore;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.GateAnswer;
import org.headroom.rules.Policy;
import org.headroom.rules.ScoreBlock;
import org.jspecify.annotations.Nullable;

/** The columns of the ranked table, read through the order of the sites: nothing is copied to be exported. */
final class RankedColumns {
    private static final GateAnswer[] ANSWERS = GateAnswer.values();

    private final SiteStore sites;
    private final IntUnaryOperator order;
    private final ScoreFile scores;
    private final Policy policy;
    private final Why why;
    private final List<ExportColumn> columns = new ArrayList<>();

    RankedColumns(SiteStore sites, IntUnaryOperator order, ScoreFile scores, Policy policy) {
        this.sites = sites;
        this.order = order;
        this.scores = scores;
        this.policy = policy;
        this.why = new Why(policy, scores);
    }

    /** Bounds of one criterion for all sites. */
    record Measured(Criterion criterion, IntToDoubleFunction lower, IntToDoubleFunction upper) {}

    RankedTable table(List<Measured> measured, String runId) {
        site();
        score();
        for (Measured m : measured) {
            measurement(m);
        }
        text(ColumnNames.POLICY_VERSION, "policy and its version", site -> policy.id() + " " + policy.version());
        text(ColumnNames.RUN_ID, "digest of the inputs of the run", site -> runId);
        return RankedTable.inMemory(
                sites.size(),
                row -> sites.longitude(order.applyAsInt(row)),
                row -> sites.latitude(order.applyAsInt(row)),
                columns);
    }

    private void site() {
        columns.add(ExportColumn.integer(
                ColumnNames.RANK, "1", "rank from 1; excluded sites behind the others", row -> row + 1L));
        text(ColumnNames.SITE_ID, "stable id of the site", sites::siteId);
        text(ColumnNames.NAME, "name", site -> sites.text("name", site));
        text(ColumnNames.ORIGIN, "GREENFIELD, or BROWNFIELD for an existing facility", site -> sites.origin(site)
                .name());
        text("stateCode", "state", site -> sites.text("stateCode", site));
        text("jurisdictionCode", "county or other jurisdiction", site -> sites.text("jurisdictionCode", site));
    }

    private void score() {
        number(ColumnNames.SCORE, "1", "score that the site is ranked by", 3, scores.rankings());
        number(
                ColumnNames.SCORE_LOWER_BOUND,
                "1",
                "score if all that is unknown turns out for the worst",
                3,
                scores.lowers());
        number(
                ColumnNames.SCORE_UPPER_BOUND,
                "1",
                "score if all that is unknown turns out for the best",
                3,
                scores.uppers());
        IntUnaryOperator gates = scores.gates();
        text(
                ColumnNames.GATE,
                "all gates together: PASS, CONDITIONAL, UNKNOWN or FAIL",
                site -> ANSWERS[gates.applyAsInt(site)].name());
        IntUnaryOperator tiers = scores.tiers();
        columns.add(ExportColumn.integer(
                ColumnNames.TIER,
                "1",
                "group that is ranked before the next; " + ScoreBlock.EXCLUDED_TIER + " is excluded",
                row -> tiers.applyAsInt(order.applyAsInt(row))));
        text(ColumnNames.EXCLUSION, "code of the rule that excludes the site", why::exclusionCode);
        text(ColumnNames.WHY, "why a gate is not passed", why::text);
        number(
                ColumnNames.CONFIDENCE_FRACTION,
                "1",
                "share of the weight that rests on known data",
                3,
                scores.confidences());
        for (int family = 0; family < policy.families().size(); family++) {
            String id = policy.families().get(family);
            number(
                    ColumnNames.familyScore(id),
                    "1",
                    "score of the criteria of " + id + " alone, 0 to 1, unknown ones at their worst",
                    4,
                    scores.families(family));
        }
        number(
                "contractedCapacityMw",
                "MW",
                "firm import right already held",
                1,
                site -> sites.number("contractedCapacityMw", site));
    }

    private void measurement(Measured m) {
        Criterion criterion = m.criterion();
        if (criterion.isCategory()) {
            text(criterion.id(), criterion.description(), site -> {
                double lower = m.lower().applyAsDouble(site);
                return lower == m.upper().applyAsDouble(site)
                        ? criterion.labels().get((int) lower)
                        : null;
            });
            return;
        }
        // One figure a cell: of an interval the end that counts against the site; the explanations have both.
        IntToDoubleFunction worse = criterion.direction() == Direction.LOWER_IS_BETTER ? m.upper() : m.lower();
        number(criterion.id(), criterion.unit(), criterion.description(), decimals(criterion), worse);
    }

    private static int decimals(Criterion criterion) {
        return switch (criterion.unit()) {
            case "km", "1", "years" -> 3;
            case "h/yr", "d", "USD/MW-yr" -> 0;
            case "USD/MWh" -> 2;
            default -> 1;
        };
    }

    private void number(String name, String unit, String description, int decimals, IntToDoubleFunction value) {
        columns.add(ExportColumn.number(
                name, unit, description, decimals, row -> value.applyAsDouble(order.applyAsInt(row))));
    }

    private void text(String name, String description, IntFunction<@Nullable String> value) {
        columns.add(ExportColumn.text(name, "1", description, row -> value.apply(order.applyAsInt(row))));
    }
}
