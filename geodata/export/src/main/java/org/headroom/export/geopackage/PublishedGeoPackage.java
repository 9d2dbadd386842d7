package org.headroom.export.geopackage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.headroom.export.PublishedTable;

/** A GeoPackage that {@link GeoPackageWriter} wrote. Reading it leaves no other file beside it. */
public final class PublishedGeoPackage implements PublishedTable {
    private final Path path;
    private final Connection connection;
    private final Set<String> columns = new HashSet<>();

    private PublishedGeoPackage(Path path, Connection connection) {
        this.path = path;
        this.connection = connection;
    }

    public static PublishedGeoPackage open(Path file) throws IOException {
        try {
            PublishedGeoPackage opened = new PublishedGeoPackage(
                    file, DriverManager.getConnection("jdbc:sqlite:" + file.toUri() + "?immutable=1"));
            opened.readColumns();
            return opened;
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void readColumns() throws SQLException, IOException {
        boolean done = false;
        try (Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery("SELECT name FROM pragma_table_info('ranked')")) {
            while (names.next()) {
                columns.add(names.getString(1));
            }
            done = true;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    @Override
    public String file() {
        return String.valueOf(path.getFileName());
    }

    @Override
    public long rows() throws IOException {
        return count("ranked");
    }

    /** Number of data issues, with a place and without. */
    public long issues() throws IOException {
        String unplaced = "issues" + SplitTable.UNPLACED;
        // Version 0.1.0 had both in one table.
        return count("issues") + (hasTable(unplaced) ? count(unplaced) : 0);
    }

    private boolean hasTable(String name) throws IOException {
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM sqlite_master WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet found = select.executeQuery()) {
                return found.next();
            }
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private long count(String layer) throws IOException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM \"" + layer + "\"")) {
            count.next();
            return count.getLong(1);
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public boolean has(String column) {
        return columns.contains(column);
    }

    @Override
    public Optional<String> findDifference(long row, String column, double value) throws IOException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT \"" + column + "\" FROM ranked WHERE fid = ?")) {
            select.setLong(1, row + 1);
            try (ResultSet found = select.executeQuery()) {
                if (!found.next()) {
                    return Optional.of("no row " + (row + 1));
                }
                double shown = found.getDouble(1);
                return !found.wasNull() && Double.compare(shown, value) == 0
                        ? Optional.empty()
                        : Optional.of(String.valueOf(found.getString(1)));
            }
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
