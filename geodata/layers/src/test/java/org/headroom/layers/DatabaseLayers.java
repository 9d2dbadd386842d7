package org.headroom.layers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Shortens the tests of layers from a server. */
final class DatabaseLayers {
    private DatabaseLayers() {}

    static void run(String url, String... statements) throws SQLException {
        try (Connection db = DriverManager.getConnection(url);
                Statement sql = db.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    /** A descriptor of a table with the rest of its lines. */
    static String yaml(String url, String table, String rest) {
        return """
                layer: test
                kind: grid-capacity
                source: {format: postgis, url: '%s', table: '%s', publisher: T, asOf: 2026-01-01, evidence: REPORTED}
                badRecords: {limitFraction: 1}
                """.formatted(url, table) + rest;
    }
}
