package org.headroom.feeds.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.headroom.runs.Manifest;
import org.headroom.runs.file.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sheets that tell where a ranking comes from: whom to call, the layers, and the run itself. Not safe for several threads. */
public final class AboutSheet {
    private static final Logger LOG = LoggerFactory.getLogger(AboutSheet.class);

    private final String name;
    private final Manifest manifest;
    private final List<String> leftOut = new ArrayList<>();

    /** @param name name of the run */
    public AboutSheet(String name, Manifest manifest) {
        this.name = name;
        this.manifest = manifest;
    }

    /** Notes, and logs, that a sheet has not all rows. */
    void leftOut(String sheet, long rows, long of) {
        String what = "sheet " + sheet + " has the first " + rows + " of " + of
                + " rows, as a sheet of Excel holds no more; the other formats have all";
        leftOut.add(what);
        LOG.warn("run {}: {}", name, what);
    }

    /**
     * Writes whom to ask what, the most valuable first.
     *
     * @param advice the file in which the run keeps it; a run whose policy draws nothing has none
     */
    public void writeCallList(Workbook book, Path advice) throws IOException {
        List<String> head = List.of(
                "advice", "expectedChange", "probabilityToEnter", "probabilityToLeave", "criterion", "where", "sites", "siteId",
                "siteName", "stateCode", "rank");
        JsonNode entries = Files.exists(advice) ? Json.read(advice, JsonNode.class).path("entries") : null;
        try (Sheet sheet = new Sheet(book, "Call list", head, entries == null ? 1 : entries.size())) {
            if (entries == null) {
                sheet.next();
                sheet.text(0, "The policy of this run draws nothing, so it cannot be said what is worth asking.");
                return;
            }
            for (JsonNode entry : entries) {
                sheet.next();
                for (int column = 0; column < head.size(); column++) {
                    JsonNode value = entry.path(head.get(column));
                    if (value.isNumber()) {
                        sheet.number(column, value.doubleValue());
                    } else {
                        sheet.text(column, value.asText(""));
                    }
                }
            }
        }
    }

    /** Writes the layers with their source, day and counts. */
    public void writeLayers(Workbook book) throws IOException {
        List<String> head = List.of(
                "layer", "kind", "source", "asOf", "ageDays", "use", "read", "used", "skipped", "filtered", "issues");
        try (Sheet sheet =
                new Sheet(book, "Layers", head, manifest.layers().size())) {
            for (Manifest.LayerEntry layer : manifest.layers()) {
                sheet.next();
                sheet.text(0, layer.layer());
                sheet.text(1, layer.kind());
                sheet.text(2, layer.source());
                if (layer.asOf().matches("\\d{4}-\\d{2}-\\d{2}")) {
                    sheet.day(3, LocalDate.parse(layer.asOf()));
                } else {
                    sheet.text(3, layer.asOf());
                }
                Long age = layer.ageDays();
                sheet.number(4, age == null ? Double.NaN : age);
                sheet.text(5, layer.use());
                sheet.number(6, layer.read());
                sheet.number(7, layer.used());
                sheet.number(8, layer.skipped());
                sheet.number(9, layer.filtered());
                sheet.number(10, layer.issues());
            }
        }
    }

    /** Writes what the run is, last, when it is known what did not fit. */
    public void write(Workbook book) throws IOException {
        try (Sheet sheet = new Sheet(book, "About", List.of("what", "value"), 20)) {
            text(sheet, "run", name);
            text(sheet, "project", manifest.project());
            text(sheet, "title", manifest.title());
            sheet.next();
            sheet.text(0, "evaluation date");
            sheet.day(1, LocalDate.parse(manifest.evaluationDate()));
            text(sheet, "what is to be connected", manifest.sector());
            number(sheet, "requested load [MW]", manifest.requestedLoadMw());
            text(sheet, "policy", manifest.policy().policy() + " " + manifest.policy().version());
            text(sheet, "digest of the policy", manifest.policy().digest());
            text(sheet, "digest of all inputs", manifest.inputs().key());
            text(sheet, "Headroom", manifest.inputs().headroom());
            Manifest.Counts counts = manifest.counts();
            number(sheet, "candidates read", counts.read());
            number(sheet, "ranked", counts.ranked());
            number(sheet, "excluded", counts.excluded());
            number(sheet, "skipped", counts.skipped());
            number(sheet, "issues", manifest.issues());
            text(sheet, "an empty cell", "not known; it is never 0. explanations/ in the run's folder has the reason");
            for (String left : leftOut) {
                text(sheet, "left out", left);
            }
        }
    }

    private static void text(Sheet sheet, String what, String value) throws IOException {
        sheet.next();
        sheet.text(0, what);
        sheet.text(1, value);
    }

    private static void number(Sheet sheet, String what, double value) throws IOException {
        sheet.next();
        sheet.text(0, what);
        sheet.number(1, value);
    }
}
