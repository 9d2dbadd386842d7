package org.headroom.layers.format.geoparquet;

import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;
import org.headroom.layers.format.SourceException;
import org.jspecify.annotations.Nullable;

/** Unpacks pages, without native code. Not safe for several threads. */
final class Unpacker {
    private final CompressionCodec codec;
    private final String where;
    private final @Nullable Decompressor decompressor;

    /** A SourceException for a packing that is not read; null is one that is not known. */
    Unpacker(@Nullable CompressionCodec codec, String where) throws SourceException {
        if (codec == null) {
            throw Damage.unread("has a packing in " + where + " that is not known");
        }
        this.codec = codec;
        this.where = where;
        this.decompressor = switch (codec) {
            case UNCOMPRESSED, GZIP -> null;
            case SNAPPY -> new SnappyDecompressor();
            case ZSTD -> new ZstdDecompressor();
            case LZ4_RAW -> new Lz4Decompressor();
            default ->
                throw Damage.unread("is packed by " + codec + " in " + where
                        + "; read are Snappy, Zstandard, gzip, LZ4_RAW and what is not packed");
        };
    }

    /** The bytes from a place on, unpacked to exactly so many; a SourceException when they are not that. */
    byte[] unpack(byte[] packed, int from, int size) throws SourceException {
        if (size == 0) {
            return new byte[0];
        }
        try {
            return unpackTo(packed, from, size);
        } catch (IOException | RuntimeException e) {
            throw Damage.in(where);
        }
    }

    private byte[] unpackTo(byte[] packed, int from, int size) throws IOException {
        int left = size;
        int length = packed.length - from;
        byte[] bytes;
        if (decompressor != null) {
            bytes = new byte[size];
            left -= decompressor.decompress(packed, from, length, bytes, 0, size);
        } else if (codec == CompressionCodec.GZIP) {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed, from, length))) {
                bytes = in.readNBytes(size);
                left -= bytes.length;
            }
        } else {
            bytes = from == 0 ? packed : Arrays.copyOfRange(packed, from, packed.length);
            left -= bytes.length;
        }
        if (left != 0) {
            throw new IOException("another size");
        }
        return bytes;
    }
}
