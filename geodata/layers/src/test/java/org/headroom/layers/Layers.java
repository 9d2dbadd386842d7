package org.headroom.layers;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.headroom.model.HeadroomException;
import org.headroom.model.LayerKind;
import org.headroom.spi.FeatureLayer;

/** Shortens the tests: descriptors as texts. */
final class Layers {
    private Layers() {}

    private static final DescriptorReader READER = new DescriptorReader(LayerKind.builtIn());

    static LayerDescriptor descriptor(String yaml) {
        return READER.parse("test.layer.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    static LoadedLayer load(Path folder, String yaml) {
        return load(folder, yaml, Map.of());
    }

    static LoadedLayer load(Path folder, String yaml, Map<String, FeatureLayer> joined) {
        return new LayerLoader(folder).load(descriptor(yaml), 0, joined::get);
    }

    static DefaultFeatureLayer features(LoadedLayer loaded) {
        return (DefaultFeatureLayer) loaded.layer();
    }

    static HeadroomException refused(Path folder, String yaml) {
        return catchThrowableOfType(HeadroomException.class, () -> load(folder, yaml));
    }

    /** The head of a descriptor whose source is a file of the given kind and format. */
    static String head(String kind, String file, String format) {
        return """
                layer: test
                kind: %s
                source: {file: '%s', format: %s, publisher: Test, asOf: 2026-01-01, evidence: REPORTED}
                """.formatted(kind, file, format);
    }
}
