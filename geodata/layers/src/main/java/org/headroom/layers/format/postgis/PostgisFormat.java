package org.headroom.layers.format.postgis;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.headroom.layers.format.DatabaseFormat;
import org.headroom.layers.format.ReadOptions;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceAddress;

/** A table or view of PostgreSQL. */
public final class PostgisFormat implements DatabaseFormat {
    @Override
    public String id() {
        return "postgis";
    }

    @Override
    public String prefix() {
        return ServerAddress.PREFIX;
    }

    @Override
    public Optional<String> findProblem(String url) {
        return Optional.ofNullable(ServerAddress.problem(url));
    }

    @Override
    public Set<String> options() {
        return Set.of("table");
    }

    @Override
    public RecordSource open(SourceAddress source, ReadOptions options) throws IOException {
        return new TableSource(ServerAddress.connect(source.address()), options.table());
    }

    @Override
    public String digest(SourceAddress source, ReadOptions options) throws IOException {
        try (RecordSource table = open(source, options)) {
            while (table.next() != null) {
                continue;
            }
            return table.contentDigest().orElseThrow();
        }
    }
}
