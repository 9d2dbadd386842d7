package org.headroom.runtime.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runtime.lease.Lease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 closes its file on its own when the heap is full, as it does when the disk is; the two need different help. */
class EmbeddedDatabaseTest {
    /** More characters than an array can hold, so that no heap is large enough. */
    private static final String TOO_LARGE = "SELECT LENGTH(REPEAT('0', 2147483646 + x)) FROM SYSTEM_RANGE(1, 1)";

    @TempDir
    Path output;

    @Test
    void aFullHeapIsNotToldAsAFullDisk() throws SQLException, IOException {
        Files.createDirectories(Lease.folder(output));
        EmbeddedDatabase database = EmbeddedDatabase.open(output);
        try {
            assertThat(database.failure()).isEmpty();
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.executeQuery(TOO_LARGE)).isInstanceOf(SQLException.class);
            }
            assertThat(database.failure()).get().satisfies(EmbeddedDatabaseTest::assertAsksForMemory);
            // Nor by whoever comes later and wants to write.
            Sql sql = new Sql(database::connect);
            assertThatThrownBy(() -> sql.update("UPDATE jobinstance SET name = ''"))
                    .isInstanceOfSatisfying(HeadroomException.class, EmbeddedDatabaseTest::assertAsksForMemory);
        } finally {
            database.close();
        }
    }

    private static void assertAsksForMemory(HeadroomException failure) {
        assertThat(failure.family()).isEqualTo(FailureFamily.INTERNAL);
        assertThat(failure).hasMessageContaining("MiB of memory");
        assertThat(failure.advice()).contains("HEADROOM_OPTS=-Xmx");
    }
}
