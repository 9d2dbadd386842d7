package org.headroom.workbench.explanation;

import java.util.Map;

/** Names the layers and records that measurements point to, for explanations. */
public interface SourceNames {
    /** Id of a layer by its ordinal. */
    String layerId(int layerOrdinal);

    /** The record's own id. */
    String recordId(int layerOrdinal, int record);

    /** What else a record says that should be told, by field; empty when nothing. */
    default Map<String, String> told(int layerOrdinal, int record) {
        return Map.of();
    }

    /** Who published a layer; empty when not known. */
    default String publisher(String layerId) {
        return "";
    }

    /** The day that a layer describes, ISO 8601; empty when not known. */
    default String asOf(String layerId) {
        return "";
    }

    /** What should be known of a layer's age, in one sentence without a full stop; empty when nothing. */
    default String age(String layerId) {
        return "";
    }

    /** Names by number, for when the layers are not at hand. */
    static SourceNames numbers() {
        return new SourceNames() {
            @Override
            public String layerId(int layerOrdinal) {
                return "layer " + layerOrdinal;
            }

            @Override
            public String recordId(int layerOrdinal, int record) {
                return Integer.toString(record);
            }
        };
    }
}
