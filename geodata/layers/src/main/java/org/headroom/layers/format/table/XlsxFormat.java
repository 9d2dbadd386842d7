package org.headroom.layers.format.table;

import java.io.IOException;
import java.util.Set;
import org.headroom.layers.format.FileContent;
import org.headroom.layers.format.ReadOptions;
import org.headroom.layers.format.RecordFormat;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceAddress;

/** One sheet of an Excel workbook, without geometry. */
public final class XlsxFormat implements RecordFormat {
    @Override
    public String id() {
        return "xlsx";
    }

    @Override
    public Set<FileContent> contents() {
        return Set.of(FileContent.XLSX);
    }

    @Override
    public Set<String> endings() {
        return Set.of(".xlsx");
    }

    @Override
    public Set<String> options() {
        return Set.of("sheet", "headerRow", "headerRows", "skipRows", "fillDown");
    }

    @Override
    public boolean hasGeometry() {
        return false;
    }

    @Override
    public RecordSource open(SourceAddress source, ReadOptions options) throws IOException {
        return new XlsxSource(source.file(), options);
    }
}
