package org.headroom.feeds.postgis;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.headroom.export.About;
import org.headroom.feeds.RunContent;
import org.headroom.layers.format.SourceException;
import org.headroom.layers.format.postgis.ServerAddress;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runs.table.PublishSpec;
import org.headroom.runs.table.Ranking;
import org.headroom.runs.table.RankingFiles;

/**
 * Writes runs into a schema of PostgreSQL with PostGIS: a row of {@code runs} for the run, a row of {@code sites} for each site with every
 * column of the ranked table under its long name, a row of {@code moves} for each site that moved and each cause; and the views {@code latest}
 * and {@code changes} of the newest night of each project. A run is written in one transaction, so readers see all of it or nothing, and
 * written again it takes the place of what was there. Stateless.
 */
public final class RunDatabase {
    private static final String CHANGES = "changes.csv";

    private RunDatabase() {}

    /**
     * Writes a run.
     *
     * @param areas areas of sites that are areas
     * @throws HeadroomException EXTERNAL when the server cannot be reached or refuses; CONFIG when its schema has a column of another type
     */
    public static void write(RunContent run, PublishSpec.Server server, Ranking.AreaLookup areas) {
        try (RankingFiles files = run.ranking();
                Connection connection = ServerAddress.connectToWrite(server.url(), "it")) {
            About about = run.about(files.mapClasses(run.policy().decision().topN()));
            Ranking ranking = files.ranking(run.allColumns(), about, areas);
            RunTables tables = new RunTables(connection, server.schema());
            tables.make(ranking.table().columns());
            tables.begin(run);
            Path changes = run.folder().resolve(CHANGES);
            Rows rows = new Rows(connection, server.schema(), about.project(), run.name());
            rows.writeSites(ranking);
            rows.writeMoves(changes);
            tables.end(about.project());
            connection.commit();
        } catch (SourceException e) {
            throw new HeadroomException(
                    FailureFamily.EXTERNAL, "the database of the runs " + e.getMessage(), e.advice(), e);
        } catch (SQLException e) {
            throw refused(server, ServerAddress.words(e), e);
        } catch (IOException e) {
            String why = e.getCause() instanceof SQLException told
                    ? ServerAddress.words(told)
                    : String.valueOf(e.getMessage());
            throw refused(server, why, e);
        }
    }

    private static HeadroomException refused(PublishSpec.Server server, String why, Exception e) {
        return new HeadroomException(
                FailureFamily.EXTERNAL,
                "the database of the runs did not take run and sites into schema \"" + server.schema() + "\": " + why,
                "Its user needs the right to make tables there, and PostGIS has to be installed (CREATE EXTENSION postgis).",
                e);
    }
}
