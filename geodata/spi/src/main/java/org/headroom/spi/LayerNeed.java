package org.headroom.spi;

import org.headroom.model.LayerKind;

/**
 * A kind of layer that a module reads.
 *
 * @param kind the kind; all layers of it in the project are given
 * @param required whether the run must be refused when the project has none; when false, the module answers UNKNOWN without it
 */
public record LayerNeed(LayerKind kind, boolean required) {
    public static LayerNeed required(LayerKind kind) {
        return new LayerNeed(kind, true);
    }

    public static LayerNeed optional(LayerKind kind) {
        return new LayerNeed(kind, false);
    }
}
