package org.headroom.rules.prior;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headroom.model.Criterion;
import org.headroom.model.SiteAttributes;
import org.headroom.model.UnknownReason;
import org.headroom.rules.file.PolicyYaml;
import org.headroom.rules.value.Words;
import org.jspecify.annotations.Nullable;

/** Reads the {@code unknown} of a line in a criteria table, once it agrees with the schema. */
public final class PriorReader {
    static final String KIND = "prior";

    private final Criterion criterion;

    private PriorReader(Criterion criterion) {
        this.criterion = criterion;
    }

    /** What unknown means; empty when there was a problem, which is told at its place. */
    public static Optional<UnknownMeaning> read(PolicyYaml unknown, Criterion criterion) {
        return new PriorReader(criterion).read(unknown);
    }

    private Optional<UnknownMeaning> read(PolicyYaml unknown) {
        int before = unknown.errors();
        LocalDate asOf = day(unknown.at("asOf"));
        Prior prior = null;
        Silence silence = null;
        if (unknown.has("silence")) {
            silence = silence(unknown.at("silence"), asOf);
        } else {
            prior = prior(unknown);
        }
        Map<UnknownReason, Prior> byReason = new EnumMap<>(UnknownReason.class);
        for (PolicyYaml special : unknown.at("byReason").values()) {
            Prior one = prior(special);
            if (one != null) {
                byReason.put(UnknownReason.valueOf(special.key()), one);
            }
        }
        String sharedBy = unknown.at("sharedBy").text();
        if (!sharedBy.isEmpty() && SiteAttributes.find(sharedBy).isEmpty()) {
            unknown.at("sharedBy")
                    .unknown(
                            sharedBy,
                            SiteAttributes.all().stream().map(a -> a.name()).toList(),
                            "no attribute of a site is named \"" + sharedBy + "\"");
        }
        String ask = QuestionReader.read(unknown);
        return unknown.errors() > before || (prior == null) == (silence == null)
                ? Optional.empty()
                : Optional.of(new UnknownMeaning(
                        prior,
                        silence,
                        byReason,
                        sharedBy,
                        ask,
                        unknown.at("reasoning").text().strip(),
                        unknown.at("source").text().strip()));
    }

    private static LocalDate day(PolicyYaml place) {
        try {
            return LocalDate.parse(place.text());
        } catch (DateTimeParseException e) {
            place.error(KIND, "\"" + place.text() + "\" is no day of the calendar", "write a date such as 2026-11-29");
            return LocalDate.EPOCH;
        }
    }

    private @Nullable Prior prior(PolicyYaml place) {
        boolean isNumbers = place.has("quantiles");
        PolicyYaml body = place.at(isNumbers ? "quantiles" : "categories");
        try {
            if (isNumbers == criterion.isCategory()) {
                throw new IllegalArgumentException(
                        criterion.isCategory()
                                ? "it is a category with the labels " + String.join(", ", criterion.labels())
                                        + ", so its prior is a probability for each, under \"categories\""
                                : "it is a number in " + criterion.unit()
                                        + ", so its prior is a list of quantiles, not \"categories\"");
            }
            return isNumbers ? quantiles(body) : new CategoryPrior(criterion.labels(), probabilities(body));
        } catch (IllegalArgumentException e) {
            body.error(KIND, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private @Nullable Prior quantiles(PolicyYaml body) {
        for (PolicyYaml pair : body.items()) {
            double share = pair.at(0).number();
            if (!(share >= 0 && share <= 1)) {
                pair.at(0)
                        .error(
                                "outside-range",
                                "the share " + Words.number(share) + " is not from 0 to 1",
                                "a pair is [share, measurement], such as [0.5, 12]; 5 % is 0.05");
                return null;
            }
            double measurement = pair.at(1).number();
            if (!criterion.accepts(measurement)) {
                pair.at(1)
                        .error(
                                "outside-range",
                                "the quantile " + Words.quantity(measurement, criterion.unit())
                                        + " lies outside the declared range " + Words.number(criterion.minimum())
                                        + " to " + Words.quantity(criterion.maximum(), criterion.unit()),
                                "a pair is [share, measurement], such as [0.5, 12]");
            }
        }
        return new QuantilePrior(body.items().stream()
                .map(pair -> new double[] {pair.at(0).number(), pair.at(1).number()})
                .toList());
    }

    /** A label that is left out has none. */
    private double[] probabilities(PolicyYaml body) {
        List<String> labels = criterion.labels();
        body.values().stream()
                .filter(label -> !labels.contains(label.key()))
                .forEach(label -> label.unknown(label.key(), labels, "there is no category \"" + label.key() + "\""));
        return labels.stream().mapToDouble(label -> body.at(label).number()).toArray();
    }

    private @Nullable Silence silence(PolicyYaml body, LocalDate asOf) {
        try {
            if (!criterion.isCategory()) {
                throw new IllegalArgumentException("it is a number in " + criterion.unit()
                        + ", and only of a category can the silence of an inventory be told");
            }
            PolicyYaml clear = body.at("clear");
            int label = criterion.labels().indexOf(clear.text());
            if (label < 0) {
                clear.unknown(clear.text(), criterion.labels(), "there is no category \"" + clear.text() + "\"");
                return null;
            }
            double[] present = probabilities(body.at("present"));
            return new Silence(
                    body.at("places").number(),
                    body.at("found").number(),
                    body.at("estimated").number(),
                    body.at("newPerYear").number(),
                    asOf,
                    criterion.labels(),
                    label,
                    present);
        } catch (IllegalArgumentException e) {
            body.error(KIND, String.valueOf(e.getMessage()));
            return null;
        }
    }
}
