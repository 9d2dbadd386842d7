package org.headroom.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.headroom.model.LayerKind;
import org.headroom.model.UnknownReason;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.DeclaredCriterion.Measure;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.Layer;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.RecordNote;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemorySites;
import org.junit.jupiter.api.Test;

/** Layers that are missing or lack a field, conditions, and what criteria share. */
class BindingTest {
    private final MemoryLayer layer =
            Declared.things().point("T", 1, 0, Map.of("sizeMw", 5, "zone", "A")).build();

    @Test
    void layersThatTheProjectLacksAreLeftOut() {
        Declared distance = Declared.of(Measure.DISTANCE_TO);
        Answer.of(distance.at(0, 0)).isUnknown(UnknownReason.NO_LAYER);
        Answer.of(distance.layers("gone", "things").at(0, 0, layer)).by(0, 0);
        Answer.of(distance.knownIn("area").at(0, 0, layer)).isUnknown(UnknownReason.NO_LAYER);
        Answer.of(distance.layers("gone").knownInRecords().at(0, 0, layer)).isUnknown(UnknownReason.NO_LAYER);
    }

    @Test
    void ofSeveralLayersOneMayLackTheField() {
        MemoryLayer bare = Declared.things("bare", 1).point("T", 3, 0, Map.of()).build();
        Declared size = Declared.of(Measure.VALUE_AT_NEAREST).field("sizeMw").layers("things", "bare");
        Answer.of(size.at(0, 0, layer, bare)).is(5, 0);
        Answer.of(size.at(4, 0, layer, bare))
                .isUnknown(UnknownReason.FIELD_MISSING)
                .by(1, 0);
        Answer.of(size.layers("bare").at(0, 0, layer, bare))
                .isUnknown(UnknownReason.FIELD_MISSING)
                .by(-1, -1);
    }

    @Test
    void conditionsHoldByAnyWordOfAListAndAreOpenWhereNothingIsSaid() {
        MemoryLayer many = Declared.things()
                .point("0", 0, 0, Map.of("zone", "B; A", "sizeMw", 10))
                .point("1", 0, 0, Map.of("zone", "?;A", "sizeMw", 20))
                .point("2", 0, 0, Map.of("zone", "B;?", "sizeMw", 10))
                .point("3", 0, 0, Map.of("sizeMw", 15))
                .point("4", 0, 0, Map.of("zone", "B"))
                .point("5", 0, 0, Map.of("zone", "A"))
                .build();
        Declared count = Declared.of(Measure.COUNT_WITHIN).range(0, 99).circle(1);
        Answer.of(count.where("zone", "A").at(0, 0, many)).isBetween(3, 5, 0);
        Answer.of(count.where("sizeMw", 10, 15).at(0, 0, many)).isBetween(1, 4, 0);
        Answer.of(Declared.of(Measure.COUNT_WITHIN)
                        .range(0, 99)
                        .circle(1)
                        .where("zone", 0, 1)
                        .at(0, 0, many))
                .isBetween(0, 6, 0);
    }

    /** Else a word that is written in another way looks like a place where there is nothing. */
    @Test
    void whatNoRecordHasIsTold() {
        MemoryLayer things = Declared.things()
                .point("0", 0, 0, Map.of("zone", "B;C", "sizeMw", 1))
                .point("1", 0, 0, Map.of())
                .build();
        ModuleContext context = MemoryContext.builder().layer(things).build();
        Declared count =
                Declared.of(Measure.COUNT_WITHIN).range(0, 99).circle(1).where("sizeMw", 0, 1);
        assertThat(notes(count, context)).isEmpty();
        assertThat(notes(count.where("absent", 0, 1), context)).as("not known").isEmpty();
        assertThat(notes(count.where("zone", "c", "A").where("sizeMw", 2, 3), context))
                .extracting(RecordNote::record, RecordNote::field, RecordNote::value, RecordNote::reason)
                .containsExactly(
                        tuple(
                                -1,
                                "zone",
                                "c, A",
                                "no record of the layer has that, which measured asks for; did you mean \"C\"?"),
                        tuple(-1, "sizeMw", "2.0 to 3.0", "no record of the layer has that, which measured asks for"));
        Declared zone = Declared.of(Measure.VALUE_AT_NEAREST).field("zone");
        assertThat(notes(zone.labels("B", "C"), context))
                .extracting(RecordNote::value, RecordNote::reason)
                .containsExactly(
                        tuple("B;C", "words of the layer that are no labels of measured, so it is UNKNOWN there"));
        assertThat(notes(zone.labels("A", "B;C"), context)).isEmpty();
        assertThat(notes(Declared.of(Measure.SHARE_COVERED).circle(1), context))
                .extracting(RecordNote::reason)
                .containsExactly(
                        "2 of 2 records are points or lines; measured is measured over areas and leaves them out");
    }

