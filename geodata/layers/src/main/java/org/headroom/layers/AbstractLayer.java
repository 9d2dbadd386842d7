package org.headroom.layers;

import java.time.LocalDate;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.spi.Layer;
import org.jspecify.annotations.Nullable;

/** What vector and raster layers share: where they come from. Immutable. */
abstract class AbstractLayer implements Layer {
    private final LayerInfo info;

    AbstractLayer(LayerInfo info) {
        this.info = info;
    }

    @Override
    public final int ordinal() {
        return info.ordinal();
    }

    @Override
    public final String id() {
        return info.id();
    }

    @Override
    public final LayerKind kind() {
        return info.kind();
    }

    @Override
    public final EvidenceClass evidenceClass() {
        return info.evidenceClass();
    }

    @Override
    public final String source() {
        return info.source();
    }

    @Override
    public final @Nullable LocalDate asOf() {
        return info.asOf();
    }

    final LayerInfo info() {
        return info;
    }
}
