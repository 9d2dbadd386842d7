package org.headroom.it;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a run's GeoPackage, in rank order. */
record Ranked(List<Map<String, Object>> rows) {
    static Ranked read(Path run) {
        return new Ranked(query(run, "SELECT * FROM ranked ORDER BY rank"));
    }

    /** Any query over a run's GeoPackage; missing values are left out of the maps. */
    static List<Map<String, Object>> query(Path run, String sql) {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + run.resolve("ranked.gpkg"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns; i++) {
                    Object value = result.getObject(i);
                    if (value != null) {
                        row.put(result.getMetaData().getColumnLabel(i), value);
                    }
                }
                rows.add(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    Map<String, Object> site(String siteId) {
        return rows.stream()
                .filter(row -> siteId.equals(row.get("siteId")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no site " + siteId));
    }

    Map<String, Map<String, Object>> bySiteId() {
        Map<String, Map<String, Object>> byId = new LinkedHashMap<>();
        rows.forEach(row -> byId.put((String) row.get("siteId"), row));
        return byId;
    }
}
