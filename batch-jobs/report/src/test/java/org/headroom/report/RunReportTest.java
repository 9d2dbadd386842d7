package org.headroom.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.headroom.model.HeadroomException;
import org.headroom.report.data.RunInput;
import org.headroom.report.data.SiteSheet;
import org.headroom.report.safe.OwnSource;
import org.headroom.runs.RankedRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Page and sheets of a small run. */
class RunReportTest {
    private static final String HOSTILE = "</script><img src=x onerror=alert(1)>\"'`&{{\u2028\u202Ex";
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"headroom-data\">([^<]*)</script>");

    @TempDir
    private Path folder;

    private Map<String, String> written(RunInput input) throws IOException {
        RunReport.write(input);
        Map<String, String> files = new TreeMap<>();
        Path report = input.folder().resolve(RunReport.FOLDER);
        try (Stream<Path> all = Files.walk(report)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(report.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }

    private static JsonNode data(String page) throws IOException {
        Matcher found = DATA.matcher(page);
        assertThat(found.find()).as("a block of data").isTrue();
        return new ObjectMapper().readTree(found.group(1));
    }

    /** Without what Headroom itself brings. */
    private static String ofOthers(String html) {
        return html.replace(OwnSource.of(RunReport.class, "page.js").text(), "")
                .replace(OwnSource.of(RunReport.class, "page.css").text(), "");
    }

    @Test
    void everyFigureIsThatOfTheRun() throws IOException {
        RunInput input = new SmallRun(folder, "").write();
        JsonNode columns = data(written(input).get(RunReport.PAGE)).path("columns");
        List<RankedRow> rows = input.run().head(SmallRun.SITES);
        for (int row = 0; row < rows.size(); row++) {
            RankedRow of = rows.get(row);
            assertThat(columns.at("/id/" + row).asText()).isEqualTo(of.siteId());
            assertThat(columns.at("/score/" + row).asDouble()).isCloseTo(of.score(), within(1e-4));
            assertThat(columns.at("/scoreLo/" + row).asDouble()).isCloseTo(of.scoreLowerBound(), within(1e-4));
            assertThat(columns.at("/scoreHi/" + row).asDouble()).isCloseTo(of.scoreUpperBound(), within(1e-4));
            assertThat(columns.at("/gateTexts/" + columns.at("/gate/" + row).asInt())
                            .asText())
                    .isEqualTo(of.gate().name());
            assertSame(columns, row, "months50", "months50Hi", of.measured().get(SmallRun.MONTHS));
            assertSame(columns, row, "price", "priceHi", of.measured().get(SmallRun.PRICE));
            assertSame(columns, row, "mw", "mwHi", of.measured().get(SmallRun.HEADROOM));
            assertThat(columns.at("/topN/" + row).isNull())
                    .as("nothing was drawn")
                    .isTrue();
        }
        assertThat(rows.get(SmallRun.SITES - 1).siteId()).isEqualTo("s7");
    }

    private static void assertSame(
            JsonNode columns, int row, String low, String high, RankedRow.@Nullable Bounds bounds) {
        JsonNode lower = columns.at("/" + low + "/" + row);
        JsonNode upper = columns.at("/" + high + "/" + row);
        if (bounds == null) {
            assertThat(lower.isNull() && upper.isNull())
                    .as(low + " is not known")
                    .isTrue();
        } else {
            assertThat(lower.asDouble()).isCloseTo(bounds.lower(), within(0.006));
            assertThat(upper.asDouble()).isCloseTo(bounds.upper(), within(0.006));
        }
    }

    @Test
    void thePageTellsAllWithoutItsScript() throws IOException {
        Map<String, String> files = written(new SmallRun(folder, "").write());
        String page = ofOthers(files.get(RunReport.PAGE));
        assertThat(page)
                .contains(
                        "Site 0, TX leads with 87.3 points",
                        "Site 7, T is excluded",
                        "gone is no site of this run.",
                        "There is no night before to compare with.",
                        "later than 75 months",
                        "<tr id=\"record-0\">",
                        "Publisher",
                        "href=\"sites/1-s0.html\"",
                        "<a href=\"#record-0\">50\u00a0left</a>");
        assertThat(page.indexOf("id=\"things\"")).isLessThan(page.indexOf("id=\"top\""));
        assertThat(files).containsKeys("sites/1-s0.html", "sites/8-s7.html");
        assertThat(files.get("sites/3-s3.html")).contains("href=\"#record-0\"", "What would push it out of");
        assertThat(page.replaceAll("href=\"(#|sites/)", "")).doesNotContain("href=", "src=", "http:", "https:", "url(");
    }

    @Test
    void theFirstTellWhatCostsThemMost() throws IOException {
        String page = written(new SmallRun(folder, "").write()).get(RunReport.PAGE);
        List<String> cells = Pattern.compile("<td class=\"words\">([^<]*)</td>")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        // 60 points for 0 to 100 months, 40 for 0 to 100 USD/MWh; ranked by the middle.
        assertThat(cells).hasSize(SmallRun.SITES - 1);
        assertThat(cells.get(0)).isEqualTo(SmallRun.PRICE + "\u00a0\u22128.0, " + SmallRun.MONTHS + "\u00a0\u22124.7");
        assertThat(cells.get(1)).isEqualTo(SmallRun.MONTHS + "\u00a0\u221210.7, " + SmallRun.PRICE + "\u00a0\u22128.1");
        assertThat(page).contains("Gates, and why").doesNotContain("The same at each of them");
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        for (Map.Entry<String, String> file :
                written(new SmallRun(folder, "").write()).entrySet()) {
            Matcher link = Pattern.compile("href=\"#([^\"]+)\"").matcher(file.getValue());
            while (link.find()) {
                assertThat(file.getValue()).as(file.getKey()).contains("id=\"" + link.group(1) + "\"");
            }
        }
    }

    @Test
    void whatOthersWroteNeverRuns() throws IOException {
        RunInput input = new SmallRun(folder, HOSTILE).write();
        for (String name : List.of("changes.json", "calendar.json")) {
            Files.writeString(input.folder().resolve(name), other(name));
        }
        Map<String, String> files = written(input);
        assertThat(files).hasSize(2 + SmallRun.SITES);
        files.remove("given.json");
        files.forEach((name, html) -> {
            String text = ofOthers(html);
            assertThat(text).as(name).doesNotContain("<img", "\u2028", "\u202E");
            assertThat(text.split("<script", -1)).as(name).hasSize(name.equals(RunReport.PAGE) ? 3 : 1);
            assertThat(text).as(name).contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;");
            assertThat(Pattern.compile("<[^>]* (on[a-z]+|style)=").matcher(text).find())
                    .as(name)
                    .isFalse();
            assertThat(text).as(name).contains("default-src 'none'".replace("'", "&#39;"));
        });
        JsonNode data = data(files.get(RunReport.PAGE));
        assertThat(data.at("/columns/name/0").asText())
                .startsWith("Site 0</script><img src=x onerror=alert(1)>\"'`&{{");
        assertThat(data.at("/moved/moved/0/terms/0/text").asText()).contains("</script>");
        assertThat(data.at("/comingUp/days/0/events/0/text").asText()).contains("</script>");
    }

    private static String other(String name) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        String text = mapper.writeValueAsString(HOSTILE);
        return name.equals("changes.json") ? """
                {"format":1,"from":{"run":"r","date":%1$s,"policy":%1$s},"topN":20,"counts":{"moved":1},
                 "causes":[{"cause":"data","of":%1$s,"sites":1,"text":%1$s}],"entered":[],"left":[],
                 "moved":[{"site":%1$s,"name":%1$s,"rankFrom":2,"rankTo":1,"scoreFrom":1.5,"scoreTo":2,
                           "terms":[{"cause":"data","of":%1$s,"score":0.5,"ranks":-1,"records":[%1$s],"text":%1$s}]}],
                 "gates":[{"site":%1$s,"name":%1$s,"from":%1$s,"to":%1$s,"text":%1$s}],"settled":[]}
                """.formatted(text) : """
                {"format":1,"days":[{"date":%1$s,"events":[{"kind":"GATE","text":%1$s}]}]}
                """.formatted(text);
    }

    @Test
    void theSameRunGivesTheSameBytes() throws IOException {
        RunInput input = new SmallRun(folder, "").write();
        Map<String, String> first = written(input);
        RunInput again =
                new RunInput(input.folder(), input.manifest(), input.policy(), RunReport.given(input.folder()), 1);
        assertThat(written(again)).isEqualTo(first);
    }

    @Test
    void aSheetOfAnySiteWithItsHistory() throws IOException {
        RunInput input = new SmallRun(folder, "").write();
        StringWriter sheet = new StringWriter();
        RunReport.writeSheet(
                input,
                "s5",
                List.of(new SiteSheet.PastNight("2026-05-31-1", "2026-05-31", "small 0.9", 4, 8, 60, 50, 70, "PASS")),
                sheet);
        assertThat(sheet.toString()).contains("2026-05-31-1", "4 of 8", "small 0.9");
        assertThatThrownBy(() -> RunReport.writeSheet(input, "s55", List.of(), new StringWriter()))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("s55");
    }
}
