package org.headroom.runs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementFileTest {
    @TempDir
    Path folder;

    @Test
    void blocksWrittenInAnyOrderAndTwiceComeBackAsTheyWere() throws IOException {
        Path file = folder.resolve("x.column");
        try (MeasurementFile out = MeasurementFile.openForWriting(file, 5)) {
            out.write(3, 2, column(30));
            out.write(0, 3, column(0));
            byte[] once = Files.readAllBytes(file);
            out.write(3, 2, column(30));
            assertThat(Files.readAllBytes(file)).isEqualTo(once);
        }
        MeasurementFile.complete(file, 5);
        try (MeasurementFile in = MeasurementFile.openForReading(file, 5)) {
            MeasurementColumn read = new MeasurementColumn(3);
            in.read(2, 3, read);
            assertThat(read.isKnown(0)).isFalse();
            assertThat(read.reason(0)).isEqualTo(UnknownReason.NOT_CHECKED);
            assertThat(read.lower(1)).isEqualTo(30);
            assertThat(read.upper(1)).isEqualTo(30);
            assertThat(read.evidence(1)).isEqualTo(EvidenceClass.OBSERVED);
            assertThat(read.upper(2)).isEqualTo(32);
            double[] lower = new double[2];
            double[] upper = new double[2];
            in.readBounds(3, 2, lower, upper);
            assertThat(lower).containsExactly(30, 31);
            assertThat(upper).containsExactly(30, 32);
        }
    }

    @Test
    void exactValuesThatNoRecordDecidedTakeTenBytesASiteAndTheSameBytesWhateverTheBlocks() throws IOException {
        byte[] whole = written("whole", 3);
        assertThat(whole).hasSize(30);
        assertThat(written("single", 1)).isEqualTo(whole);
    }

    private byte[] written(String name, int blockSites) throws IOException {
        Path file = folder.resolve(name);
        MeasurementColumn all = new MeasurementColumn(3);
        all.set(0, 0, EvidenceClass.REPORTED);
        all.set(1, -7.5, EvidenceClass.OBSERVED);
        all.set(2, 0, EvidenceClass.REPORTED);
        try (MeasurementFile out = MeasurementFile.openForWriting(file, 3)) {
            for (int first = 0; first < 3; first += blockSites) {
                MeasurementColumn block = new MeasurementColumn(blockSites);
                for (int i = 0; i < blockSites; i++) {
                    block.set(i, all.lower(first + i), all.evidence(first + i));
                }
                out.write(first, blockSites, block);
            }
        }
        MeasurementFile.complete(file, 3);
        return Files.readAllBytes(file);
    }

    @Property
    void everyMeasurementComesBack(
            @ForAll double low,
            @ForAll double high,
            @ForAll @IntRange(max = MeasurementFile.MAX_LAYERS - 1) int layer,
            @ForAll @IntRange(min = -1) int record,
            @ForAll EvidenceClass evidence,
            @ForAll UnknownReason reason)
            throws IOException {
        Path file = Files.createTempFile("measured", ".column");
        try {
            MeasurementColumn column = new MeasurementColumn(1);
            MeasurementColumn.Storage put = column.storage();
            put.lower()[0] = low;
            put.upper()[0] = high;
            put.layer()[0] = (short) layer;
            put.record()[0] = record;
            put.evidence()[0] = (byte) evidence.ordinal();
            put.reason()[0] = (byte) reason.ordinal();
            try (MeasurementFile out = MeasurementFile.openForWriting(file, 1)) {
                out.write(0, 1, column);
            }
            MeasurementFile.complete(file, 1);
            MeasurementColumn read = new MeasurementColumn(1);
            try (MeasurementFile in = MeasurementFile.openForReading(file, 1)) {
                in.read(0, 1, read);
            }
            assertThat(Double.doubleToRawLongBits(read.lower(0))).isEqualTo(Double.doubleToRawLongBits(low));
            assertThat(Double.doubleToRawLongBits(read.upper(0))).isEqualTo(Double.doubleToRawLongBits(high));
            assertThat(read.layerOrdinal(0)).isEqualTo(layer);
            assertThat(read.record(0)).isEqualTo(record);
            assertThat(read.evidence(0)).isEqualTo(evidence);
            assertThat(read.reason(0)).isEqualTo(reason);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void aFileOfAnotherLengthIsRefused() throws IOException {
        Path file = folder.resolve("x.column");
        Files.write(file, new byte[23]);
        assertThatThrownBy(() -> MeasurementFile.openForReading(file, 1)).hasMessageContaining("length of 1 rows");
    }

    private static MeasurementColumn column(double base) {
        MeasurementColumn column = new MeasurementColumn(3);
        column.set(0, base, EvidenceClass.OBSERVED);
        column.setInterval(1, base + 1, base + 2, EvidenceClass.DERIVED);
        column.setUnknown(2, UnknownReason.NOT_CHECKED);
        return column;
    }
}
