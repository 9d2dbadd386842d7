package org.headroom.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.LayerField;
import org.headroom.model.LayerKind;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.DeclaredCriterion.Combine;
import org.headroom.spi.DeclaredCriterion.Coverage;
import org.headroom.spi.DeclaredCriterion.Measure;
import org.headroom.spi.DeclaredCriterion.Over;
import org.headroom.spi.FieldCondition;
import org.headroom.spi.Layer;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.ScoringModule;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemoryLayerBuilder;
import org.headroom.testkit.MemorySites;

/** A criterion as a policy would declare it, over the layer "things", and what it gives. */
final class Declared {
    static final LayerKind THINGS = LayerKind.FEATURE.withFields(List.of(
            LayerField.number("sizeMw", "MW", "size").between(0, 1e6),
            LayerField.number("delta", "1", "any number"),
            LayerField.number("absent", "1", "a field that no record has"),
            LayerField.text("zone", "zone").listOf("A", "B", "C")));

    private final Measure measure;
    private String id = "measured";
    private double minimum = 0;
    private double maximum = 20_040;
    private List<String> labels = List.of();
    private List<String> layers = List.of("things");
    private final List<FieldCondition> where = new ArrayList<>();
    private String field;
    private Over over = Over.SITE;
    private double radiusKm = Double.NaN;
    private double maximumDistanceKm = Double.POSITIVE_INFINITY;
    private Combine combine = Combine.MEAN;
    private double threshold = Double.NaN;
    private Coverage coverage = Coverage.EVERYWHERE;
    private OptionalDouble otherwise = OptionalDouble.empty();

    private Declared(Measure measure) {
        this.measure = measure;
    }

    static Declared of(Measure measure) {
        return new Declared(measure);
    }

    Declared id(String value) {
        id = value;
        return this;
    }

    Declared range(double least, double greatest) {
        minimum = least;
        maximum = greatest;
        return this;
    }

    Declared labels(String... values) {
        labels = List.of(values);
        return range(0, values.length - 1.0);
    }

    Declared layers(String... ids) {
        layers = List.of(ids);
        return this;
    }

    Declared where(String name, String... words) {
        where.add(new FieldCondition(name, List.of(words), Double.NaN, Double.NaN));
        return this;
    }

    Declared where(String name, double least, double greatest) {
        where.add(new FieldCondition(name, List.of(), least, greatest));
        return this;
    }

    Declared field(String name) {
        field = name;
        return this;
    }

    Declared over(Over value) {
        over = value;
        return this;
    }

    Declared circle(double km) {
        radiusKm = km;
        return over(Over.CIRCLE);
    }

    Declared radius(double km) {
        radiusKm = km;
        return this;
    }

    Declared reach(double km) {
        maximumDistanceKm = km;
        return this;
    }

    Declared combine(Combine value) {
        combine = value;
        return this;
    }

    Declared threshold(double value) {
        threshold = value;
        return this;
    }

    Declared knownInRecords() {
        coverage = new Coverage(Coverage.Extent.RECORDS, null);
        return this;
    }

    Declared knownIn(String layer) {
        coverage = new Coverage(Coverage.Extent.LAYER, layer);
        return this;
    }

    Declared otherwise(double value) {
        otherwise = OptionalDouble.of(value);
        return this;
    }

    DeclaredCriterion build() {
        Criterion criterion = new Criterion(
                id,
                "Measured",
                labels.isEmpty() ? "1" : "category",
                Direction.HIGHER_IS_BETTER,
                minimum,
                maximum,
                labels,
                "what is measured",
                "test");
        return new DeclaredCriterion(
                criterion,
                measure,
                layers,
                where,
                field,
                over,
                radiusKm,
                maximumDistanceKm,
                combine,
                threshold,
                coverage,
                otherwise);
    }

    /** What the criterion gives at some sites. */
    MeasurementColumn at(MemorySites sites, Layer... layersOfRun) {
        MemoryContext.Builder context = MemoryContext.builder();
        for (Layer layer : layersOfRun) {
            context.layer(layer);
        }
        ScoringModule module = new OverlayModule().declaring(List.of(build()));
        MeasurementBlock out = new MeasurementBlock(List.of(id), sites.size());
        module.bind(context.build()).measure(sites, out);
        return out.column(id);
    }

    MeasurementColumn at(double longitude, double latitude, Layer... layersOfRun) {
        return at(MemorySites.builder().greenfield("P", longitude, latitude).build(), layersOfRun);
    }

    /** At a site with an area, WKT. */
    MeasurementColumn at(String area, Layer... layersOfRun) {
        return at(MemorySites.builder().area("A", area).build(), layersOfRun);
    }

    static MemoryLayerBuilder things() {
        return MemoryLayer.of(THINGS, "things");
    }

    static MemoryLayerBuilder things(String id, int ordinal) {
        return MemoryLayer.of(THINGS, id).ordinal(ordinal);
    }

    /** A box as WKT. */
    static String box(double west, double south, double east, double north) {
        return "POLYGON ((" + west + " " + south + ", " + east + " " + south + ", " + east + " " + north + ", " + west
                + " " + north + ", " + west + " " + south + "))";
    }
}
