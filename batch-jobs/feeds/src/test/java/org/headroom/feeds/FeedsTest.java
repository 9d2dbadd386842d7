package org.headroom.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.headroom.export.ExportColumn;
import org.headroom.export.RankedTable;
import org.headroom.feeds.field.OutputField;
import org.headroom.feeds.field.OutputFields;
import org.headroom.feeds.line.SiteLines;
import org.headroom.model.GateAnswer;
import org.headroom.model.HeadroomException;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RankedRow;
import org.headroom.runs.RunExplanations;
import org.headroom.runs.TinyPolicy;
import org.headroom.runs.TinyRun;
import org.headroom.runs.file.Digests;
import org.headroom.runs.table.RankingFiles;
import org.headroom.workbench.explanation.Explanation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path out;

    private static PublishedRun run;
    private static RunContent content;

    @BeforeAll
    static void publish() throws IOException {
        run = new TinyRun(4, TinyPolicy.write(out.resolve("policy")))
                .withoutTables()
                .publish(out.resolve("2026-06-01-1"));
        Files.writeString(
                run.folder().resolve("changes.csv"),
                "site,name,rankFrom,text\r\n01001,\"'=cmd|' /C calc'!A0\",7,\"two\r\nlines\"\r\n");
        content = RunContent.of(run, TinyRun.modules(), 2);
    }

    private static Path export(String format, String file) {
        Path folder = out.resolve("out-" + format);
        RunExport.write(content, Set.of(format), folder);
        return folder.resolve(file);
    }

    private static List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(export("jsonl", "sites.jsonl"), StandardCharsets.UTF_8)) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    @Test
    void everyLineFollowsThePublishedSchema() throws IOException {
        try (InputStream in = SiteLines.class.getResourceAsStream("site-line.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
            List<JsonNode> lines = lines();
            assertThat(lines).hasSize(TinyRun.SITES);
            for (JsonNode line : lines) {
                assertThat(schema.validate(line.toString(), InputFormat.JSON)).as(line.toString()).isEmpty();
                assertThat(line.path("schema").asText()).isEqualTo(SiteLines.SCHEMA);
            }
            assertThat(schema.validate(lines.get(0).toString().replace("\"rank\":1,", ""), InputFormat.JSON)).isNotEmpty();
        }
    }

    @Test
    void aLineSaysWhatTheExplanationSays() throws IOException {
        RunExplanations explanations = new RunExplanations(run, TinyRun.modules());
        List<RankedRow> rows = run.head(TinyRun.SITES);
        List<JsonNode> lines = lines();
        int unknown = 0;
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = lines.get(i);
            RankedRow row = rows.get(i);
            assertThat(line.path("rank").asInt()).isEqualTo(i + 1);
            assertThat(line.path("siteId").asText()).isEqualTo(row.siteId());
            assertThat(line.path("gate").asText()).isEqualTo(row.gate().name());
            assertThat(line.path("excluded").asBoolean()).isEqualTo(row.gate() == GateAnswer.FAIL);
            assertThat(line.path("gates").isEmpty()).isEqualTo(row.gate() == GateAnswer.PASS);
            Explanation explanation = explanations.explain(row.siteId()).explanation();
            Map<String, JsonNode> measured = new HashMap<>();
            line.path("measurements").forEach(one -> measured.put(one.path("criterion").asText(), one));
            for (Explanation.CriterionLine criterion : explanation.criteria()) {
                JsonNode one = measured.get(criterion.reading().field());
                assertThat(one.path("evidence").asText()).isEqualTo(criterion.reading().evidence());
                assertThat(one.path("unit").asText()).isEqualTo(criterion.reading().unit());
                assertThat(one.path("layer").asText("")).isIn(criterion.reading().layer(), "null");
                assertThat(one.path("value").isNull()).isEqualTo(!one.path("unknown").isNull());
                unknown += one.path("value").isNull() ? 1 : 0;
            }
        }
        assertThat(unknown).isPositive();
    }

    @Test
    void theWorkbookHasASheetATopicWithoutFormulas() throws IOException {
        Map<String, List<Row>> sheets = new HashMap<>();
        try (InputStream in = Files.newInputStream(export("xlsx", "ranked.xlsx"));
                ReadableWorkbook book = new ReadableWorkbook(in)) {
            for (var sheet : book.getSheets().toList()) {
                sheets.put(sheet.getName(), sheet.read());
            }
        }
        assertThat(sheets.keySet())
                .containsExactlyInAnyOrder(
                        "Ranked", "Excluded", "Changes", "Call list", "Layers", "Issues", "Fields", "About");
        long excluded = run.manifest().counts().excluded();
        assertThat(sheets.get("Ranked")).hasSize((int) (TinyRun.SITES - excluded) + 1);
        assertThat(sheets.get("Excluded")).hasSize((int) excluded + 1);
        assertThat(sheets.get("Ranked").get(1).getCell(0).getType()).isEqualTo(CellType.NUMBER);
        Row change = sheets.get("Changes").get(1);
        assertThat(change.getCell(0).getText()).isEqualTo("01001");
        assertThat(change.getCell(1).getText()).isEqualTo("=cmd|' /C calc'!A0");
        assertThat(change.getCell(2).asNumber().intValue()).isEqualTo(7);
        assertThat(sheets.get("Layers").get(1).getCell(3).asDate().toLocalDate()).hasToString("2025-12-31");
        assertThat(sheets.values().stream()
                        .flatMap(List::stream)
                        .flatMap(Row::stream)
                        .filter(cell -> cell != null)
                        .map(Cell::getType))
                .doesNotContain(CellType.FORMULA, CellType.ERROR);
    }

    @Test
    void twoExportsGiveTheSameBytesAndTheRunStaysAsItWas() throws IOException {
        String digest = Digests.ofFolder(run.folder());
        for (String format : Feeds.ids()) {
            List<byte[]> bytes = new ArrayList<>();
            for (String name : List.of("one", "other")) {
                Path folder = out.resolve(format + name);
                RunExport.write(content, Set.of(format), folder);
                try (Stream<Path> files = Files.list(folder)) {
                    bytes.add(Files.readAllBytes(files.toList().get(0)));
                }
                assertThat(folder).isDirectoryNotContaining("glob:**/.*");
            }
            assertThat(bytes.get(1)).as(format).isEqualTo(bytes.get(0));
        }
        assertThat(Digests.ofFolder(run.folder())).isEqualTo(digest);
    }

    @Test
    void theListOfFieldsSaysOfEachColumnWhatTheTableSays() {
        Map<String, OutputField> known = new HashMap<>();
        new OutputFields(TinyRun.modules())
                .all().stream()
                        .filter(field -> field.output().equals(OutputFields.RANKED))
                        .forEach(field -> known.put(field.name(), field));
        try (RankingFiles files = content.ranking()) {
            RankedTable table = files.table(content.allColumns(), "0");
            assertThat(table.columns()).hasSizeGreaterThan(20);
            for (ExportColumn column : table.columns()) {
                OutputField field = known.get(column.name());
                assertThat(field).as(column.name()).isNotNull();
                assertThat(field.unit()).as(column.name()).isEqualTo(column.heading().unit());
                assertThat(field.meaning()).as(column.name()).startsWith(column.heading().description());
            }
        }
    }

    @Test
    void anUnknownFormatAndTheRunsOwnFolderAreRefused() {
        assertThatThrownBy(() -> RunExport.write(content, Set.of("geojsn"), out.resolve("x")))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("there is no format \"geojsn\"")
                .hasMessageContaining("geojson");
        assertThatThrownBy(() -> RunExport.write(content, Set.of("csv"), run.folder().resolve("more")))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("lies in the run itself");
    }
}
