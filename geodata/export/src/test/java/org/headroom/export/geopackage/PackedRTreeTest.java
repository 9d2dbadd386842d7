package org.headroom.export.geopackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQLite's own check and its own searches decide whether the tree is right. */
class PackedRTreeTest {
    /** None, one, one full leaf and one more, two full levels and one more, and a tree of four levels. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 51, 52, 2_601, 2_602, 140_000})
    void sqliteFindsWhatIsThereAndCanEditIt(int rows) throws SQLException {
        Random random = new Random(rows);
        double[] x = random.doubles(rows, -180, 180).toArray();
        double[] y = random.doubles(rows, -90, 90).toArray();
        for (int row = 9; row < rows; row += 10) {
            x[row] = Double.NaN;
        }
        Places places = new Places(rows);
        for (int row = 0; row < rows; row++) {
            places.add(x[row], y[row]);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("CREATE VIRTUAL TABLE t USING rtree(id, minx, maxx, miny, maxy)");
            PackedRTree.fill(connection, "t", places);
            connection.commit();
            assertThat(text(statement, "SELECT rtreecheck('t')")).isEqualTo("ok");

            TreeSet<Long> expected = new TreeSet<>();
            for (int row = 0; row < rows; row++) {
                if (x[row] > -30 && x[row] < 20 && y[row] > -10 && y[row] < 45) {
                    expected.add(row + 1L);
                }
            }
            String box = "maxx > -30 AND minx < 20 AND maxy > -10 AND miny < 45";
            assertThat(ids(statement, box)).isEqualTo(expected);

            statement.executeUpdate("DELETE FROM t WHERE id % 3 = 0");
            statement.executeUpdate("INSERT INTO t VALUES (900001, 1, 1, 2, 2), (900002, -170, -170, 80, 80)");
            assertThat(text(statement, "SELECT rtreecheck('t')")).isEqualTo("ok");
            expected.removeIf(id -> id % 3 == 0);
            expected.add(900_001L);
            assertThat(ids(statement, box)).isEqualTo(expected);
        }
    }

    private static TreeSet<Long> ids(Statement statement, String where) throws SQLException {
        TreeSet<Long> ids = new TreeSet<>();
        try (ResultSet rows = statement.executeQuery("SELECT id FROM t WHERE " + where)) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.getString(1);
        }
    }
}