    @Test
    void aCoverageThatCoversNothingIsTold() {
        MemoryLayer points =
                Declared.things("points", 1).point("P", 0, 0, Map.of()).build();
        MemoryLayer areas = Declared.things("areas", 2)
                .area("A", Declared.box(-1, -1, 1, 1), Map.of())
                .build();
        ModuleContext context =
                MemoryContext.builder().layer(layer).layer(points).layer(areas).build();
        Declared count = Declared.of(Measure.COUNT_WITHIN).range(0, 99).circle(1);
        assertThat(notes(count.knownIn("areas"), context)).isEmpty();
        assertThat(notes(count.knownInRecords(), context)).isEmpty();
        assertThat(notes(count.knownIn("points"), context))
                .extracting(note -> note.layer().id(), RecordNote::record, RecordNote::reason)
                .containsExactly(
                        tuple(
                                "points",
                                -1,
                                "the layer has no areas, so as coverage of measured it covers no place, and what is not found is UNKNOWN at every"
                                        + " site; name a layer of areas there, or write EVERYWHERE if all is known everywhere"));
    }

    @Test
    void aLayerWithoutAnyPlaceIsTold() {
        MemoryLayer nowhere =
                Declared.things().notLocated("T", Map.of("sizeMw", 5)).build();
        assertThat(notes(
                        Declared.of(Measure.DISTANCE_TO).knownInRecords(),
                        MemoryContext.builder().layer(nowhere).build()))
                .extracting(RecordNote::record, RecordNote::reason)
                .containsExactly(tuple(-1, "none of its 1 records has a place; measured finds nothing in it"));
    }

    private static List<RecordNote> notes(Declared declared, ModuleContext context) {
        return new OverlayModule().declaring(List.of(declared.build())).notes(context);
    }

    @Test
    void criteriaShareIndexesAndOnlyWhatIsWantedIsBound() {
        List<String> built = new ArrayList<>();
        FeatureLayer counting = counting(layer, built);
        List<DeclaredCriterion> hundred = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Declared one = i % 2 == 0
                    ? Declared.of(Measure.DISTANCE_TO).reach(i + 1)
                    : Declared.of(Measure.COUNT_WITHIN).circle(i);
            hundred.add(one.id("c" + i).where("zone", "A").build());
        }
        MemoryContext context = MemoryContext.builder().layer(counting).build();
        Measurer measurer = new OverlayModule().declaring(hundred).bind(context);
        MemorySites sites = MemorySites.builder().greenfield("S", 0, 0).build();
        measurer.measure(
                sites,
                new MeasurementBlock(
                        hundred.stream().map(one -> one.criterion().id()).toList(), 1));
        assertThat(built).containsExactly("shapes");
        assertThat(new OverlayModule().declaring(hundred).layerIds()).containsExactly("things");
        assertThat(new OverlayModule().criteria()).isEmpty();
    }

    private static FeatureLayer counting(FeatureLayer layer, List<String> built) {
        return (FeatureLayer) java.lang.reflect.Proxy.newProxyInstance(
                FeatureLayer.class.getClassLoader(),
                new Class<?>[] {FeatureLayer.class},
                (proxy, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof IntPredicate) {
                        built.add(method.getName());
                    }
                    return method.invoke(layer, arguments);
                });
    }

    @Test
    void aLayerOfAnotherFormIsNone() {
        assertThat(Declared.THINGS).isEqualTo(LayerKind.FEATURE);
        Layer features = layer;
        Answer.of(Declared.of(Measure.RASTER_VALUE).field("sizeMw").at(0, 0, features))
                .isUnknown(UnknownReason.NO_LAYER);
    }
}
