package org.headroom.layers.reshape;

import java.io.IOException;
import java.util.function.Function;
import org.headroom.layers.descriptor.SourceSpec;
import org.headroom.layers.format.DatabaseFormat;
import org.headroom.layers.format.FirstBytes;
import org.headroom.layers.format.LayerFormats;
import org.headroom.layers.format.ReadOptions;
import org.headroom.layers.format.RecordFormat;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceAddress;

/** Opens the records of a source as its descriptor wants them. */
public final class ReshapedSources {
    private ReshapedSources() {}

    /**
     * The records of a source of records, with its side tables, unfolded and added up as the descriptor says, in that order.
     *
     * @param addresses turns what the descriptor says of a file into its address
     */
    public static RecordSource open(SourceSpec spec, Function<String, SourceAddress> addresses) throws IOException {
        RecordSource source = open((RecordFormat) spec.format(), addresses.apply(spec.file()), spec.options());
        try {
            for (SourceSpec.SideTable table : spec.with()) {
                RecordFormat csv = (RecordFormat) LayerFormats.find("csv").orElseThrow();
                try (RecordSource side = open(csv, addresses.apply(table.file()), table.options())) {
                    source = new JoinedSource(source, table, side);
                }
            }
            if (!spec.unfold().isEmpty()) {
                source = new UnfoldedSource(source, spec.unfold());
            }
            return spec.total() == null ? source : new TotalledSource(source, spec.total());
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private static RecordSource open(RecordFormat format, SourceAddress address, ReadOptions options)
            throws IOException {
        if (!(format instanceof DatabaseFormat)) {
            FirstBytes.check(format, format.files(address).get(0));
        }
        return format.open(address, options);
    }
}
