package org.headroom.rules.outcome;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.model.FieldType;
import org.headroom.model.SiteAttributes;
import org.headroom.model.UnknownReason;
import org.headroom.rules.prior.Expectation;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.Condition;
import org.headroom.rules.rule.RuleAction;
import org.headroom.rules.rule.TwoSided;
import org.headroom.rules.value.ValueFunction;
import org.headroom.rules.weight.WeightedCriterion;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/** A line of the criteria tables of which the policy says what unknown means: its levels and its streams. Safe for several threads. */
final class UncertainLine {
    /** Levels of an interval, which each site may have for itself. */
    static final int LEVELS_OF_INTERVAL = 128;

    final Criterion criterion;
    final double weight;
    /** Place among the fields that rules read; -1 where none does. */
    final int slot;

    private final ValueFunction value;
    private final Expectation expectation;
    private final String sharedBy;
    private final boolean isSharedByNumber;
    private final double[] literals;
    /** Whether rules tell apart more than what lies on either side of some figures. */
    private final boolean isFinelyRead;

    private final int draws;
    private final @Nullable Levels[] unknown = new Levels[UnknownReason.values().length];

    UncertainLine(
            WeightedCriterion line,
            Expectation expectation,
            String sharedBy,
            int slot,
            List<CheckedRule> rules,
            int draws) {
        this.criterion = line.criterion();
        this.weight = line.weight();
        this.slot = slot;
        this.value = line.value();
        this.expectation = expectation;
        this.sharedBy = sharedBy;
        this.isSharedByNumber = SiteAttributes.find(sharedBy)
                .filter(attribute -> attribute.type() == FieldType.NUMBER)
                .isPresent();
        this.literals = slot < 0 ? new double[0] : literals(rules);
        this.isFinelyRead =
                slot >= 0 && !criterion.isCategory() && rules.stream().anyMatch(this::readsFinely);
        this.draws = draws;
    }

    private double[] literals(List<CheckedRule> rules) {
        if (criterion.isCategory()) {
            return value.breakpoints();
        }
        return rules.stream()
                .flatMap(rule -> rule.condition().leaves().stream())
                .filter(Condition.Compare.class::isInstance)
                .map(Condition.Compare.class::cast)
                .filter(leaf -> leaf.field().slot() == slot)
                .mapToDouble(Condition.Compare::literal)
                .sorted()
                .distinct()
                .toArray();
    }

    private boolean readsFinely(CheckedRule rule) {
        boolean isInProportion = rule.actions().stream()
                .map(RuleAction::proportion)
                .anyMatch(in -> in != null && in.field().slot() == slot);
        return isInProportion
                || rule.condition().leaves().stream()
                        .filter(TwoSided.class::isInstance)
                        .anyMatch(leaf -> leaf.fields().stream().anyMatch(field -> field.slot() == slot));
    }

    /** The levels of what is unknown for a reason; the same for all sites. */
    synchronized Levels unknown(int reason) {
        Levels levels = unknown[reason];
        if (levels == null) {
            levels = new Levels(expectation, value, Double.NaN, Double.NaN, reason, draws, literals, isFinelyRead);
            unknown[reason] = levels;
        }
        return levels;
    }

    /** The levels of an interval. */
    Levels interval(double low, double high) {
        return new Levels(
                expectation, value, low, high, 0, Math.min(draws, LEVELS_OF_INTERVAL), literals, isFinelyRead);
    }

    double mean(double low, double high, int reason) {
        return expectation.mean(low, high, reason);
    }

    double equivalent(double low, double high, int reason) {
        return expectation.equivalent(low, high, reason);
    }

    /** What sites have alike that share a draw; empty for a site on its own. */
    String sharing(SiteBlock sites, int row) {
        if (sharedBy.isEmpty()) {
            return "";
        }
        if (isSharedByNumber) {
            double number = sites.numbers(sharedBy)[row];
            return Double.isNaN(number) ? "" : Double.toString(number);
        }
        String text = sites.texts(sharedBy)[row];
        return text == null ? "" : text;
    }

    /** Name of the attribute that sites share a draw by; may be empty. */
    String sharedBy() {
        return sharedBy;
    }

    /** The key of what is drawn for a site. */
    long stream(SiteBlock sites, int row) {
        String shared = sharing(sites, row);
        return shared.isEmpty()
                ? Draws.stream("site " + criterion.id(), sites.siteId(row))
                : Draws.stream(sharedBy + " " + criterion.id(), shared);
    }
}
