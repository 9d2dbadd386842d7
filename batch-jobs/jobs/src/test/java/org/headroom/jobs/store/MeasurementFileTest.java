package org.headroom.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        try (MeasurementFile in = MeasurementFile.openForReading(file, 5)) {
            MeasurementColumn read = new MeasurementColumn(3);
            in.read(2, 3, read);
            assertThat(read.isKnown(0)).isFalse();
            assertThat(read.reason(0)).isEqualTo(UnknownReason.NOT_CHECKED);
            assertThat(read.lower(1)).isEqualTo(30);
            assertThat(read.upper(1)).isEqualTo(30);
            assertThat(read.evidence(1)).isEqualTo(EvidenceClass.OBSERVED);
            assertThat(read.upper(2)).isEqualTo(32);
            assertThat(in.lowers().applyAsDouble(3)).isEqualTo(30);
            assertThat(in.uppers().applyAsDouble(4)).isEqualTo(32);
        }
    }

    @Test
    void aFileOfAnotherLengthIsRefused() throws IOException {
        Path file = folder.resolve("x.column");
        Files.write(file, new byte[23]);
        assertThatThrownBy(() -> MeasurementFile.openForReading(file, 1)).hasMessageContaining("length of 1 sites");
    }

    private static MeasurementColumn column(double base) {
        MeasurementColumn column = new MeasurementColumn(3);
        column.set(0, base, EvidenceClass.OBSERVED);
        column.setInterval(1, base + 1, base + 2, EvidenceClass.DERIVED);
        column.setUnknown(2, UnknownReason.NOT_CHECKED);
        return column;
    }
}
