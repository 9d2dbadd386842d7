package org.headroom.runs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.headroom.columns.BlockSeals;
import org.headroom.model.EvidenceClass;
import org.headroom.spi.MeasurementColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockSealsTest {
    private static final int BLOCK = 4;

    @TempDir
    Path folder;

    @Test
    void aBlockThatWasLostOrChangedIsNotSealedAnyMore() throws IOException {
        Path column = folder.resolve("x.column");
        try (MeasurementFile file = MeasurementFile.openForWriting(column, 3 * BLOCK);
                BlockSeals seals = new BlockSeals(folder.resolve("seals"), 3)) {
            for (int block : new int[] {0, 2}) {
                file.write(BLOCK * block, BLOCK, values(block + 1));
                seals.seal(block, sum(file, block));
            }
            assertThat(seals.isSealed(0, sum(file, 0))).isTrue();
            assertThat(seals.isSealed(1, sum(file, 1))).isFalse();
            assertThat(seals.isSealed(2, sum(file, 2))).isTrue();
            try (FileChannel damage = FileChannel.open(column, StandardOpenOption.WRITE)) {
                damage.write(ByteBuffer.wrap(new byte[8]), 8L * 2 * BLOCK);
            }
            assertThat(seals.isSealed(0, sum(file, 0))).isTrue();
            assertThat(seals.isSealed(2, sum(file, 2))).isFalse();
        }
    }

    private static long sum(MeasurementFile file, int block) {
        CRC32C sum = new CRC32C();
        file.addTo(sum, BLOCK * block, BLOCK);
        return sum.getValue();
    }

    private static MeasurementColumn values(double first) {
        MeasurementColumn column = new MeasurementColumn(BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            column.set(i, first + i, EvidenceClass.OBSERVED);
        }
        return column;
    }
}
