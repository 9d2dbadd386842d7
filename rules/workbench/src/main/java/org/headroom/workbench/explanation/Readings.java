package org.headroom.workbench.explanation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headroom.model.Criterion;
import org.headroom.model.UnknownReason;
import org.headroom.rules.value.Words;
import org.headroom.rules.vocabulary.SiteField;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.Parameter;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/** Puts what is known of a site's fields into words. */
final class Readings {
    private final SourceNames names;

    Readings(SourceNames names) {
        this.names = names;
    }

    Explanation.Reading of(SiteField field, int site, SiteBlock sites, MeasurementBlock measurements) {
        if (field.criterion()) {
            return measured(field, site, measurements.column(field.name()));
        }
        if (field.isNumber()) {
            double value = sites.numbers(field.name())[site];
            return attribute(field, Words.quantity(value, field.unit()), number(value));
        }
        String text = sites.texts(field.name())[site];
        return attribute(field, text == null ? "unknown" : text, null);
    }

    private static Explanation.Reading attribute(SiteField field, String value, @Nullable Double number) {
        String why = value.equals("unknown") ? "the source of the site does not give it" : "";
        return new Explanation.Reading(field.name(), value, number, number, field.unit(), "", why, "", "", "", "");
    }

    private Explanation.Reading measured(SiteField field, int site, MeasurementColumn column) {
        double low = column.lower(site);
        double high = column.upper(site);
        int layer = column.layerOrdinal(site);
        int record = column.record(site);
        String layerId = layer < 0 ? "" : names.layerId(layer);
        return new Explanation.Reading(
                field.name(),
                value(field, low, high),
                number(low),
                number(high),
                field.unit(),
                column.evidence(site).name(),
                column.isKnown(site) ? "" : why(column.reason(site), layer, record),
                layerId,
                layer < 0 || record < 0 ? "" : names.recordId(layer, record),
                layer < 0 ? "" : names.asOf(layerId),
                layer < 0 ? "" : names.age(layerId));
    }

    /** What has ended ended on a day, where its record gives one. */
    private String why(UnknownReason reason, int layer, int record) {
        if (reason != UnknownReason.ENDED || layer < 0 || record < 0) {
            return reason.text();
        }
        Map<String, String> told = names.told(layer, record);
        String takenBack = told.get("rescindedDate");
        String lastDay = told.get("expiryDate");
        if (takenBack != null) {
            return "taken back " + takenBack + ", and no source says what holds since";
        }
        return lastDay == null ? reason.text() : "ended " + lastDay + ", and no source says what holds since";
    }

    static String value(SiteField field, double low, double high) {
        if (Double.isNaN(low)) {
            return "unknown";
        }
        if (field.kind() == SiteField.Kind.CATEGORY) {
            String first = field.labels().get((int) low);
            return low == high ? first : first + " to " + field.labels().get((int) high);
        }
        return low == high
                ? Words.quantity(low, field.unit())
                : (field.unit().equals(Criterion.DATE) ? Words.quantity(low, field.unit()) : Words.number(low)) + " to "
                        + Words.quantity(high, field.unit());
    }

    /** The value of a parameter with its unit; several with commas. */
    static String value(Parameter parameter) {
        if (parameter.numbers().isEmpty()) {
            return parameter.text();
        }
        List<Double> numbers = parameter.numbers();
        String last = Words.quantity(numbers.get(numbers.size() - 1), parameter.unit());
        return Stream.concat(numbers.stream().limit(numbers.size() - 1L).map(Words::number), Stream.of(last))
                .collect(Collectors.joining(", "));
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
