package org.headroom.workbench.whatif;

import org.headroom.model.SiteOrigin;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.policy.Scorer;
import org.headroom.rules.vocabulary.SiteField;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/** Scores one site with one of its numbers changed, with the scorer that scored it. Not safe for several threads. */
final class SiteTrial {
    private final Scorer scorer;
    private final SiteBlock site;
    private final MeasurementBlock measurements;
    private final ScoreBlock scores;
    private final Bar bar;
    private final double evaluationDay;

    /**
     * @param site a block of one site
     * @param measurements its measurements; changed for the time of a trial
     */
    SiteTrial(Policy policy, SiteBlock site, MeasurementBlock measurements, Bar bar) {
        this.scorer = policy.scorer();
        this.site = site;
        this.measurements = measurements;
        this.scores = policy.newScoreBlock(1);
        this.bar = bar;
        this.evaluationDay = policy.evaluationDay();
        score(site);
    }

    private void score(SiteBlock changed) {
        scorer.score(changed, measurements, scores);
    }

    /** Whether the site is among the first when a field is exactly known as a value, or a label's place; also sets tier and score. */
    boolean isIn(SiteField field, double value) {
        if (field.criterion()) {
            MeasurementColumn.Storage column = measurements.column(field.name()).storage();
            double lower = column.lower()[0];
            double upper = column.upper()[0];
            column.lower()[0] = value;
            column.upper()[0] = value;
            score(site);
            column.lower()[0] = lower;
            column.upper()[0] = upper;
        } else {
            score(new ChangedSite(site, field.name(), value));
        }
        return isIn();
    }

    /** Whether the site was among the first in the last trial; in the first one it is as it is. */
    boolean isIn() {
        return bar.isCleared(tier(), score());
    }

    SiteOrigin origin() {
        return site.origin(0);
    }

    int tier() {
        return scores.tier(0);
    }

    double score() {
        return scores.ranking(0);
    }

    /** The least that a number of the site is; NaN when it is unknown, and for a text. */
    double lower(SiteField field) {
        if (field.slot() < 0) {
            return evaluationDay;
        }
        if (field.kind() == SiteField.Kind.TEXT) {
            return Double.NaN;
        }
        return field.criterion() ? measurements.column(field.name()).lower(0) : site.numbers(field.name())[0];
    }

    double upper(SiteField field) {
        return field.criterion() ? measurements.column(field.name()).upper(0) : lower(field);
    }

    /** A site with another value of one number attribute. */
    private record ChangedSite(SiteBlock site, String attribute, double value) implements SiteBlock {
        @Override
        public int size() {
            return site.size();
        }

        @Override
        public String siteId(int row) {
            return site.siteId(row);
        }

        @Override
        public SiteOrigin origin(int row) {
            return site.origin(row);
        }

        @Override
        public double[] longitudes() {
            return site.longitudes();
        }

        @Override
        public double[] latitudes() {
            return site.latitudes();
        }

        @Override
        public double[] numbers(String name) {
            return name.equals(attribute) ? new double[] {value} : site.numbers(name);
        }

        @Override
        @SuppressWarnings("NullAway") // javac 17 drops the annotation on the array in the interface's class file
        public @Nullable String[] texts(String name) {
            return site.texts(name);
        }
    }
}
