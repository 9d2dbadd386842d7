package org.headroom.export.geoparquet;

import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TypeDefinedOrder;
import org.apache.parquet.format.Util;

/** The bytes of a Parquet file: row groups of one page a column, then the footer. Not safe for several threads. */
final class ParquetFile {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;

    private final List<Leaf> leaves;
    private final OutputStream out;
    private final List<RowGroup> groups = new ArrayList<>();
    private final Page page = new Page();
    private final ZstdCompressor compressor = new ZstdCompressor();
    private long at;
    private long rows;

    ParquetFile(List<Leaf> leaves, OutputStream out) throws IOException {
        this.leaves = leaves;
        this.out = out;
        put(MAGIC, MAGIC.length);
    }

    private void put(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
        at += length;
    }

    /** Writes rows as one row group. */
    void writeGroup(int from, int to) throws IOException {
        List<ColumnChunk> chunks = new ArrayList<>();
        long size = 0;
        for (Leaf leaf : leaves) {
            ColumnMetaData column = column(leaf, from, to);
            ColumnChunk chunk = new ColumnChunk(0);
            chunk.setMeta_data(column);
            chunks.add(chunk);
            size += column.getTotal_uncompressed_size();
        }
        groups.add(new RowGroup(chunks, size, to - from));
        rows += to - from;
    }

    private ColumnMetaData column(Leaf leaf, int from, int to) throws IOException {
        page.begin(to - from);
        for (int row = from; row < to; row++) {
            leaf.filler().put(row, page);
        }
        byte[] whole = page.bytes(leaf.isOptional());
        byte[] packed = new byte[compressor.maxCompressedLength(whole.length)];
        int length = compressor.compress(whole, 0, whole.length, packed, 0, packed.length);
        PageHeader header = new PageHeader(PageType.DATA_PAGE, whole.length, length);
        header.setData_page_header(new DataPageHeader(to - from, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
        ByteArrayOutputStream headerBytes = new ByteArrayOutputStream();
        Util.writePageHeader(header, headerBytes);
        long start = at;
        put(headerBytes.toByteArray(), headerBytes.size());
        put(packed, length);
        ColumnMetaData metadata = new ColumnMetaData(
                leaf.type(),
                List.of(Encoding.PLAIN, Encoding.RLE),
                leaf.path(),
                CompressionCodec.ZSTD,
                to - from,
                (long) headerBytes.size() + whole.length,
                at - start,
                start);
        metadata.setStatistics(page.statistics());
        return metadata;
    }

    /** Writes the footer. */
    void finish(Map<String, String> keys) throws IOException {
        FileMetaData metadata = new FileMetaData(VERSION, schema(), rows, groups);
        List<KeyValue> pairs = new ArrayList<>();
        keys.forEach((key, value) -> {
            KeyValue pair = new KeyValue(key);
            pair.setValue(value);
            pairs.add(pair);
        });
        metadata.setKey_value_metadata(pairs);
        metadata.setCreated_by("headroom");
        List<ColumnOrder> orders = new ArrayList<>();
        leaves.forEach(leaf -> orders.add(ColumnOrder.TYPE_ORDER(new TypeDefinedOrder())));
        metadata.setColumn_orders(orders);
        ByteArrayOutputStream footer = new ByteArrayOutputStream();
        Util.writeFileMetaData(metadata, footer);
        put(footer.toByteArray(), footer.size());
        put(
                ByteBuffer.allocate(Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(footer.size())
                        .array(),
                Integer.BYTES);
        put(MAGIC, MAGIC.length);
    }

    private List<SchemaElement> schema() {
        List<SchemaElement> elements = new ArrayList<>();
        for (Leaf leaf : leaves) {
            if (leaf.path().size() > 1 && leaf.path().get(1).equals(Leaf.SIDES.get(0))) {
                elements.add(
                        group(leaf.path().get(0), Leaf.SIDES.size()).setRepetition_type(FieldRepetitionType.REQUIRED));
            }
            elements.add(leaf.element());
        }
        int top = (int) leaves.stream().filter(leaf -> leaf.path().size() == 1).count() + 1;
        elements.add(0, group("headroom", top));
        return elements;
    }

    private static SchemaElement group(String name, int children) {
        return new SchemaElement(name).setNum_children(children);
    }
}
