package org.headroom.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.headroom.model.SiteOrigin;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteStoreTest {
    @TempDir
    Path folder;

    private record Attributes(
            String id, String origin, @Nullable String name, double contractedCapacityMw)
            implements SiteWriter.Attributes {
        @Override
        public @Nullable String text(String attribute) {
            return switch (attribute) {
                case "siteId" -> id;
                case "origin" -> origin;
                case "name" -> name;
                default -> null;
            };
        }

        @Override
        public double number(String attribute) {
            return attribute.equals("contractedCapacityMw") ? contractedCapacityMw : Double.NaN;
        }
    }

    @Test
    void sitesComeBackByPlaceAndByBlock() {
        try (SiteWriter writer = new SiteWriter(folder)) {
            writer.add(-100.5, 31.25, new Attributes("a", "GREENFIELD", null, Double.NaN));
            writer.add(-101, 32, new Attributes("北京", "BROWNFIELD", "", 120));
            writer.add(-102, 33, new Attributes("c", "GREENFIELD", "Québec", Double.NaN));
            assertThat(writer.size()).isEqualTo(3);
        }
        SiteStore store = new SiteStore(folder);
        assertThat(store.size()).isEqualTo(3);
        assertThat(store.siteId(1)).isEqualTo("北京");
        assertThat(store.origin(1)).isEqualTo(SiteOrigin.BROWNFIELD);
        assertThat(store.text("name", 0)).isNull();
        assertThat(store.text("name", 1)).isEmpty();
        assertThat(store.find("c")).isEqualTo(2);
        assertThat(store.find("d")).isEqualTo(-1);
        SiteBlock block = store.block(1, 2);
        assertThat(block.longitudes()).containsExactly(-101, -102);
        assertThat(block.texts("name")).containsExactly("", "Québec");
        assertThat(block.numbers("contractedCapacityMw")).containsExactly(120, Double.NaN);
        assertThat(block.origin(0)).isEqualTo(SiteOrigin.BROWNFIELD);
    }
}
