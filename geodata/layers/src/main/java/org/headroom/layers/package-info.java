/**
 * Layers: a descriptor says what a source holds, {@link org.headroom.layers.LayerLoader} reads it, checks it, brings it to EPSG:4326
 * and gives a {@link org.headroom.layers.LoadedLayer}, which {@link org.headroom.layers.LayerSnapshot} keeps for the next night.
 */
@NullMarked
package org.headroom.layers;

import org.jspecify.annotations.NullMarked;
