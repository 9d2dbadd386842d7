package org.headroom.export.shapefile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.headroom.export.DbfForm.Need;
import org.headroom.export.ExportColumn;
import org.headroom.export.ExportColumn.CodedColumn;
import org.headroom.export.ExportColumn.NumberColumn;
import org.headroom.export.ExportColumn.Utf8Column;
import org.headroom.export.ExportColumn.WholeColumn;
import org.headroom.model.HeadroomException;

/**
 * The fields of a .dbf with their places: enough to compute the bytes of any block of records without the others. Several threads
 * may format different blocks.
 *
 * <p>Format: dBASE III without memo (Ashton-Tate 1984), as the ESRI Shapefile Technical Description (1998) asks for.
 */
record DbfPlan(List<DbfField> fields, List<ExportColumn> leftOut) {
    private static final byte VERSION = 3;
    private static final byte END_OF_HEADER = 0x0D;
    private static final byte END_OF_FILE = 0x1A;
    /** Fields are formatted one after the other over so many bytes of records, which stay in the processor's first cache. */
    private static final int STRIP_BYTES = 1 << 14;

    /** What ArcGIS and dBASE hold. */
    private static final int MAX_FIELDS = 255;

    private static final int MAX_RECORD_LENGTH = 4_000;

    DbfPlan {
        fields = List.copyOf(fields);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Finds, before anything is written, the width that holds every value of each column, and every value that no width can hold.
     *
     * @throws HeadroomException DATA naming every column with a value that a .dbf cannot hold; CONFIG when two columns would have the same
     *     name
     * @throws IllegalArgumentException when a column does not say what it holds
     */
    static DbfPlan of(List<ExportColumn> columns) {
        List<ExportColumn> wanted = columns.stream()
                .filter(column -> column.heading().dbf().need() != Need.NOT)
                .toList();
        Map<String, String> names = DbfNames.ofColumns(wanted);
        List<DbfField> fields = wanted.stream()
                .map(column -> field(column, names.getOrDefault(column.name(), "")))
                .collect(Collectors.toCollection(ArrayList::new));
        Refusals refusals = new Refusals();
        fields.forEach(field -> field.plan(refusals));
        refusals.check();
        leaveOutSpare(fields);
        Set<String> kept = fields.stream().map(field -> field.column().column()).collect(Collectors.toSet());
        return new DbfPlan(
                fields,
                columns.stream().filter(column -> !kept.contains(column.name())).toList());
    }

    /** Takes spare fields away, the last first, until the others have room. */
    private static void leaveOutSpare(List<DbfField> fields) {
        int length = 1 + fields.stream().mapToInt(DbfField::width).sum();
        for (int i = fields.size() - 1; i >= 0 && (fields.size() > MAX_FIELDS || length > MAX_RECORD_LENGTH); i--) {
            if (fields.get(i).need() == Need.SPARE) {
                length -= fields.remove(i).width();
            }
        }
    }

    private static DbfField field(ExportColumn column, String name) {
        if (column instanceof NumberColumn number) {
            return new NumberField(number, name);
        } else if (column instanceof WholeColumn whole) {
            return new WholeField(whole, name);
        } else if (column instanceof CodedColumn coded) {
            return new TextField.OfCodes(coded, name);
        }
        return new TextField.OfBytes(DbfField.told(column, column instanceof Utf8Column utf8 ? utf8 : null), name);
    }

    List<DbfColumn> columns() {
        return fields.stream().map(DbfField::column).toList();
    }

    /** Names in the shapefile by long names. */
    Map<String, String> names() {
        return fields.stream().collect(Collectors.toMap(field -> field.column().column(), DbfField::name));
    }

    /** What was cut so far. */
    List<CutText> cuts() {
        return fields.stream().flatMap(field -> field.cut().stream()).toList();
    }

    int headerLength() {
        return 32 + 32 * fields.size() + 1;
    }

    /** One byte for the deletion flag and the fields. */
    int recordLength() {
        return 1 + fields.stream().mapToInt(DbfField::width).sum();
    }

    long fileLength(int rows) {
        return headerLength() + (long) recordLength() * rows + 1;
    }

    /** The date stands for the last change; it is the evaluation date, since the machine's clock must not show. */
    byte[] header(int rows, LocalDate evaluationDate) {
        ByteBuffer header = ByteBuffer.allocate(headerLength()).order(ByteOrder.LITTLE_ENDIAN);
        header.put(VERSION)
                .put((byte) (evaluationDate.getYear() - 1900))
                .put((byte) evaluationDate.getMonthValue())
                .put((byte) evaluationDate.getDayOfMonth())
                .putInt(rows)
                .putShort((short) headerLength())
                .putShort((short) recordLength());
        int at = 32;
        for (DbfField field : fields) {
            DbfColumn column = field.column();
            header.position(at);
            header.put(column.dbfName().getBytes(StandardCharsets.US_ASCII));
            header.position(at + 11);
            header.put((byte) column.type());
            header.position(at + 16);
            header.put((byte) column.width()).put((byte) column.decimals());
            at += 32;
        }
        header.put(at, END_OF_HEADER);
        return header.array();
    }

    /** Formats the records of rows {@code from} to {@code to} exclusive into {@code out} from its start. */
    void format(int from, int to, byte[] out) {
        int stride = recordLength();
        Arrays.fill(out, 0, (to - from) * stride, (byte) ' ');
        int rows = Math.max(1, STRIP_BYTES / stride);
        for (int strip = from; strip < to; strip += rows) {
            int end = Math.min(to, strip + rows);
            int offset = (strip - from) * stride + 1;
            for (DbfField field : fields) {
                field.format(strip, end, out, offset, stride);
                offset += field.width();
            }
        }
    }

    static byte[] trailer() {
        return new byte[] {END_OF_FILE};
    }
}
