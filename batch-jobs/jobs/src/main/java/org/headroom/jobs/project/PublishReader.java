package org.headroom.jobs.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.headroom.config.Problems;
import org.headroom.export.ExportFormat;
import org.headroom.layers.format.postgis.ServerAddress;
import org.headroom.runs.table.PublishSpec;
import org.jspecify.annotations.Nullable;

/** Reads the part {@code publish} of a project file. */
final class PublishReader {
    private final Problems problems;

    PublishReader(Problems problems) {
        this.problems = problems;
    }

    PublishSpec read(JsonNode publish) {
        Set<String> formats = new HashSet<>();
        for (JsonNode format : publish.path("formats")) {
            formats.add(format.asText());
        }
        if (formats.isEmpty()) {
            ExportFormat.all().stream().filter(ExportFormat::isUsual).forEach(format -> formats.add(format.id()));
            formats.add(PublishSpec.PAGE);
        }
        List<PublishSpec.Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> shown = new HashSet<>();
        JsonNode list = publish.path("columns");
        for (int i = 0; i < list.size(); i++) {
            PublishSpec.Column column = column(list.path(i));
            columns.add(column);
            if (!names.add(column.name())) {
                problems.add("/publish/columns/" + i, "there are two columns named " + column.name());
            }
            if (!shown.add(column.of())) {
                problems.add("/publish/columns/" + i, "there are two columns that show " + column.of());
            }
        }
        return new PublishSpec(formats, columns).on(server(publish.path("postgis")));
    }

    private PublishSpec.@Nullable Server server(JsonNode postgis) {
        if (postgis.isMissingNode()) {
            return null;
        }
        String url = postgis.path("url").asText();
        String problem = ServerAddress.problem(url);
        if (problem != null) {
            problems.add("/publish/postgis/url", problem);
        }
        return new PublishSpec.Server(url, postgis.path("schema").asText(PublishSpec.Server.USUAL_SCHEMA));
    }

    private static PublishSpec.Column column(JsonNode column) {
        Map<String, String> values = new LinkedHashMap<>();
        column.path("values")
                .properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
        return new PublishSpec.Column(
                column.path("column").asText(),
                column.path("of").asText(),
                number(column, "width"),
                number(column, "decimals"),
                column.path("whole").asBoolean(false),
                values,
                column.has("otherwise") ? Optional.of(column.path("otherwise").asText()) : Optional.empty(),
                column.has("whenExcluded")
                        ? Optional.of(column.path("whenExcluded").asDouble())
                        : Optional.empty());
    }

    private static OptionalInt number(JsonNode column, String key) {
        return column.has(key) ? OptionalInt.of(column.path(key).asInt()) : OptionalInt.empty();
    }
}
