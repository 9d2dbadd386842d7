package org.headroom.export.geopackage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** Runs the statements of an SQL file of this package. */
final class SqlScript {
    private SqlScript() {}

    /** @param value put in place of {@code ${t}}; a name of our own or a date, never input */
    static void run(Connection connection, String resource, String value) throws SQLException {
        String script = read(resource).replaceAll("(?m)^--.*\n", "").replace("${t}", value);
        try (Statement statement = connection.createStatement()) {
            for (String sql : script.split(";\n", 0)) {
                if (!sql.isBlank()) {
                    statement.executeUpdate(sql.replace('|', ';'));
                }
            }
        }
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(SqlScript.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + resource, e);
        }
    }
}
