package org.headroom.export.geopackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.headroom.export.BaseName;
import org.headroom.export.ColumnNames;
import org.headroom.export.ExportResult;
import org.headroom.export.Fsync;
import org.headroom.export.Publication;
import org.headroom.export.PublishedTable;
import org.headroom.export.RankedTable;
import org.headroom.export.ReadBackFormat;
import org.headroom.export.issues.IssuesTable;
import org.headroom.export.metadata.IsoMetadata;
import org.headroom.export.project.QgisProject;
import org.headroom.export.style.ChangesStyle;
import org.headroom.export.style.IssuesStyle;
import org.headroom.model.DataIssue;
import org.sqlite.SQLiteConfig;

/**
 * Writes a ranking as one GeoPackage 1.3 that needs no other file of the run, EPSG:4326: {@code ranked} with every column under its long name,
 * {@code excluded} (a view of it), {@code ranked_areas} where sites are areas, {@code changes} and {@code issues} with those that have no place
 * in tables apart, {@code layers} and {@code run}, spatial indexes, column descriptions, metadata and default styles. Beside it a project for
 * QGIS.
 *
 * <p>Written through plain SQL, so that nothing but the input decides: {@code last_change} is the evaluation date, the page size
 * is fixed and everything is one transaction. Then the same input gives the same bytes.
 */
public final class GeoPackageWriter implements ReadBackFormat {
    /** "GPKG" in ASCII. */
    private static final int APPLICATION_ID = 0x47504B47;
    /** GeoPackage 1.3, which GDAL 3.6 and QGIS 3.22 open without a warning. */
    private static final int USER_VERSION = 10300;

    private static final int PAGE_SIZE = 4096;
    private static final String CHANGES = "changes";
    private static final String ISSUES = "issues";

    @Override
    public String id() {
        return "geopackage";
    }

    @Override
    public ExportResult write(Publication ranking) {
        Path file = written(ranking);
        QgisProject project = new QgisProject(ranking.about(), String.valueOf(file.getFileName()));
        try {
            project.write(
                    layers(ranking), ranking.table().extent(), ranking.folder().resolve(ranking.baseName() + ".qgz"));
        } catch (IOException e) {
            throw BaseName.cannotWrite(ranking.folder().resolve(ranking.baseName() + ".qgz"), e);
        }
        return new ExportResult(List.of(), Map.of());
    }

    @Override
    public List<String> files(String baseName) {
        return List.of(baseName + ".gpkg", baseName + ".qgz");
    }

    @Override
    public PublishedTable open(Path folder, String baseName, Map<String, String> shortNames) throws IOException {
        return PublishedGeoPackage.open(folder.resolve(baseName + ".gpkg"));
    }

    /**
     * Writes and syncs the file; one of the same name is replaced. When it fails no file is left.
     *
     * @param evaluationDate day for which the ranking holds; published as the day of the last change
     * @param folder existing folder
     * @param baseName file name without extension, such as {@code ranked}
     * @return the file
     * @throws org.headroom.model.HeadroomException DATA when a row has no place on the earth; EXTERNAL when the file cannot be
     *     written
     */
    public static Path write(
            RankedTable table, List<DataIssue> issues, LocalDate evaluationDate, Path folder, String baseName) {
        return written(new Publication(table, issues, evaluationDate, folder, baseName, 1));
    }

    private static Path written(Publication ranking) {
        BaseName.check(ranking.baseName());
        Path file = ranking.folder().resolve(ranking.baseName() + ".gpkg");
        boolean done = false;
        try {
            Files.deleteIfExists(file);
            fill(file, ranking);
            Fsync.file(file);
            done = true;
            return file;
        } catch (SQLException | IOException e) {
            throw BaseName.cannotWrite(file, e);
        } finally {
            if (!done) {
                // Half a GeoPackage opens in QGIS as if it were whole.
                deleteQuietly(file);
            }
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The failure that led here is the one to report.
        }
    }

    /**
     * Writes a file with one layer {@code changes}: the differences between two rankings, with a default style that shows
     * {@link ColumnNames#CHANGE}. Does not sync it.
     *
     * @param description title of the layer
     * @param evaluationDate as above
     * @param file path at which there is nothing yet
     * @throws IOException when it cannot be written
     */
    public static void writeChanges(RankedTable table, String description, LocalDate evaluationDate, Path file)
            throws IOException {
        try (Connection connection = open(file)) {
            SqlScript.run(connection, "geopackage.sql", evaluationDate.toString());
            new PointLayer(new Table(connection, CHANGES, "POINT", table.columns(), evaluationDate), table)
                    .write(description, ChangesStyle.byChange(table.columns()), List.of());
            connection.commit();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void fill(Path file, Publication ranking) throws SQLException {
        LocalDate date = ranking.evaluationDate();
        RankedTable table = ranking.table();
        try (Connection connection = open(file)) {
            SqlScript.run(connection, "geopackage.sql", date.toString());
            new RankedLayers(ranking).write(connection);
            SplitTable.write(
                    connection,
                    CHANGES,
                    ChangesTable.of(ranking.changes()),
                    "What moved since the night before " + date,
                    ChangesStyle.byRanks(List.of()),
                    date);
            SplitTable.write(
                    connection,
                    ISSUES,
                    IssuesTable.of(ranking.issues(), "recordId"),
                    "Problems found in the input on " + date,
                    IssuesStyle.style(),
                    date);
            RunTables.write(
                    connection,
                    ranking.about(),
                    new IsoMetadata(
                                    ranking.about(),
                                    table.extent(),
                                    table.rows(),
                                    String.valueOf(file.getFileName()),
                                    "GeoPackage")
                            .xml());
            connection.commit();
        }
    }

    /** The layers as a project shows them, the lowest last. */
    private static List<QgisProject.Layer> layers(Publication ranking) {
        List<QgisProject.Layer> layers = new ArrayList<>();
        layers.add(new QgisProject.Layer(CHANGES, "Point", ChangesStyle.byRanks(List.of()), false));
        layers.add(new QgisProject.Layer(ISSUES, "Point", IssuesStyle.style(), false));
        layers.addAll(new RankedLayers(ranking).shown());
        for (String table : List.of(CHANGES + SplitTable.UNPLACED, ISSUES + SplitTable.UNPLACED, "layers", "run")) {
            layers.add(new QgisProject.Layer(table, "", null, false));
        }
        return layers;
    }

    private static Connection open(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setPageSize(PAGE_SIZE);
        config.setEncoding(SQLiteConfig.Encoding.UTF8);
        // The file is new, is synced at the end and is thrown away when anything fails: no journal is needed.
        config.setJournalMode(SQLiteConfig.JournalMode.OFF);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA application_id = " + APPLICATION_ID);
            statement.executeUpdate("PRAGMA user_version = " + USER_VERSION);
        }
        connection.setAutoCommit(false);
        return connection;
    }
}
