package org.headroom.workbench.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.headroom.config.FigureSlips;
import org.headroom.model.Criterion;
import org.headroom.model.EvidenceClass;
import org.headroom.model.NearestName;
import org.headroom.model.SiteAttributes;
import org.headroom.model.SiteOrigin;
import org.headroom.model.UnknownReason;
import org.headroom.rules.policy.SitesByAttribute;
import org.headroom.rules.rule.DayWords;
import org.headroom.rules.value.Words;
import org.headroom.rules.vocabulary.LiteralWords;
import org.headroom.rules.vocabulary.SiteField;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;

/** Builds an example's site and measurements from its {@code given}. What is not given is unknown. */
final class SpecGiven {
    private static final Pattern RANGE =
            Pattern.compile("(-?[0-9.]{1,20})\\s*(?:-|\u2013|to|\\.\\.)\\s*([0-9.]{1,20})");

    private static final String UNKNOWN = "unknown";
    private static final String SITE_KIND = "siteKind";

    private final Vocabulary vocabulary;
    private final SitesByAttribute site = new SitesByAttribute(1).with(0, "siteId", "example");
    private final MeasurementBlock measurements;

    SpecGiven(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        measurements = new MeasurementBlock(
                vocabulary.criteria().stream().map(Criterion::id).toList(), 1);
        measurements.clear();
    }

    SiteBlock site() {
        return site;
    }

    MeasurementBlock measurements() {
        return measurements;
    }

    /** Lays a {@code given} over what is there already. @throws IllegalArgumentException naming what does not fit */
    void apply(JsonNode given) {
        if (given.has("origin")) {
            String origin = SiteOrigin.valueOf(given.path("origin").asText()).name();
            site.with(0, SiteAttributes.ORIGIN, origin);
            // What stands on the land in a base is not what stands there of another origin.
            if (site.texts(SITE_KIND)[0] != null) {
                site.with(0, SITE_KIND, origin);
            }
        }
        for (Map.Entry<String, JsonNode> attribute : given.path("attributes").properties()) {
            attribute(attribute.getKey(), attribute.getValue());
        }
        for (Map.Entry<String, JsonNode> measurement :
                given.path("measurements").properties()) {
            measurement(measurement.getKey(), measurement.getValue());
        }
    }

    private void attribute(String name, JsonNode value) {
        SiteField field = field(name, false);
        if (value.isTextual() && value.asText().equals(UNKNOWN)) {
            site.unset(0, name);
            return;
        }
        if (field.isNumber() != value.isNumber()) {
            throw new IllegalArgumentException("attribute " + name + " holds "
                    + (field.isNumber()
                            ? "a number in " + field.unit() + ", not " + value
                            : "a text, not the number " + value + "; write \"" + value + "\" in quotes"));
        }
        if (!field.isNumber()) {
            checkText(field, value.asText());
        }
        if (field.isNumber()) {
            site.with(0, name, value.asDouble());
        } else {
            site.with(0, name, value.asText());
        }
    }

    /** A text that no site can have decides nothing, and an example of it says nothing. */
    private static void checkText(SiteField field, String text) {
        LiteralWords.check(field, text).ifPresent(doubt -> {
            throw new IllegalArgumentException(
                    "attribute " + doubt.message() + (doubt.advice().isEmpty() ? "" : "; " + doubt.advice()));
        });
        if (SiteAttributes.isDay(field.name()) && !DayWords.isDay(text)) {
            throw new IllegalArgumentException("attribute " + field.name() + " is \"" + text
                    + "\", which is no day; write it as in 2026-05-31, 2026-05 or 2026");
        }
    }

    private SiteField field(String name, boolean criterion) {
        Optional<SiteField> field = vocabulary.fields().find(name).filter(f -> f.criterion() == criterion);
        Set<String> known = vocabulary.fields().all().stream()
                .filter(f -> f.criterion() == criterion)
                .map(SiteField::name)
                .collect(Collectors.toSet());
        return field.orElseThrow(() -> new IllegalArgumentException("no "
                + (criterion ? "criterion" : "site attribute") + " is named \"" + name + "\""
                + NearestName.hint(name, known)));
    }

    private void measurement(String name, JsonNode value) {
        SiteField field = field(name, true);
        MeasurementColumn column = measurements.column(name);
        if (value.isTextual() && value.asText().equals(UNKNOWN)) {
            column.setUnknown(0, UnknownReason.NOT_CHECKED);
            return;
        }
        double low = number(field, value.isArray() ? value.get(0) : value);
        double high = number(field, value.isArray() ? value.get(1) : value);
        Criterion criterion = vocabulary.criteria().stream()
                .filter(c -> c.id().equals(name))
                .findFirst()
                .orElseThrow();
        if (!criterion.accepts(low) || !criterion.accepts(high)) {
            throw new IllegalArgumentException("measurement " + name + ": " + value + " is not within "
                    + Words.number(criterion.minimum()) + " to "
                    + Words.quantity(criterion.maximum(), criterion.unit()));
        }
        if (low > high) {
            throw new IllegalArgumentException("measurement " + name + ": " + value
                    + " falls; write the smaller end first: [" + value.get(1) + ", " + value.get(0) + "]");
        }
        column.setInterval(0, low, high, EvidenceClass.REPORTED);
    }

    /** What to write in place of a text where a figure should stand. */
    private static String figure(JsonNode value) {
        Matcher range = RANGE.matcher(value.asText());
        String advice = range.matches()
                ? "write [" + range.group(1) + ", " + range.group(2) + "]"
                : value.asText().isEmpty() ? "write unknown" : FigureSlips.advice(value.asText());
        return advice.isEmpty() ? "" : "; " + advice;
    }

    private static double number(SiteField field, JsonNode value) {
        if (field.isNumber() && value.isNumber()) {
            return value.asDouble();
        }
        int label = field.labels().indexOf(value.asText());
        if (label < 0) {
            throw new IllegalArgumentException("measurement " + field.name() + ": " + value + " is not "
                    + (field.isNumber()
                            ? "a number in " + field.unit() + " nor \"unknown\"" + figure(value)
                            : "one of " + String.join(", ", field.labels()) + ", unknown"
                                    + NearestName.hint(value.asText(), field.labels())));
        }
        return label;
    }
}
