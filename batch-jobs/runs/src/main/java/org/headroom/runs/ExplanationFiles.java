package org.headroom.runs;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.headroom.columns.TextWriter;
import org.headroom.model.LayerKind;
import org.headroom.runs.file.Json;
import org.headroom.runs.store.ColumnNaming;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.Layer;

/**
 * The folder {@code explanations} of a run: all that is needed to say of any site why it stands where it stands. Nothing is stored as
 * text for a site; explanations are derived from the columns and the policy when somebody asks.
 *
 * @param folder the folder
 */
public record ExplanationFiles(Path folder) {
    public Path sites() {
        return folder.resolve("sites");
    }

    /** What was read and skipped to get the sites. */
    public Path candidates() {
        return sites().resolve("candidates.json");
    }

    public Path measurements() {
        return folder.resolve("measurements");
    }

    public Path scores() {
        return folder.resolve("scores");
    }

    /** The measurements of one criterion. */
    public Path measurementFile(String criterionId) {
        return ColumnNaming.measurements(measurements(), criterionId);
    }

    /** The scores. */
    public Path scoreFile() {
        return ColumnNaming.scores(scores());
    }

    public Path order() {
        return folder.resolve("order.i32");
    }

    /** How sure the ranks are; there is no such folder where the policy draws nothing. */
    public Path decision() {
        return folder.resolve("decision");
    }

    /** The columns of that. */
    public Path sureRanks() {
        return decision().resolve("ranks.columns");
    }

    /** What is worth settling first. */
    public Path advice() {
        return decision().resolve("advice.json");
    }

    /** What was drawn. */
    public Path drawn() {
        return decision().resolve("drawn.json");
    }

    /** The policy as it was. */
    public Path policy() {
        return folder.resolve("policy");
    }

    /** Record ids of the layers, one text file a layer, by ordinal; and beside them what {@link ToldFields} keeps. */
    public Path records() {
        return folder.resolve("records");
    }

    private Path layersFile() {
        return folder.resolve("layers.json");
    }

    /**
     * What an explanation says of a layer.
     *
     * @param layer layer id
     * @param source who published it
     * @param asOf day that it describes; empty when not known
     * @param age what should be known of its age on the evaluation date; empty when nothing
     * @param hasRecords whether its record ids are kept
     * @param title its title for people; empty where it has none, or in a run of an earlier version
     */
    public record LayerEntry(String layer, String source, String asOf, String age, boolean hasRecords, String title) {
        public LayerEntry {
            title = Objects.requireNonNullElse(title, "");
        }
    }

    /** As {@link #writeLayers(List, Function, Function)}, for layers without titles. */
    public void writeLayers(List<Layer> layers, Function<Layer, String> ages) {
        writeLayers(layers, ages, layer -> "");
    }

    /**
     * Writes what explanations say of layers, and the ids of their records.
     *
     * @param ages what should be known of the age of each layer; empty for nothing
     * @param titles the title of each for people; empty where it has none
     */
    public void writeLayers(List<Layer> layers, Function<Layer, String> ages, Function<Layer, String> titles) {
        Json.write(
                layersFile(),
                layers.stream()
                        .map(layer -> entry(layer, ages.apply(layer), titles.apply(layer)))
                        .toList());
        for (Layer layer : layers) {
            if (layer instanceof FeatureLayer features && hasRecords(features)) {
                try (TextWriter writer = new TextWriter(records(), Integer.toString(features.ordinal()))) {
                    for (int record = 0; record < features.size(); record++) {
                        writer.add(features.recordId(record));
                    }
                }
                ToldFields.write(records(), features);
                RecordMarks.write(records(), features);
            }
        }
    }

    public LayerEntry[] readLayers() {
        return Json.read(layersFile(), LayerEntry[].class);
    }

    private LayerEntry entry(Layer layer, String age, String title) {
        LocalDate asOf = layer.asOf();
        return new LayerEntry(
                layer.id(), layer.source(), asOf == null ? "" : asOf.toString(), age, hasRecords(layer), title);
    }

    /** Candidates are sites themselves; nothing is measured against their records. */
    private static boolean hasRecords(Layer layer) {
        return layer instanceof FeatureLayer && !layer.kind().equals(LayerKind.CANDIDATE);
    }
}
