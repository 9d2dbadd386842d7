package org.headroom.feeds.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.headroom.export.ColumnNames;
import org.headroom.export.ExportColumn;
import org.headroom.export.ExportFormat;
import org.headroom.export.issues.IssuesTable;
import org.headroom.feeds.line.SiteLines;
import org.headroom.model.Criterion;
import org.headroom.model.LayerField;
import org.headroom.model.SiteAttributes;
import org.headroom.spi.ScoringModule;

/**
 * The list. What the code knows is asked of it (criteria, attributes, problems of the input, lines of sites); the rest stands in {@code fields.csv} beside
 * this class. Immutable.
 */
public final class OutputFields {
    /** The ranked table, in all its formats. */
    public static final String RANKED = "ranked";

    private static final String OF_RECORD = "the record of the site does not say it";
    private static final String OF_CRITERION =
            "not known; sites.jsonl, the review and explanations/ of the run have the reason";

    private final List<OutputField> all = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Properties dbfNames = new Properties();

    /** @param modules the installed modules, in the order in which they are shown */
    public OutputFields(List<? extends ScoringModule> modules) {
        try {
            read("/org/headroom/export/shapefile/dbf-names.properties", in -> dbfNames.load(in));
            read("fields.csv", in -> table(in, true));
            attributes();
            criteria(modules);
            issues();
            read("/org/headroom/feeds/line/site-line.schema.json", this::lines);
            read("fields.csv", in -> table(in, false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All fields, by output. */
    public List<OutputField> all() {
        return List.copyOf(all);
    }

    private interface Reader {
        void read(InputStream in) throws IOException;
    }

    private static void read(String resource, Reader reader) throws IOException {
        Class<?> base = resource.contains("/shapefile/") ? ExportFormat.class : SiteLines.class;
        Class<?> from = resource.startsWith("/") ? base : OutputFields.class;
        try (InputStream in = Objects.requireNonNull(from.getResourceAsStream(resource), resource)) {
            reader.read(in);
        }
    }

    private void add(OutputField field) {
        if (names.add(field.output() + " " + field.name())) {
            all.add(field);
        }
    }

    private void table(InputStream in, boolean ranked) throws IOException {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : csv) {
                String output = row.getField("output");
                if (output.equals(RANKED) == ranked) {
                    String name = row.getField("field");
                    add(new OutputField(
                            output,
                            name,
                            ranked ? dbf(name) : "",
                            row.getField("alias"),
                            row.getField("unit"),
                            row.getField("meaning"),
                            row.getField("source"),
                            row.getField("unknown")));
                }
            }
        }
    }

    private String dbf(String name) {
        return dbfNames.getProperty(name, "");
    }

    private void ranked(String name, String alias, String unit, String meaning, String source, String unknown) {
        add(new OutputField(RANKED, name, dbf(name), alias, unit, meaning, source, unknown));
    }

    private void attributes() {
        for (LayerField field : SiteAttributes.all()) {
            ranked(
                    field.name(),
                    field.name(),
                    field.unit().isEmpty() ? "1" : field.unit(),
                    field.description(),
                    "record of the site",
                    OF_RECORD);
        }
    }

    private void criteria(List<? extends ScoringModule> modules) {
        for (ScoringModule module : modules) {
            ranked(
                    ColumnNames.familyScore(module.id()),
                    "score of " + module.id(),
                    "1",
                    "score of the criteria of " + module.id() + " alone, 0 to 1, unknown ones at their worst",
                    "policy",
                    "the policy gives them no weight");
        }
        for (ScoringModule module : modules) {
            for (Criterion criterion : module.criteria()) {
                boolean isPlain = criterion.isCategory() || criterion.unit().equals(Criterion.DATE);
                String words = criterion.isCategory() ? ": " + String.join(", ", criterion.labels()) : "";
                ranked(
                        criterion.id(),
                        criterion.label(),
                        isPlain ? "1" : criterion.unit(),
                        criterion.description() + words,
                        "module " + module.id() + "; " + criterion.formulaSource(),
                        OF_CRITERION);
            }
        }
    }

    private void issues() {
        for (ExportColumn column : IssuesTable.of(List.of(), "record_id").columns()) {
            add(new OutputField(
                    "issues.csv",
                    column.name(),
                    "",
                    column.name(),
                    column.heading().unit(),
                    column.heading().description(),
                    "reading of the input",
                    "not about one"));
        }
    }

    private void lines(InputStream schema) throws IOException {
        members("", new ObjectMapper().readTree(schema));
    }

    private void members(String before, JsonNode schema) {
        for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
            JsonNode value = member.getValue();
            String name = before + member.getKey();
            boolean mayBeNull = value.path("type").toString().contains("null");
            add(new OutputField(
                    "sites.jsonl",
                    name,
                    "",
                    member.getKey(),
                    "1",
                    value.path("description").asText(),
                    "run",
                    mayBeNull ? "not known, or none" : "never null"));
            members(name + ".", value);
            members(name + ".", value.path("items"));
        }
    }
}
