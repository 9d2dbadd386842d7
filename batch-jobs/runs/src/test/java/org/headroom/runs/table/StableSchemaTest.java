package org.headroom.runs.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.headroom.runs.TinyPolicy;
import org.headroom.runs.TinyRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tomorrow's files have today's schema, whatever the data, and both ends of every interval. */
class StableSchemaTest {
    @TempDir
    static Path out;

    private static final List<Path> RUNS = new ArrayList<>();

    @BeforeAll
    static void publish() {
        TinyPolicy policy = TinyPolicy.write(out.resolve("policy"));
        for (int seed = 1; seed <= 2; seed++) {
            RUNS.add(new TinyRun(seed, policy)
                    .publish(out.resolve("2026-06-01-" + seed))
                    .folder());
        }
    }

    /** Names, types, widths and decimals of the fields. */
    private static byte[] fields(Path run) throws IOException {
        byte[] dbf = Files.readAllBytes(run.resolve("ranked.dbf"));
        int header = ByteBuffer.wrap(dbf).order(ByteOrder.LITTLE_ENDIAN).getShort(8);
        return Arrays.copyOfRange(dbf, 32, header);
    }

    @Test
    void twoRunsOfDifferentDataHaveTheSameFields() throws IOException {
        byte[] first = fields(RUNS.get(0));
        assertThat(fields(RUNS.get(1))).isEqualTo(first);
        String names = new String(first, StandardCharsets.US_ASCII);
        assertThat(names)
                .contains(
                        "RANK\0",
                        "FAC_STATUS",
                        "HPUBMW_LO",
                        "HPUBMW_HI",
                        "NODE_ID",
                        "MORAT_LINK",
                        "POLICY_SHA",
                        "REQLOAD_MW");
        assertThat(Files.readAllBytes(RUNS.get(0).resolve("ranked.dbf")))
                .isNotEqualTo(Files.readAllBytes(RUNS.get(1).resolve("ranked.dbf")));
    }

    @Test
    void theFigureOfAnIntervalIsItsWorseEndAndBothEndsStandBesideIt() throws SQLException {
        try (Connection file =
                        DriverManager.getConnection("jdbc:sqlite:" + RUNS.get(0).resolve("ranked.gpkg"));
                Statement statement = file.createStatement()) {
            assertThat(count(statement, "distanceKm_lo < distanceKm_hi AND distanceKm = distanceKm_hi"))
                    .isPositive();
            assertThat(count(statement, "kv_lo < kv_hi AND kv = kv_lo")).isPositive();
            assertThat(count(statement, "distanceKm IS NULL AND distanceKm_lo IS NULL AND distanceKm_hi IS NULL"))
                    .isPositive();
            assertThat(count(statement, "(distanceKm IS NULL) <> (distanceKm_lo IS NULL)"))
                    .isZero();
            assertThat(count(statement, "kv_record LIKE 'lines/line %'")).isPositive();
            assertThat(count(statement, "nodeId LIKE 'line %' AND nodeLayer = 'lines'"))
                    .isPositive();
            assertThat(count(
                            statement,
                            "evaluationDate = '2026-06-01' AND sector = 'data_center' AND requestedLoadMw = 100"))
                    .isEqualTo(TinyRun.SITES);
        }
    }

    private static int count(Statement statement, String where) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT count(*) FROM ranked WHERE " + where)) {
            return found.getInt(1);
        }
    }
}
