package org.headroom.rules.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.rules.file.PolicyYaml;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.DeclaredCriterion.Combine;
import org.headroom.spi.DeclaredCriterion.Coverage;
import org.headroom.spi.DeclaredCriterion.Measure;
import org.headroom.spi.DeclaredCriterion.Over;
import org.headroom.spi.FieldCondition;

/** Reads how one declared criterion is measured. */
final class MeasureReader {
    /** What coverage says in a word. */
    private static final List<String> EXTENTS =
            List.of(Coverage.Extent.EVERYWHERE.name(), Coverage.Extent.RECORDS.name());

    private final Measure measure;
    private final PolicyYaml place;

    MeasureReader(Measure measure, PolicyYaml place) {
        this.measure = measure;
        this.place = place;
    }

    /** Whether the value is a share of something, from 0 to 1. */
    boolean isShare() {
        return measure == Measure.SHARE_COVERED || place.at("statistic").text().startsWith("SHARE_");
    }

    /** The declaration for a criterion; empty when something is wrong with it. */
    Optional<DeclaredCriterion> read(Criterion criterion) {
        int before = place.errors();
        Over over = over();
        double radiusKm = number("radiusKm", Double.NaN);
        if (over == Over.CIRCLE && Double.isNaN(radiusKm)) {
            place.error("schema", "a circle needs radiusKm");
        }
        // A distance beyond the criterion's range is not worked out.
        double farthest = measure == Measure.DISTANCE_TO ? criterion.maximum() : Double.POSITIVE_INFINITY;
        double maximumKm = number("maximumKm", farthest);
        if (maximumKm > farthest) {
            place.at("maximumKm").error("schema", "lies beyond the range of the criterion, which ends at " + farthest);
        }
        Combine combine = combine(criterion);
        double threshold = threshold(combine);
        OptionalDouble otherwise =
                place.has("otherwise") ? OptionalDouble.of(place.at("otherwise").number()) : OptionalDouble.empty();
        if (otherwise.isPresent() && (criterion.isCategory() || !criterion.accepts(otherwise.getAsDouble()))) {
            place.at("otherwise").error("schema", "is no value that the criterion may have");
        }
        if (otherwise.isPresent() && !place.has("coverage")) {
            place.at("otherwise").error("schema", "needs coverage, which says where it holds");
        }
        DeclaredCriterion declared = new DeclaredCriterion(
                criterion,
                measure,
                place.at("layers").items().stream().map(PolicyYaml::text).toList(),
                place.at("where").values().stream()
                        .map(MeasureReader::condition)
                        .toList(),
                place.has("field") ? place.at("field").text() : null,
                over,
                radiusKm,
                maximumKm,
                combine,
                threshold,
                coverage(),
                otherwise);
        return place.errors() > before ? Optional.empty() : Optional.of(declared);
    }

    private double number(String key, double otherwise) {
        return place.has(key) ? place.at(key).number() : otherwise;
    }

    private Over over() {
        if (place.has("over")) {
            return Over.valueOf(place.at("over").text());
        }
        return switch (measure) {
            case COUNT_WITHIN, SUM_WITHIN -> Over.CIRCLE;
            case RASTER_VALUE -> Over.POINT;
            default -> Over.SITE;
        };
    }

    private Combine combine(Criterion criterion) {
        for (String key : List.of("combine", "statistic", "interpolation")) {
            if (place.has(key)) {
                Combine given = Combine.valueOf(place.at(key).text());
                if (criterion.isCategory() && given != Combine.LARGEST) {
                    place.at(key).error("schema", "words cannot be combined by " + given);
                }
                return given;
            }
        }
        return switch (measure) {
            case RASTER_VALUE -> Combine.BILINEAR;
            case VALUE_AT -> criterion.isCategory() ? Combine.LARGEST : Combine.MEAN;
            case VALUE_AT_NEAREST -> criterion.isCategory() ? Combine.LARGEST : usualOfNearest(criterion.direction());
            default -> Combine.LARGEST;
        };
    }

    /** The best node inside, where it is known which is better. */
    private static Combine usualOfNearest(Direction direction) {
        return switch (direction) {
            case HIGHER_IS_BETTER -> Combine.MAXIMUM;
            case LOWER_IS_BETTER -> Combine.MINIMUM;
            case NOT_ORDERED -> Combine.RANGE;
        };
    }

    private double threshold(Combine combine) {
        boolean needs = combine == Combine.QUANTILE || combine == Combine.SHARE_ABOVE || combine == Combine.SHARE_BELOW;
        if (needs != place.has("threshold")) {
            place.error("schema", needs ? combine + " needs a threshold" : "threshold has no meaning here");
        }
        double threshold = number("threshold", Double.NaN);
        if (combine == Combine.QUANTILE && !(threshold >= 0 && threshold <= 1)) {
            place.at("threshold").error("schema", "a quantile is from 0 to 1");
        }
        return threshold;
    }

    private Coverage coverage() {
        PolicyYaml given = place.at("coverage");
        if (!place.has("coverage")) {
            return Coverage.EVERYWHERE;
        }
        if (given.has("layer")) {
            return new Coverage(Coverage.Extent.LAYER, given.at("layer").text());
        }
        // A grid has no records whose box could be meant.
        List<String> words = measure.isRaster() ? EXTENTS.subList(0, 1) : EXTENTS;
        if (!words.contains(given.text())) {
            String message = "\"" + given.text() + "\" is not " + String.join(", ", words) + " or {layer: ID}";
            if (given.text().matches("[a-z0-9]+(-[a-z0-9]+)+")) {
                given.error("unknown-name", message, "write {layer: " + given.text() + "} if it is a layer");
            } else {
                given.unknown(given.text(), words, message);
            }
            return Coverage.EVERYWHERE;
        }
        return new Coverage(Coverage.Extent.valueOf(given.text()), null);
    }

    private static FieldCondition condition(PolicyYaml place) {
        JsonNode node = place.node();
        if (node.isObject()) {
            double least = bound(node, "atLeast", Double.NEGATIVE_INFINITY);
            double greatest = bound(node, "atMost", Double.POSITIVE_INFINITY);
            if (least > greatest) {
                place.error("schema", "atLeast is greater than atMost");
            }
            return new FieldCondition(place.key(), List.of(), least, greatest);
        }
        List<String> words = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(word -> words.add(word.asText()));
        } else {
            words.add(node.asText());
        }
        return new FieldCondition(place.key(), words, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    private static double bound(JsonNode node, String key, double otherwise) {
        return node.has(key) ? node.path(key).asDouble() : otherwise;
    }
}
