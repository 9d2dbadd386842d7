package org.headroom.layers.format.geoparquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one column of a row group, one at a time. What goes wrong leaves as an UncheckedIOException with a SourceException in it, as the
 * interface has no other way.
 */
final class ColumnPages implements PageReader {
    private static final int MAX_HEADER_BYTES = 1 << 24;

    /** What an entry of a dictionary takes beside its bytes. */
    private static final int ENTRY_BYTES = 48;

    private final ChunkInput in;
    private final Unpacker unpacker;
    private final PageMemory memory;
    private final LeafColumn column;
    private final long valueCount;
    private final String where;
    private @Nullable PageHeader first;
    private long seen;
    private long pageBytes;
    private long dictionaryBytes;

    ColumnPages(ChunkInput in, Unpacker unpacker, PageMemory memory, LeafColumn column, long valueCount)
            throws IOException {
        this.in = in;
        this.unpacker = unpacker;
        this.memory = memory;
        this.column = column;
        this.valueCount = valueCount;
        this.where = column.where();
        this.first = header();
    }

    private PageHeader header() throws IOException {
        int most = (int) Math.min(MAX_HEADER_BYTES, in.left());
        PageHeader header = ThriftReader.read(new PageHeader(), in, most, where);
        if (header.type == null
                || header.compressed_page_size < 0
                || header.compressed_page_size > in.left()
                || header.uncompressed_page_size < 0) {
            throw Damage.in(where);
        }
        return header;
    }

    private byte[] body(PageHeader header) throws IOException {
        byte[] body = in.readNBytes(header.compressed_page_size);
        CRC32 sum = new CRC32();
        if (header.isSetCrc()) {
            sum.update(body);
        }
        if (body.length < header.compressed_page_size || (header.isSetCrc() && (int) sum.getValue() != header.crc)) {
            throw Damage.in(where);
        }
        return body;
    }

    @Override
    public long getTotalValueCount() {
        return valueCount;
    }

    @Override
    public @Nullable DictionaryPage readDictionaryPage() {
        PageHeader header = first;
        if (header == null || header.type != PageType.DICTIONARY_PAGE) {
            return null;
        }
        first = null;
        return worded(() -> {
            int count = header.dictionary_page_header.num_values;
            // The decoder takes room for so many before it looks at the first.
            if (count < 0 || count > header.uncompressed_page_size / column.leastBytes()) {
                throw Damage.in(where);
            }
            dictionaryBytes =
                    (long) header.uncompressed_page_size + header.compressed_page_size + (long) ENTRY_BYTES * count;
            memory.take(dictionaryBytes);
            byte[] bytes = unpacker.unpack(body(header), 0, header.uncompressed_page_size);
            return new DictionaryPage(BytesInput.from(bytes), count, encoding(header.dictionary_page_header.encoding));
        });
    }

    @Override
    public @Nullable DataPage readPage() {
        return worded(() -> {
            while (seen < valueCount) {
                PageHeader header = first == null ? header() : first;
                first = null;
                DataPage page = null;
                if (header.type == PageType.INDEX_PAGE) {
                    in.skipNBytes(header.compressed_page_size);
                } else {
                    memory.giveBack(pageBytes);
                    pageBytes = (long) header.uncompressed_page_size + header.compressed_page_size;
                    memory.take(pageBytes);
                    page = header.type == PageType.DATA_PAGE ? page(header) : page2(header);
                }
                if (page != null) {
                    return page;
                }
            }
            throw Damage.in(where);
        });
    }

    /** Null for a page without values. */
    private @Nullable DataPage page(PageHeader header) throws IOException {
        DataPageHeader data = header.data_page_header;
        if (data == null) {
            throw Damage.in(where);
        }
        int values = count(data.num_values);
        byte[] bytes = unpacker.unpack(body(header), 0, header.uncompressed_page_size);
        if (values == 0) {
            return null;
        }
        Encoding levels = encoding(data.definition_level_encoding);
        int from = 0;
        if (column.maxLevel() > 0) {
            if (levels != Encoding.RLE) {
                throw Damage.unread("has levels in " + where + " in an encoding that is no longer used");
            }
            int length = CountCheck.levelsLength(bytes);
            CountCheck.levels(bytes, Integer.BYTES, length, values);
            from = Integer.BYTES + length;
        }
        Encoding encoding = encoding(data.encoding);
        CountCheck.values(encoding, bytes, from, values);
        return new DataPageV1(BytesInput.from(bytes), values, bytes.length, null, Encoding.RLE, levels, encoding);
    }

    /** As {@link #page}, for the second kind: levels lie apart and are never packed. */
    private @Nullable DataPage page2(PageHeader header) throws IOException {
        DataPageHeaderV2 data = header.data_page_header_v2;
        if (data == null) {
            throw Damage.in(where);
        }
        int values = count(data.num_values);
        byte[] body = body(header);
        int repetitions = data.repetition_levels_byte_length;
        int definitions = data.definition_levels_byte_length;
        if (repetitions < 0 || definitions < 0 || (long) repetitions + definitions > body.length) {
            throw Damage.in(where);
        }
        int from = repetitions + definitions;
        int size = header.uncompressed_page_size - from;
        byte[] bytes =
                data.is_compressed ? unpacker.unpack(body, from, size) : Arrays.copyOfRange(body, from, body.length);
        if (values == 0) {
            return null;
        }
        if (column.maxLevel() > 0) {
            CountCheck.levels(body, repetitions, definitions, values);
        }
        Encoding encoding = encoding(data.encoding);
        CountCheck.values(encoding, bytes, 0, values);
        return DataPageV2.uncompressed(
                data.num_rows,
                data.num_nulls,
                values,
                BytesInput.from(body, 0, repetitions),
                BytesInput.from(body, repetitions, definitions),
                encoding,
                BytesInput.from(bytes),
                null);
    }

    private int count(int values) throws IOException {
        if (values < 0 || values > valueCount - seen) {
            throw Damage.in(where);
        }
        seen += values;
        return values;
    }

    private Encoding encoding(org.apache.parquet.format.@Nullable Encoding encoding) throws IOException {
        if (encoding == null) {
            throw Damage.unread("has an encoding in " + where + " that is not known");
        }
        return Encoding.valueOf(encoding.name());
    }

    private interface Work<T extends @Nullable Object> {
        T get() throws IOException;
    }

    private <T extends @Nullable Object> T worded(Work<T> work) {
        try {
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives back what its pages have taken. */
    void close() {
        memory.giveBack(pageBytes + dictionaryBytes);
        pageBytes = 0;
        dictionaryBytes = 0;
    }
}
