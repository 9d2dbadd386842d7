package org.headroom.report.data;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.headroom.report.area.QuantisedShapes;
import org.jspecify.annotations.Nullable;

/**
 * What a page tells that lies nowhere else in a run: {@code report/given.json}. So a page can be made anew from a kept run.
 *
 * @param format version of this file's layout
 * @param watch ids of the sites that the project watches, in its order
 * @param licences under which licence a layer may be used, by layer; only those that say so
 * @param shapes areas of the sites; null when none has an area, or there are too many
 */
public record Given(
        @JsonProperty("format") int format,
        @JsonProperty("watch") List<String> watch,
        @JsonProperty("licences") Map<String, String> licences,
        @JsonProperty("shapes") @Nullable QuantisedShapes shapes) {
    /** Version of the layout that this Headroom writes. */
    public static final int FORMAT = 1;

    /** Nothing, as in a run that was published before there were pages. */
    public static final Given NOTHING = new Given(FORMAT, List.of(), Map.of(), null);

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    public Given {
        watch = List.copyOf(watch);
        licences = Collections.unmodifiableMap(new TreeMap<>(licences));
    }

    /** As it lies in a run: in one line, as areas are long. */
    public String json() {
        try {
            return MAPPER.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write what the page is given as JSON", e);
        }
    }
}
