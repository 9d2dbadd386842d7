package org.headroom.jobs.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.Stream;
import org.headroom.export.ExportFormat;
import org.headroom.feeds.Feeds;
import org.headroom.runs.table.PublishSpec;
import org.junit.jupiter.api.Test;

class PublishedFormatsTest {
    @Test
    void theSchemaNamesTheFormatsThatThereAre() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(getClass().getResource("project.schema.json"));
        JsonNode named = schema.at("/properties/publish/properties/formats/items/enum");
        assertThat(named)
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(
                        Stream.of(
                                        ExportFormat.all().stream().map(ExportFormat::id),
                                        Stream.of(PublishSpec.PAGE),
                                        Feeds.ids().stream())
                                .flatMap(ids -> ids)
                                .toList());
    }
}
