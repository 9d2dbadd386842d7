package org.headroom.layers.format.geoparquet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.io.api.PrimitiveConverter;

/** The columns of one row group, all at the same row. */
final class RowGroupReader {
    private final List<ColumnPages> pages = new ArrayList<>();
    private final ColumnReader[] readers;
    private final int[] maxLevels;

    RowGroupReader(FileChannel channel, long end, RowGroup group, List<LeafColumn> columns, PageMemory memory)
            throws IOException {
        this.readers = new ColumnReader[columns.size()];
        this.maxLevels = columns.stream().mapToInt(LeafColumn::maxLevel).toArray();
        for (int i = 0; i < readers.length; i++) {
            LeafColumn column = columns.get(i);
            ColumnMetaData chunk = chunk(group, column);
            long from = chunk.data_page_offset;
            if (chunk.isSetDictionary_page_offset() && chunk.dictionary_page_offset > 0) {
                from = Math.min(from, chunk.dictionary_page_offset);
            }
            long length = chunk.total_compressed_size;
            if (from < 4 || length < 0 || from > end || length > end - from || chunk.num_values != group.num_rows) {
                throw Damage.in(column.where());
            }
            ColumnPages opened = new ColumnPages(
                    new ChunkInput(channel, from, from + length),
                    new Unpacker(chunk.codec, column.where()),
                    memory,
                    column,
                    chunk.num_values);
            pages.add(opened);
            readers[i] = new ColumnReaderImpl(column.descriptor(), opened, new PrimitiveConverter() {}, null);
        }
    }

    private static ColumnMetaData chunk(RowGroup group, LeafColumn column) throws IOException {
        if (group.columns == null || column.leaf() >= group.columns.size()) {
            throw Damage.in(column.where());
        }
        ColumnChunk chunk = group.columns.get(column.leaf());
        if (chunk.file_path != null) {
            throw Damage.unread("keeps its columns in other files");
        }
        ColumnMetaData found = chunk.meta_data;
        if (found == null || !List.of(column.name()).equals(found.path_in_schema)) {
            throw Damage.in(column.where());
        }
        return found;
    }

    /** Brings every column to the next row; never called at the last one. */
    void advance() {
        for (int i = 0; i < readers.length; i++) {
            if (!isMissing(i)) {
                readers[i].skip();
            }
            readers[i].consume();
        }
    }

    /** Decodes the values of the row, so that what is damaged shows here. */
    void decode() {
        for (int i = 0; i < readers.length; i++) {
            if (!isMissing(i)) {
                ((ColumnReaderImpl) readers[i]).readValue();
            }
        }
    }

    boolean isMissing(int column) {
        return readers[column].getCurrentDefinitionLevel() < maxLevels[column];
    }

    ColumnReader at(int column) {
        return readers[column];
    }

    void close() {
        pages.forEach(ColumnPages::close);
    }
}
