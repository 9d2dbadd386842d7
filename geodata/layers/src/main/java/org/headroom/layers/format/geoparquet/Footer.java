package org.headroom.layers.format.geoparquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.headroom.layers.format.SourceException;

/** The end of a Parquet file, which tells all else: schema, row groups, and what programs have written beside them. */
final class Footer {
    private static final int MAGIC_BYTES = 4;
    private static final int TAIL_BYTES = 2 * MAGIC_BYTES;
    private static final String WHERE = "its footer";

    private final FileMetaData metadata;
    private final long from;

    private Footer(FileMetaData metadata, long from) {
        this.metadata = metadata;
        this.from = from;
    }

    static Footer read(FileChannel channel, PageMemory memory) throws IOException {
        long size = channel.size();
        if (size < MAGIC_BYTES + TAIL_BYTES) {
            throw Damage.in(WHERE);
        }
        byte[] bytes = new ChunkInput(channel, size - TAIL_BYTES, size).readNBytes(TAIL_BYTES);
        String magic = new String(bytes, MAGIC_BYTES, MAGIC_BYTES, StandardCharsets.ISO_8859_1);
        if (magic.equals("PARE")) {
            throw encrypted();
        }
        long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
        long from = size - TAIL_BYTES - length;
        if (!magic.equals("PAR1") || length < 1 || from < MAGIC_BYTES) {
            throw Damage.in(WHERE);
        }
        memory.take(length);
        FileMetaData metadata = ThriftReader.read(
                new FileMetaData(), new ChunkInput(channel, from, size - TAIL_BYTES), (int) length, WHERE);
        memory.giveBack(length);
        if (metadata.encryption_algorithm != null) {
            throw encrypted();
        }
        if (metadata.schema == null || metadata.row_groups == null) {
            throw Damage.in(WHERE);
        }
        return new Footer(metadata, from);
    }

    private static SourceException encrypted() {
        return new SourceException("is encrypted Parquet", "Ask for the file without encryption.");
    }

    FileMetaData metadata() {
        return metadata;
    }

    /** Where it begins, and so where columns must have ended. */
    long from() {
        return from;
    }

    /** What programs have written beside the data, by key. */
    Map<String, String> keys() {
        Map<String, String> keys = new HashMap<>();
        if (metadata.key_value_metadata != null) {
            for (KeyValue entry : metadata.key_value_metadata) {
                if (entry.value != null) {
                    keys.put(entry.key, entry.value);
                }
            }
        }
        return keys;
    }
}
