package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.jobs.calendar.OtherDays;
import org.headroom.jobs.load.LayerSet;
import org.headroom.jobs.measure.MeasurementPlan;
import org.headroom.jobs.project.Project;
import org.headroom.jobs.step.Progress;
import org.headroom.ledger.calendar.Standing;
import org.headroom.model.GateAnswer;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunColumns;
import org.headroom.runs.store.SiteStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forty counties under the moratoria of the United States: the calendar tells what every single day of a year would, and a day is as its run. */
class CalendarTest {
    private static final LocalDate FROM = LocalDate.parse("2026-08-05");
    private static final LocalDate UNTIL = FROM.plusYears(1);
    private static final Path US = Headroom.HOME.resolve("geodata/catalog/us");

    @TempDir
    static Path folder;

    private static Path project;
    private static Path out;
    private static PublishedRun run;

    @BeforeAll
    static void rank() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        for (String file : List.of("moratoria.csv", "us-counties.gpkg")) {
            Files.copy(US.resolve("data").resolve(file), data.resolve(file));
        }
        try (InputStream sites = CalendarTest.class.getResourceAsStream("calendar-sites.csv")) {
            Files.copy(Objects.requireNonNull(sites), data.resolve("sites.csv"));
        }
        for (String layer : List.of("moratoria", "us-counties")) {
            Path from = US.resolve("layers").resolve(layer + ".layer.yaml");
            write("layers/" + layer + ".layer.yaml", Files.readString(from));
        }
        write("layers/sites.layer.yaml", """
                layer: sites
                kind: candidate
                source: {file: sites.csv, format: csv, publisher: test, licence: Apache-2.0, asOf: 2026-01-01, evidence: REPORTED, maximumAgeDays: 400, whenExpired: mark}
                geometry: {columns: {longitude: lon, latitude: lat}}
                id: id
                fields: {siteId: id, name: name}
                """);
        project = write("headroom.yaml", """
                project: forty-counties
                dataFolder: data
                policy: policy
                request: {sector: data_center, loadMw: 100}
                jurisdictions: us-counties
                layers: [layers/*.layer.yaml]
                candidates:
                  - {layer: sites, origin: GREENFIELD}
                publish:
                  formats: [geopackage]
                  columns: [{column: ID, of: siteId}, {column: PLACE, of: rank}]
                """);
        write("policy/policy.yaml", """
                policy: moratoria
                version: 1.0.0
                title: Moratoria alone
                rankBy: EXPECTED
                score: {minimum: 0, maximum: 100}
                decision: {topN: 6, draws: 0}
                """);
        Path policy = Headroom.HOME.resolve("rules/policy");
        write(
                "policy/criteria/moratorium.yaml",
                Files.readString(policy.resolve("criteria/moratorium.yaml"))
                        .replaceFirst("weight: 0.05", "weight: 0.99"));
        Trees.copy(policy.resolve("parameters"), folder.resolve("policy/parameters"));
        write("policy/drl/gates.drl", """
                package headroom.policy;
                import org.headroom.rules.Site;

                rule "in force" @gate(moratorium) @source("test")
                when
                    $s: Site(moratoriumGate == "FAIL")
                then
                    $s.exclude("IN_FORCE", "a moratorium is in force");
                end

                rule "in doubt" @gate(moratorium) @source("test")
                when
                    $s: Site(moratoriumGate == "CONDITIONAL")
                then
                    $s.conditional("IN_DOUBT", "a moratorium is in doubt");
                end

                rule "ends soon" @source("test")
                when
                    $s: Site(moratoriumDaysLeft > 0, moratoriumDaysLeft < 90)
                then
                    $s.tier(3, "a stop that ends soon");
                end
                """);
        out = folder.resolve("out");
        run = new PublishedRun(
                command("rank", "--what-if", "--date", FROM.toString()).ranked());
    }

    private static Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static Headroom command(String... arguments) {
        return Headroom.with(arguments).and("--project", project.toString(), "--out", out.toString());
    }

    private static OtherDays everyDay() {
        List<InstalledModule> installed = PluginHost.load(Headroom.HOME.resolve("plugins"));
        Project loaded = Project.load(project, PluginHost.layerKinds(installed));
        Policy policy = Policy.load(
                loaded.policyFolder(),
                Vocabulary.of(installed.stream().map(InstalledModule::module).toList()));
        List<InstalledModule> modules = InstalledModule.declaring(installed, policy.declared());
        MeasurementPlan plan = MeasurementPlan.of(policy, loaded.publish(), modules);
        return new OtherDays(
                loaded,
                policy,
                plan.modules(modules),
                plan,
                new LayerSet(loaded, out.resolve(".layers"), new Progress()),
                run.explanationFiles(),
                FROM,
                false,
                folder.resolve("day"));
    }

    @Test
    void itTellsWhatEverySingleDayOfAYearWould() throws IOException {
        TreeSet<String> expected = new TreeSet<>();
        try (OtherDays days = everyDay();
                SiteStore sites = new SiteStore(run.explanationFiles().sites())) {
            Standing before = days.on(FROM);
            for (LocalDate day = FROM.plusDays(1); !day.isAfter(UNTIL); day = day.plusDays(1)) {
                Standing after = days.on(day);
                for (int site = 0; site < after.size(); site++) {
                    String what = day + " " + sites.siteId(site) + " ";
                    if (before.gate(site) != after.gate(site)) {
                        expected.add(what + "GATE " + answer(before, site) + " " + answer(after, site));
                    } else if (before.tier(site) != after.tier(site)) {
                        expected.add(what + "TIER " + before.tier(site) + " " + after.tier(site));
                    }
                    if (before.rank(site) == 0 && after.rank(site) > 0) {
                        expected.add(what + "TOP_N null " + after.rank(site));
                    }
                    if (before.rank(site) > 0 && after.rank(site) == 0) {
                        expected.add(what + "TOP_N " + before.rank(site) + " null");
                    }
                }
                for (String layer : after.layers().keySet()) {
                    String then = before.layers().get(layer);
                    if (!after.layers().get(layer).equals(then)) {
                        expected.add(day + " null LAYER " + then + " "
                                + after.layers().get(layer));
                    }
                }
                before = after;
            }
        }
        for (List<String> depth : List.of(List.of("--all"), List.<String>of())) {
            Headroom.Result told = command("calendar", "--run", "what-if/" + run.name(), "--json")
                    .and(depth.toArray(String[]::new))
                    .done();
            assertThat(events(told.out())).as(depth.toString()).isEqualTo(expected);
        }
        TreeSet<String> ofTheNight = new TreeSet<>(expected);
        ofTheNight.removeIf(event -> event.contains(" TIER ") || event.contains(" TOP_N "));
        assertThat(events(Files.readString(run.folder().resolve("calendar.json"))))
                .as("a night looks at gates and layers")
                .isEqualTo(ofTheNight);
        assertThat(expected)
                .as("the year has something of each kind")
                .anyMatch(event -> event.contains("GATE"))
                .anyMatch(event -> event.contains("TIER"))
                .anyMatch(event -> event.contains("TOP_N"))
                .anyMatch(event -> event.contains("LAYER"));
    }

    private static TreeSet<String> events(String json) throws IOException {
        TreeSet<String> events = new TreeSet<>();
        for (JsonNode day : new ObjectMapper().readTree(json).path("days")) {
            for (JsonNode event : day.path("events")) {
                events.add(day.path("date").asText() + " " + event.path("site").asText("null") + " "
                        + event.path("kind").asText() + " " + event.path("from").asText("null") + " "
                        + event.path("to").asText("null"));
            }
        }
        return events;
    }

    private static String answer(Standing standing, int site) {
        return GateAnswer.values()[standing.gate(site)].name();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-02", "2027-03-01"})
    void aDayIsAsTheRunOfThatDay(String day) {
        ExplanationFiles ranked =
                new PublishedRun(command("rank", "--what-if", "--date", day).ranked()).explanationFiles();
        try (OtherDays days = everyDay();
                RunColumns columns = new RunColumns(ranked)) {
            Standing standing = days.on(LocalDate.parse(day));
            byte[] gates = new byte[columns.size()];
            byte[] tiers = new byte[columns.size()];
            columns.scores().readGates(0, gates.length, gates);
            columns.readTiers(0, tiers.length, tiers);
            int[] top = new int[standing.top().length];
            columns.order().read(0, top.length, top);
            assertThat(standing.top()).isNotEmpty().containsExactly(top);
            for (int site = 0; site < gates.length; site++) {
                assertThat(standing.gate(site)).isEqualTo(gates[site]);
                assertThat(standing.tier(site)).isEqualTo(tiers[site]);
            }
        }
    }

    @Test
    void whatMovedInSevenMonthsIsPutToTheDaysAlone() throws IOException {
        LocalDate later = LocalDate.parse("2027-03-02");
        PublishedRun then = new PublishedRun(
                command("rank", "--what-if", "--date", later.toString()).ranked());
        JsonNode told = new ObjectMapper()
                .readTree(Headroom.with("runs", "diff", "what-if/" + run.name(), "what-if/" + then.name(), "--json")
                        .and("--out", out.toString())
                        .done()
                        .out());
        TreeSet<String> expected = new TreeSet<>();
        try (OtherDays days = everyDay();
                SiteStore sites = new SiteStore(run.explanationFiles().sites())) {
            Standing before = days.on(FROM);
            Standing after = days.on(later);
            for (int site = 0; site < after.size(); site++) {
                if (before.gate(site) != after.gate(site)) {
                    expected.add(sites.siteId(site) + " " + answer(before, site) + " " + answer(after, site));
                }
            }
        }
        TreeSet<String> flipped = new TreeSet<>();
        for (JsonNode gate : told.path("gates")) {
            assertThat(gate.path("cause").asText()).isEqualTo("calendar");
            flipped.add(gate.path("site").asText() + " " + gate.path("from").asText() + " "
                    + gate.path("to").asText());
        }
        assertThat(flipped).hasSizeGreaterThan(10).isEqualTo(expected);
        assertThat(told.path("causes"))
                .singleElement()
                .satisfies(cause -> assertThat(cause.path("cause").asText()).isEqualTo("calendar"));
        assertThat(told.path("moved")).isNotEmpty().allSatisfy(move -> {
            int ranks = 0;
            for (JsonNode term : move.path("terms")) {
                assertThat(term.path("cause").asText()).isEqualTo("calendar");
                ranks += term.path("ranks").asInt();
            }
            assertThat(ranks)
                    .isEqualTo(
                            move.path("rankTo").asInt() - move.path("rankFrom").asInt());
        });
    }
}
