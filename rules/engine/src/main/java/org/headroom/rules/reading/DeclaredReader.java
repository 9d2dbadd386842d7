package org.headroom.rules.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.rules.check.Problems;
import org.headroom.rules.file.PolicyFolder;
import org.headroom.rules.file.PolicyYaml;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.DeclaredCriterion.Measure;

/** Reads {@code overlay/*.yaml}: criteria that the policy declares over layers. */
final class DeclaredReader {
    /** Half the circumference of the earth, rounded up, km. */
    private static final double FARTHEST_KM = 20_040;

    private static final double MAX_COUNT = 1e9;

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final List<DeclaredCriterion> declared = new ArrayList<>();

    DeclaredReader(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** All of them by file path and place in the file; none that has a problem. */
    List<DeclaredCriterion> read(PolicyFolder folder) {
        for (String path : folder.paths("overlay/")) {
            PolicyYaml.read(path, folder.text(path, problems), "overlay", problems)
                    .ifPresent(file -> file.at("criteria").items().forEach(this::criterion));
        }
        return declared;
    }

    private void criterion(PolicyYaml place) {
        PolicyYaml name = place.at("criterion");
        String id = name.text();
        PolicyYaml told = place.about("criterion " + id + ": ");
        if (vocabulary.declaringModule().isEmpty()) {
            name.error(
                    "unknown-name",
                    "no installed module measures what a policy declares",
                    "install the module overlay");
            return;
        }
        if (vocabulary.fields().names().contains(id)
                || declared.stream().anyMatch(one -> one.criterion().id().equals(id))) {
            name.error("duplicate-name", "there is a criterion or an attribute named \"" + id + "\" already");
            return;
        }
        List<Measure> given = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            if (place.has(measure.id())) {
                given.add(measure);
            }
        }
        if (given.size() != 1) {
            told.error(
                    "schema",
                    "give one way of measuring, not " + (given.isEmpty() ? "none" : "several"),
                    "one of distanceTo, countWithin, sumWithin, valueAtNearest, valueAt, shareCovered, rasterValue, rasterStatistic");
            return;
        }
        MeasureReader measure =
                new MeasureReader(given.get(0), told.at(given.get(0).id()).about("criterion " + id + ": "));
        measured(id, told, given.get(0), measure.isShare())
                .flatMap(measure::read)
                .ifPresent(declared::add);
    }

    /** The criterion itself. Unit and range of distances, numbers of records and shares hang on the way of measuring. */
    private static Optional<Criterion> measured(String id, PolicyYaml place, Measure measure, boolean isShare) {
        int before = place.errors();
        boolean isWords = place.has("labels");
        Optional<String> unit = Optional.empty();
        double least = 0;
        double greatest = 1;
        if (measure == Measure.DISTANCE_TO) {
            unit = Optional.of("km");
            greatest = FARTHEST_KM;
        } else if (measure == Measure.COUNT_WITHIN) {
            unit = Optional.of("1");
            greatest = MAX_COUNT;
        } else if (isShare) {
            unit = Optional.of("1");
        }
        Direction direction = Direction.valueOf(place.at("direction").text());
        if (isWords) {
            if (measure != Measure.VALUE_AT && measure != Measure.VALUE_AT_NEAREST) {
                place.at("labels").error("schema", "only valueAt and valueAtNearest give words");
            }
            if (place.has("unit") || place.has("range") || direction != Direction.NOT_ORDERED) {
                place.error("schema", "what has labels has no unit and no range, and its direction is NOT_ORDERED");
            }
        } else if (unit.isPresent()) {
            if (place.has("unit") && !place.at("unit").text().equals(unit.get())) {
                place.at("unit")
                        .error(
                                "unit-mismatch",
                                measure.id() + " gives " + unit.get(),
                                "write unit: \"" + unit.get() + "\"");
            }
        } else if (!place.has("unit") || !place.has("range")) {
            place.error("schema", measure.id() + " needs a unit and a range, or labels for a text field");
        }
        if (place.has("range")) {
            double from = place.at("range").at(0).number();
            double to = place.at("range").at(1).number();
            if (!(from < to)) {
                place.at("range").error("schema", "its first number is not below its second");
            } else if (unit.isPresent() && (from < least || to > greatest)) {
                place.at("range").error("schema", measure.id() + " gives " + least + " to " + greatest);
            }
            least = from;
            greatest = to;
        }
        if (place.errors() > before) {
            return Optional.empty();
        }
        String label = place.at("label").text().strip();
        String description = place.at("description").text().strip();
        String source = place.at("source").text().strip();
        if (!isWords) {
            return Optional.of(Criterion.number(
                    id,
                    label,
                    unit.orElseGet(place.at("unit")::text),
                    direction,
                    least,
                    greatest,
                    description,
                    source));
        }
        List<String> labels =
                place.at("labels").items().stream().map(PolicyYaml::text).toList();
        return Optional.of(Criterion.category(id, label, labels, description, source));
    }
}
