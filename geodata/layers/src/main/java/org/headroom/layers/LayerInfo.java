package org.headroom.layers;

import java.time.LocalDate;
import java.util.Optional;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.spi.GeometryRole;
import org.jspecify.annotations.Nullable;

/**
 * What every layer knows about itself.
 *
 * @param ordinal place in the run, from 0
 * @param id from the descriptor
 * @param kind from the descriptor
 * @param evidenceClass from the descriptor
 * @param source who published it
 * @param asOf the day that the data describe; null when not given
 * @param role what its shapes stand for; empty when the records say that
 */
record LayerInfo(
        int ordinal,
        String id,
        LayerKind kind,
        EvidenceClass evidenceClass,
        String source,
        @Nullable LocalDate asOf,
        Optional<GeometryRole> role) {}
