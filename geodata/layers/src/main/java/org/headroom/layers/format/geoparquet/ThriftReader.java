package org.headroom.layers.format.geoparquet;

import java.io.InputStream;
import org.headroom.layers.format.SourceException;
import shaded.parquet.org.apache.thrift.TBase;
import shaded.parquet.org.apache.thrift.TConfiguration;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.transport.TIOStreamTransport;

/** Reads the structures of Parquet, with a bound that the reader of the library itself does not have. */
final class ThriftReader {
    private static final int MAX_DEPTH = 64;

    private ThriftReader() {}

    /**
     * Fills a structure from the bytes that come next.
     *
     * @param most no length and no count in it may be larger; they are held against this before room is taken for them
     * @param where what the structure is, for the message
     */
    static <T extends TBase<?, ?>> T read(T into, InputStream in, int most, String where) throws SourceException {
        try {
            TConfiguration limits = new TConfiguration(most, most, MAX_DEPTH);
            into.read(new TCompactProtocol(new TIOStreamTransport(limits, in)));
            return into;
        } catch (TException | RuntimeException e) {
            throw Damage.in(where);
        }
    }
}
