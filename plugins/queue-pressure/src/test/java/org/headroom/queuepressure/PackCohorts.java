package org.headroom.queuepressure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.model.LayerKind;
import org.headroom.spi.FeatureLayer;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemoryLayerBuilder;

/** The cohorts of the data pack of the United States: Lawrence Berkeley National Laboratory, Queued Up, at the end of 2020, as a layer. */
final class PackCohorts {
    static final LocalDate END = LocalDate.of(2020, 12, 31);

    private static final Path FILE = Path.of("../../geodata/catalog/us/data/queue-cohorts.csv");

    private PackCohorts() {}

    static FeatureLayer layer() throws IOException {
        MemoryLayerBuilder layer =
                MemoryLayer.of(LayerKind.INTERCONNECTION_QUEUE, "queue-cohorts").asOf(END);
        List<String> lines = Files.readAllLines(FILE);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, Object> fields = new HashMap<>(Map.of("market", cells[0], "side", "GENERATION"));
            fields.put("queueStatus", cells[1]);
            if (!cells[2].isEmpty()) {
                fields.put("requestedMw", Double.valueOf(cells[2]));
            }
            String[] dates = {"queueDate", "withdrawnDate", "inServiceDate"};
            for (int i = 0; i < dates.length; i++) {
                if (!cells[3 + i].isEmpty()) {
                    fields.put(dates[i], LocalDate.parse(cells[3 + i]));
                }
            }
            layer.notLocated(line, fields);
        }
        return layer.build();
    }
}
