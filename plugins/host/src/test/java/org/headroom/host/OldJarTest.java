package org.headroom.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.headroom.model.Criterion;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.ScoringModule;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemorySites;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A jar that was built for version 1 of the contract, when {@link LayerKind} was an enum and modules did not say their version: grid-headroom
 * as it was then. It is not to be built anew.
 */
class OldJarTest {
    @Test
    void itIsLoadedAndMeasures(@TempDir Path plugins) throws IOException {
        Path folder = Files.createDirectories(plugins.resolve("old"));
        try (InputStream jar =
                Objects.requireNonNull(OldJarTest.class.getResourceAsStream("spi-1/grid-headroom.jar"))) {
            Files.copy(jar, folder.resolve("grid-headroom.jar"));
        }
        List<InstalledModule> modules = PluginHost.load(plugins);
        assertThat(modules).hasSize(1);
        ScoringModule module = modules.get(0).module();
        assertThat(module.spiVersion()).isEqualTo(1);
        assertThat(module.layers()).extracting(need -> need.kind()).containsExactly(LayerKind.GRID_CAPACITY);
        assertThat(module.layerKinds()).isEmpty();

        MemoryContext.Builder context = MemoryContext.builder()
                .layer(MemoryLayer.of(LayerKind.GRID_CAPACITY, "substations")
                        .evidence(EvidenceClass.REPORTED)
                        .point("S", -100, 40, Map.of("nominalVoltageKv", 345.0, "publishedHeadroomMw", 120.0))
                        .build());
        module.parameters()
                .forEach(spec ->
                        context.number(spec.id(), spec.id().startsWith("minimum") ? spec.minimum() : spec.maximum()));
        List<String> ids = module.criteria().stream().map(Criterion::id).toList();
        MeasurementBlock block = new MeasurementBlock(ids, 1);
        module.bind(context.build())
                .measure(MemorySites.builder().greenfield("s", -100, 40.1).build(), block);
        MeasurementColumn distance = block.column("distanceToInterconnectionKm");
        assertThat(distance.lower(0)).isBetween(11.0, 11.2);
        assertThat(distance.layer(0)).isZero();
        assertThat(distance.record(0)).isZero();
    }
}
