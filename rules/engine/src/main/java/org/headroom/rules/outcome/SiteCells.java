package org.headroom.rules.outcome;

import java.util.List;
import org.headroom.rules.fact.FactBlock;
import org.headroom.rules.fact.RuleBits;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/** What is known of one site of a block, and what may be drawn of it. One for each thread. */
final class SiteCells {
    final RuleOutcome rules;
    /** For each line with a weight its value where it is known, or what is expected of it. */
    final double[] worth;
    /** What may be drawn, lines with a weight first, in their order. */
    final Drawn[] drawn;

    int drawnCount;

    private final OutcomeModel model;
    private final FactBlock facts;
    private final @Nullable Levels[] lastInterval;
    private @Nullable SiteBlock sites;
    private MeasurementColumn.Storage[] columns = {};
    private MeasurementColumn.Storage[] columnsOfRules = {};
    private long[] fired = {};
    private long[] undecided = {};
    private int words;
    private int row;

    SiteCells(OutcomeModel model) {
        this.model = model;
        facts = new FactBlock(model.parts.vocabulary().fields(), model.fieldsOfRules, List.of(), model.evaluationDay);
        rules = new RuleOutcome(model.parts, model.fieldsOfRules, model.evaluationDay);
        worth = new double[model.weighted.size()];
        int most = model.weighted.size() + model.ofRulesOnly.size();
        drawn = new Drawn[most];
        lastInterval = new Levels[most];
        for (int i = 0; i < most; i++) {
            drawn[i] = new Drawn();
        }
    }

    /** A measurement of the current site that is drawn. */
    static final class Drawn {
        private @Nullable Levels levels;
        private @Nullable UncertainLine uncertain;
        /** Place among the lines with a weight; -1 for one without. */
        int line;
        /** Place among the fields that undecided rules read; -1 where none does. */
        int slot;

        long stream;

        UncertainLine uncertain() {
            if (uncertain == null) {
                throw new IllegalStateException("nothing is drawn here");
            }
            return uncertain;
        }

        Levels levels() {
            if (levels == null) {
                throw new IllegalStateException("nothing is drawn here");
            }
            return levels;
        }
    }

    void bind(
            SiteBlock block, MeasurementBlock measured, long[] rulesThatHold, long[] undecidedRules, int wordsPerSite) {
        sites = block;
        fired = rulesThatHold;
        undecided = undecidedRules;
        words = wordsPerSite;
        columns = model.weighted.stream()
                .map(line -> measured.column(line.criterion().id()).storage())
                .toArray(MeasurementColumn.Storage[]::new);
        columnsOfRules = model.ofRulesOnly.stream()
                .map(line -> measured.column(line.criterion.id()).storage())
                .toArray(MeasurementColumn.Storage[]::new);
        if (!model.parts.rules().isEmpty()) {
            facts.bind(block, measured, new RuleBits(0, 0));
        }
    }

    void take(int newRow) {
        SiteBlock block = block();
        row = newRow;
        takeRules();
        drawnCount = 0;
        for (int k = 0; k < columns.length; k++) {
            UncertainLine line = model.ofWeighted[k];
            MeasurementColumn.Storage column = columns[k];
            double low = column.lower()[row];
            double high = column.upper()[row];
            if (low == high) {
                worth[k] = model.weighted.get(k).value().at(low);
            } else if (line == null) {
                worth[k] = Double.isNaN(low) ? 0 : model.weighted.get(k).value().lowest(low, high);
            } else if (Double.isNaN(low) ? !model.decision.unknowns() : !model.decision.intervals()) {
                worth[k] = line.mean(low, high, column.reason()[row]);
                fix(line, low, high, column.reason()[row]);
            } else {
                draw(block, row, k, k, line, column);
            }
        }
        for (int i = 0; i < columnsOfRules.length && rules.isOpen(); i++) {
            UncertainLine line = model.ofRulesOnly.get(i);
            MeasurementColumn.Storage column = columnsOfRules[i];
            double low = column.lower()[row];
            double high = column.upper()[row];
            if (low == high || !rules.reads(line.slot)) {
                continue;
            }
            if (Double.isNaN(low) ? !model.decision.unknowns() : !model.decision.intervals()) {
                fix(line, low, high, column.reason()[row]);
            } else {
                draw(block, row, columns.length + i, -1, line, column);
            }
        }
    }

    private SiteBlock block() {
        if (sites == null) {
            throw new IllegalStateException("no block is bound");
        }
        return sites;
    }

    /** What sites have alike that share what is drawn; empty for a site on its own. */
    String sharing(Drawn one) {
        return one.uncertain().sharing(block(), row);
    }

    /** Takes the rules of the site anew, with nothing put in. */
    void takeRules() {
        rules.take(facts, row, fired, undecided, words);
    }

    private void fix(UncertainLine line, double low, double high, int reason) {
        if (line.slot >= 0 && rules.isOpen() && rules.reads(line.slot)) {
            rules.put(line.slot, line.equivalent(low, high, reason));
        }
    }

    private void draw(
            SiteBlock block, int at, int place, int weighted, UncertainLine line, MeasurementColumn.Storage column) {
        Drawn one = drawn[drawnCount++];
        double low = column.lower()[at];
        one.uncertain = line;
        one.line = weighted;
        one.slot = line.slot >= 0 && rules.isOpen() && rules.reads(line.slot) ? line.slot : -1;
        one.stream = line.stream(block, at);
        if (Double.isNaN(low)) {
            one.levels = line.unknown(column.reason()[at]);
        } else {
            // Sites of one region often share an interval.
            Levels last = lastInterval[place];
            if (last == null || !last.isOf(low, column.upper()[at])) {
                last = line.interval(low, column.upper()[at]);
                lastInterval[place] = last;
            }
            one.levels = last;
        }
    }
}
