package org.headroom.overlay;

import java.util.List;
import java.util.OptionalDouble;
import org.headroom.model.Criterion;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.overlay.record.Source;
import org.headroom.overlay.record.Sources;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.DeclaredCriterion.Combine;
import org.headroom.spi.MeasurementColumn;
import org.jspecify.annotations.Nullable;

/**
 * One value of the area records that cover a site's area: the mean by what each covers, the smallest, the greatest, both, or that of the record that
 * covers most. Of a part where no record lies, or one without a value or that may not count, nothing is known; beyond a thousandth of the site it widens
 * the answer to an interval by the criterion's own range, or makes it UNKNOWN where that has no end. Where the layers know everything, a part
 * without a record has the value that the criterion gives for that. Immutable.
 */
final class AreaMix {
    private final DeclaredCriterion declared;
    private final Sources sources;
    private final Known known;

    AreaMix(DeclaredCriterion declared, Sources sources, Known known) {
        this.declared = declared;
        this.sources = sources;
        this.known = known;
    }

    void measure(SiteShape shape, MeasurementColumn column, int site) {
        List<Overlap> overlaps = Overlap.of(sources, shape);
        double rest = Math.max(0, 1 - Overlap.share(overlaps, shape));
        rest = rest > Known.SLIVER ? rest : 0;
        boolean isRestKnown = rest > 0 && declared.otherwise().isPresent() && known.share(shape) == 1;
        OptionalDouble otherwise = isRestKnown ? declared.otherwise() : OptionalDouble.empty();
        if (isRestKnown && rest == 1) {
            column.set(site, otherwise.getAsDouble(), known.weaken(sources.weakest()));
        } else if (overlaps.isEmpty()) {
            column.setUnknown(site, UnknownReason.OUTSIDE_COVERAGE);
        } else {
            writeKnown(column, site, overlaps, rest, otherwise);
        }
    }

    private void writeKnown(
            MeasurementColumn column, int site, List<Overlap> overlaps, double rest, OptionalDouble otherwise) {
        boolean isMix =
                switch (declared.combine()) {
                    case MEAN -> !declared.criterion().isCategory();
                    case MINIMUM, MAXIMUM, RANGE -> true;
                    default -> false;
                };
        if (isMix) {
            writeMix(column, site, overlaps, rest, otherwise);
        } else {
            writeLargest(column, site, overlaps, rest, otherwise);
        }
    }

    private void writeLargest(
            MeasurementColumn column, int site, List<Overlap> overlaps, double rest, OptionalDouble otherwise) {
        Overlap largest = Overlap.largest(overlaps);
        if (rest > largest.share()) {
            if (otherwise.isPresent()) {
                column.set(site, otherwise.getAsDouble(), known.weaken(sources.weakest()));
            } else {
                column.setUnknown(site, UnknownReason.OUTSIDE_COVERAGE);
            }
        } else if (!isKnown(largest)) {
            column.setUnknown(
                    site, UnknownReason.FIELD_MISSING, largest.source().layer(), largest.record());
        } else {
            Source source = largest.source();
            column.set(site, largest.value(), source.given(), source.layer(), largest.record());
        }
    }

    private void writeMix(
            MeasurementColumn column, int site, List<Overlap> overlaps, double rest, OptionalDouble otherwise) {
        Mix mix = new Mix();
        @Nullable Overlap missing = null;
        double unknown = otherwise.isPresent() ? 0 : rest;
        for (Overlap overlap : overlaps) {
            if (isKnown(overlap)) {
                mix.add(overlap);
            } else {
                unknown += overlap.share();
                mix.weaken(overlap.source().given());
                missing = missing == null ? overlap : missing;
            }
        }
        Overlap deciding = mix.deciding(declared.combine());
        otherwise.ifPresent(value -> mix.add(value, rest, known.weaken(sources.weakest())));
        unknown = unknown > Known.SLIVER ? unknown : 0;
        Criterion criterion = declared.criterion();
        double low = mix.value(declared.combine(), true, unknown, criterion.minimum());
        double high = mix.value(declared.combine(), false, unknown, criterion.maximum());
        boolean isBounded = mix.weight > 0 && Double.isFinite(low) && Double.isFinite(high) && low <= high;
        if (!isBounded || (unknown > 0 && criterion.isCategory())) {
            if (missing == null) {
                column.setUnknown(site, UnknownReason.OUTSIDE_COVERAGE);
            } else {
                column.setUnknown(
                        site, UnknownReason.FIELD_MISSING, missing.source().layer(), missing.record());
            }
            return;
        }
        EvidenceClass evidence = declared.combine() == Combine.MEAN
                ? EvidenceClass.weaker(mix.evidence, EvidenceClass.DERIVED)
                : mix.evidence;
        if (deciding == null) {
            column.setInterval(site, low, high, evidence);
        } else {
            column.setInterval(site, low, high, evidence, deciding.source().layer(), deciding.record());
        }
    }

    private static boolean isKnown(Overlap overlap) {
        return overlap.isSure() && !Double.isNaN(overlap.value());
    }

    /** Values by what they cover. */
    private static final class Mix {
        private double weight;
        private double sum;
        private double least = Double.POSITIVE_INFINITY;
        private double greatest = Double.NEGATIVE_INFINITY;
        private EvidenceClass evidence = EvidenceClass.REPORTED;
        private @Nullable Overlap largest;
        private @Nullable Overlap smallestValue;
        private @Nullable Overlap greatestValue;

        void add(Overlap overlap) {
            largest = largest == null || overlap.share() > largest.share() ? overlap : largest;
            smallestValue = overlap.value() < least ? overlap : smallestValue;
            greatestValue = overlap.value() > greatest ? overlap : greatestValue;
            add(overlap.value(), overlap.share(), overlap.source().given());
        }

        void add(double value, double share, EvidenceClass claim) {
            weight += share;
            sum += share * value;
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
            weaken(claim);
        }

        void weaken(EvidenceClass claim) {
            evidence = EvidenceClass.weaker(evidence, claim);
        }

        @Nullable
        Overlap deciding(Combine combine) {
            return switch (combine) {
                case MINIMUM -> smallestValue;
                case MAXIMUM -> greatestValue;
                default -> largest;
            };
        }

        /** One end of the answer, where an unknown share has the value at that end of the criterion's range. */
        double value(Combine combine, boolean isLow, double unknown, double end) {
            double lowest = unknown > 0 && isLow ? Math.min(least, end) : least;
            double highest = unknown > 0 && !isLow ? Math.max(greatest, end) : greatest;
            return switch (combine) {
                case MINIMUM -> lowest;
                case MAXIMUM -> highest;
                case RANGE -> isLow ? lowest : highest;
                default -> unknown > 0 ? (sum + unknown * end) / (weight + unknown) : sum / weight;
            };
        }
    }
}
