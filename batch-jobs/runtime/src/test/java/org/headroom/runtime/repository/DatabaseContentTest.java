package org.headroom.runtime.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;
import org.h2.tools.TriggerAdapter;
import org.headroom.model.HeadroomException;
import org.headroom.runtime.JobRepository;
import org.headroom.runtime.lease.Lease;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that somebody else had a hand in: none may run anything, whether a command writes or only reads. */
class DatabaseContentTest {
    /** Set by whatever of a database was run. */
    private static final String RUN = "headroom.test.run";

    @TempDir
    Path output;

    private Path file;

    /** Called by a database that was opened. */
    public static int mark() {
        System.setProperty(RUN, "x");
        return 1;
    }

    /** Fired by a database that was opened. */
    public static final class Marker extends TriggerAdapter {
        @Override
        public void init(Connection connection, String schema, String name, String table, boolean before, int type) {
            mark();
        }

        @Override
        public void fire(Connection connection, java.sql.ResultSet old, java.sql.ResultSet made) {
            mark();
        }
    }

    @BeforeEach
    void make() throws IOException {
        Files.createDirectory(Lease.folder(output));
        EmbeddedDatabase.open(output).close();
        file = Lease.folder(output).resolve("jobs.mv.db");
        System.clearProperty(RUN);
    }

