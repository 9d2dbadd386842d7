package org.headroom.export.kml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.headroom.export.BaseName;
import org.headroom.export.ExportFormat;
import org.headroom.export.ExportResult;
import org.headroom.export.FileDraft;
import org.headroom.export.Publication;
import org.headroom.export.RankedTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the first 20,000 sites of a ranking as KML 2.2 (OGC 07-147r2): a folder a tier, and one a reason for the sites that are excluded, in the colours
 * of the tiers; a balloon with what decides, and all else as data. Google Earth is slow beyond some ten thousand places, so the rest is left
 * out: that is logged, and stands in the document.
 */
public final class KmlExport implements ExportFormat {
    /** Sites that are written at most. */
    static final int MOST_PLACES = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(KmlExport.class);

    @Override
    public String id() {
        return "kml";
    }

    @Override
    public ExportResult write(Publication ranking) {
        return write(ranking, MOST_PLACES);
    }

    static ExportResult write(Publication ranking, int most) {
        BaseName.check(ranking.baseName());
        int rows = ranking.table().rows();
        if (rows > most) {
            LOG.warn(
                    "{}.kml has the first {} of {} sites, as Google Earth is slow with more; the other formats have all",
                    ranking.baseName(),
                    most,
                    rows);
        }
        return new ExportResult(
                List.of(FileDraft.write(
                        ranking.folder().resolve(ranking.baseName() + ".kml"), out -> write(ranking, most, out))),
                Map.of());
    }

    private static void write(Publication ranking, int most, OutputStream out) throws IOException {
        RankedTable table = ranking.table();
        int rows = Math.min(most, table.rows());
        try {
            Folders folders = new Folders(table);
            int to = 0;
            for (int row = 0; row < rows; row++) {
                if (row == to) {
                    to = table.load(row);
                }
                table.checkPlace(row);
                folders.add(row);
            }
            String left = table.rows() > rows
                    ? " Only the first " + rows + " of " + table.rows()
                            + " sites are in this file; the others of the run have all."
                    : "";
            folders.write(
                    "Ranked sites on " + ranking.evaluationDate(),
                    "Headroom ranks places where a large computing load can be connected to the grid." + left,
                    out);
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