    private void change(String... statements) throws SQLException {
        String url = "jdbc:h2:file:" + Lease.folder(output).toAbsolutePath() + "/jobs";
        try (Connection connection = DriverManager.getConnection(url, "headroom", "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        System.clearProperty(RUN);
    }

    private void refused(String... shown) throws IOException {
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> EmbeddedDatabase.open(output))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContainingAll(shown);
        assertThatThrownBy(() -> JobHistory.open(output, JobRepository.EMBEDDED))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContainingAll(shown);
        assertThat(System.getProperty(RUN)).isNull();
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aDatabaseOfOurOwnIsOpenedAgain() {
        EmbeddedDatabase.open(output).close();
        assertThatCode(() -> JobHistory.open(output, JobRepository.EMBEDDED)
                        .orElseThrow()
                        .close())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER T BEFORE INSERT ON JBATCH.HEADROOM_LEASE FOR EACH ROW CALL"
                        + " 'org.headroom.runtime.repository.DatabaseContentTest$Marker'",
                "CREATE ALIAS M FOR 'org.headroom.runtime.repository.DatabaseContentTest.mark'",
                "CREATE ALIAS JBATCH.M AS 'int m() { return 1; }'",
                "CREATE VIEW JBATCH.V AS SELECT * FROM JBATCH.JOBSTATUS",
                "CREATE SCHEMA OTHER",
                "CREATE LINKED TABLE JBATCH.L('org.h2.Driver', 'jdbc:h2:mem:', 'sa', '', 'X')",
                "SET MAX_MEMORY_ROWS 5",
                "SET IGNORECASE TRUE",
                "SET DEFAULT_LOCK_TIMEOUT 9",
                "CREATE TABLE JBATCH.MORE (ID INT)",
                "ALTER TABLE JBATCH.HEADROOM_REPOSITORY ADD COLUMN X INT DEFAULT 1",
                "ALTER TABLE JBATCH.JOBSTATUS ADD CONSTRAINT C CHECK (ID > 0)",
                "CREATE DOMAIN D AS INT",
                "CREATE CONSTANT C VALUE 1",
                "CREATE SEQUENCE JBATCH.S",
                "CREATE USER OTHER PASSWORD 'x'",
                "CREATE ROLE R",
                "CREATE INDEX JBATCH.I ON JBATCH.JOBSTATUS(ID)",
                "CREATE SYNONYM JBATCH.SYN FOR JBATCH.JOBSTATUS",
                "CREATE AGGREGATE A FOR 'org.headroom.runtime.repository.DatabaseContentTest'",
                "COMMENT ON TABLE JBATCH.JOBSTATUS IS 'x'",
                "ALTER TABLE JBATCH.JOBSTATUS RENAME TO JBATCH.OTHER"
            })
    void whatOurMigrationsDoNotMakeIsRefusedBeforeItRuns(String statement) throws SQLException, IOException {
        try {
            change(statement);
        } catch (SQLException e) {
            // What cannot even be made needs not be refused.
            return;
        }
        refused("was changed by somebody", "nothing of it was run");
    }

    @Test
    void aDefaultThatCallsCodeIsRefusedAndNamed() throws SQLException, IOException {
        change(
                "CREATE ALIAS M FOR 'org.headroom.runtime.repository.DatabaseContentTest.mark'",
                "ALTER TABLE JBATCH.HEADROOM_LEASE ALTER COLUMN PID SET DEFAULT M()");
        refused("HEADROOM_LEASE");
    }

    /** H2 loads the class of each, and reads its transactions of two phases as Java objects. */
    @ParameterizedTest
    @ValueSource(strings = {"_", "openTransactions", "lobData", "undoLog-1", "other"})
    void whatLiesBelowTheTablesIsLookedAtToo(String map) throws IOException {
        try (MVStore store = new MVStore.Builder().fileName(file.toString()).open()) {
            if (store.hasMap(map)) {
                store.removeMap(map);
            }
            byte[] name = ("\u0031" + "org.headroom.runtime.repository.DatabaseContentTest").getBytes("US-ASCII");
            name[0] = (byte) (name.length - 1);
            MVMap<String, byte[]> changed = store.openMap(
                    map,
                    new MVMap.Builder<String, byte[]>()
                            .keyType(StringDataType.INSTANCE)
                            .valueType(map.equals("_") ? new RawBytes() : ByteArrayDataType.INSTANCE));
            changed.put("x", name);
            store.commit();
        }
        refused(map.equals("_") ? "DatabaseContentTest" : "the map \"" + map + "\"");
    }

    /** Bytes as they are, without their length. */
    private static final class RawBytes extends org.h2.mvstore.type.BasicDataType<byte[]> {
        @Override
        public int getMemory(byte[] bytes) {
            return bytes.length;
        }

        @Override
        public void write(org.h2.mvstore.WriteBuffer buffer, byte[] bytes) {
            buffer.put(bytes);
        }

        @Override
        public byte[] read(java.nio.ByteBuffer buffer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[][] createStorage(int size) {
            return new byte[size][];
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsToldInOneMessage() throws IOException {
        for (byte[] bytes : List.of(new byte[10], new byte[20_000], Files.readAllBytes(file))) {
            if (bytes.length > 8192) {
                bytes[8200] ^= 0x55;
                bytes[100] ^= 0x55;
                bytes[4196] ^= 0x55;
            }
            Files.write(file, bytes);
            try {
                EmbeddedDatabase.open(output).close();
            } catch (HeadroomException e) {
                assertThat(e.getMessage()).contains("cannot be read").hasLineCount(1);
            }
        }
    }

    @Test
    void aFileThatIsCutIsToldWithoutTheWordsOfTheDatabase() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        List<String> told = new ArrayList<>();
        for (int length = 4_096; length < whole.length; length += 4_096) {
            Files.write(file, Arrays.copyOf(whole, length));
            try {
                DatabaseContent.check(file, output);
            } catch (HeadroomException e) {
                told.add(e.getMessage());
            }
        }
        assertThat(told)
                .isNotEmpty()
                .containsOnly("the job repository in " + Lease.folder(output)
                        + " cannot be read: its file is cut off or damaged");
    }

    @Test
    void linksAndFilesThatH2WouldTakeUpAreRefused() throws IOException {
        Path elsewhere = Files.move(file, output.resolve("elsewhere"));
        Files.createSymbolicLink(file, elsewhere);
        assertThatThrownBy(() -> JobHistory.open(output, JobRepository.EMBEDDED))
                .hasMessageContaining("holds \"jobs.mv.db\", which is no plain file");
        Files.delete(file);
        Files.move(elsewhere, file.resolveSibling("jobs.mv.db.newFile"));
        assertThatThrownBy(() -> EmbeddedDatabase.open(output)).hasMessageContaining("\"jobs.mv.db.newFile\"");
    }
}
