package org.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.headroom.cli.frame.ExitCode;
import org.headroom.runtime.JobRepository;
import org.headroom.runtime.engine.LeasedRuntime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands on the embedded sample, as a person would call them; one run serves all that only read. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class SampleCommandsTest {
    private static final Path HOME =
            Path.of("").toAbsolutePath().resolve("../..").normalize();

    private static final String SAMPLE =
            HOME.resolve("geodata/catalog/samples/headroom.yaml").toString();

    @TempDir
    static Path temp;

    private static Path runs;
    private static CommandRun ranked;

    @BeforeAll
    static void rank() {
        runs = temp.resolve("my runs");
        ranked = run("rank", "--project", SAMPLE, "--out", runs.toString(), "--date", "2026-05-01", "--threads", "2");
    }

    private static CommandRun run(String... args) {
        return CommandRun.of(HOME, args);
    }

    private static JsonNode json(String line) throws Exception {
        return new ObjectMapper().readTree(line);
    }

    @Test
    void rankPrintsTheTopTenAndTheFolderLast() {
        assertThat(ranked.code()).as(ranked.err()).isZero();
        assertThat(ranked.err())
                .matches("headroom: rank embedded-sample 2026-05-01: published 2026-05-01-1, 335 sites, [0-9]+"
                        + " excluded, [0-9]+ issues, [0-9.]+ s\\R");
        List<String> lines = ranked.lines();
        assertThat(lines).hasSizeBetween(15, 20);
        assertThat(lines.get(0)).startsWith("RANK  SITE").contains("SCORE", "GATE", "TIER");
        assertThat(lines.get(1).strip()).startsWith("1 ");
        assertThat(lines.get(10).strip()).startsWith("10 ");
        assertThat(lines.get(11)).isEmpty();
        assertThat(lines.subList(12, lines.size() - 1))
                .anyMatch(line -> line.matches("Excluded: [0-9]+: [a-z ]+ [0-9]+, .*"))
                .anyMatch(line -> line.startsWith("Oldest data: "))
                .anyMatch(line -> line.equals("Page: " + runs.resolve("2026-05-01-1/report/index.html")));
        assertThat(lines.get(lines.size() - 1))
                .isEqualTo(runs.resolve("2026-05-01-1").toString());
        assertThat(runs.resolve("2026-05-01-1").resolve("ranked.shp")).exists();
    }

    @Test
    void aSecondRankFindsNothingChanged() throws Exception {
        CommandRun again = run(
                "rank", "--project", SAMPLE, "--out", runs.toString(), "--date", "2026-05-01", "--json", "--top", "3");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.lines()).hasSize(1);
        JsonNode object = json(again.out());
        assertThat(object.path("run").asText()).isEqualTo("2026-05-01-1");
        assertThat(object.path("unchanged").asBoolean()).isTrue();
        assertThat(object.path("evaluationDate").asText()).isEqualTo("2026-05-01");
        assertThat(object.path("ranked").asLong()
                        + object.path("excluded").asLong()
                        + object.path("skipped").asLong())
                .isEqualTo(object.path("read").asLong())
                .isPositive();
        assertThat(object.path("seconds").isNumber()).isTrue();
        assertThat(object.path("top")).hasSize(3);
        assertThat(object.path("top").get(0).path("rank").asInt()).isEqualTo(1);
        try (var folders = Files.list(runs)) {
            assertThat(folders.map(f -> f.getFileName().toString()).filter(name -> name.startsWith("2026")))
                    .containsExactly("2026-05-01-1");
        }
        assertThat(run("rank", "--project", SAMPLE, "--out", runs.toString(), "--date", "2026-05-01", "--strict")
                        .code())
                .isEqualTo(ExitCode.WITH_RESERVATIONS);
    }

    /** The page that the night wrote, made again from what the run keeps; and the sheet of a site far down. */
    @Test
    void aPageIsMadeAnew() throws Exception {
        Path kept = runs.resolve("2026-05-01-1/report");
        Path page = temp.resolve("page");
        CommandRun made = run("report", "--out", runs.toString(), "--to", page.toString());
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(page.resolve("index.html")).hasSameBinaryContentAs(kept.resolve("index.html"));
        Path sheet = temp.resolve("sheet.html");
        assertThat(run("report", "2026-05-01-1", "--site", "P-002", "--out", runs.toString(), "--to", sheet.toString())
                        .code())
                .isZero();
        assertThat(sheet).content().contains("P-002", "What would bring it among the first", "2026-05-01-1");
        CommandRun misspelt = run(
                "report",
                "--site",
                "P-0002",
                "--out",
                runs.toString(),
                "--to",
                temp.resolve("no.html").toString());
        assertThat(misspelt.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(misspelt.err()).contains("has no site \"P-0002\"", "P-002");
        assertThat(temp.resolve("no.html")).doesNotExist();
        assertThat(run("report", "--site", "P-002", "--out", runs.toString(), "--to", "sheet.txt")
                        .err())
                .contains("does not end in .html");
    }

    @Test
    void aFileIsDescribedAndCheckedWithoutAProject() throws Exception {
        Path file = Files.writeString(
                temp.resolve("queue export.csv"),
                "Queue ID,Status,MW,lon,lat\n"
                        + "Q1,Active,\"1,200\",-97,35\n"
                        + "Q2,Withdrawn,50,-97.5,35.5\n"
                        + "Q3,\u001b[2J,60,0,0\n");
        CommandRun described = run("layers", "describe", file.toString(), "--write");
        assertThat(described.code()).as(described.err()).isZero();
        assertThat(described.out())
                .contains("kind      interconnection-queue", "records   3", "\\u001b[2J")
                .doesNotContain("\u001b");
        Path draft = temp.resolve("queue-export.layer.yaml");
        assertThat(Files.readString(draft))
                .contains("requestedMw: MW", "{Active: ACTIVE, Withdrawn: WITHDRAWN, ", "requestId: \"Queue ID\"")
                .contains("longitude: lon, latitude: lat");
        assertThat(run("layers", "describe", file.toString(), "--write").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run("layers", "check", draft.toString()).err())
                .contains("fields.queueStatus.values", "\"?\" is no word of queueStatus");
        Files.writeString(
                draft,
                Files.readString(draft)
                        .replaceAll(", [^,]*\"\\?\"}", "}")
                        .replace("side: \"?\"", "side: {constant: LOAD}"));
        CommandRun checked = run("layers", "check", draft.toString());
        assertThat(checked.code()).as(checked.err()).isZero();
        assertThat(checked.err())
                .contains("record 1, field MW = \"1,200\": not a number, which requestedMw must be")
                .contains("record 3, field Status = \"\\u001b[2J\": the value is not listed");
        JsonNode object =
                json(run("layers", "check", draft.toString(), "--json").out());
        assertThat(object.path("issues").findValuesAsText("field")).contains("MW", "Status");
    }

    @Test
    void whatStandsBetweenFieldsIsGuessed() throws Exception {
        Path file = Files.writeString(temp.resolve("subs.csv"), "name;kV;lon;lat\nA;230;10;50\nB;110;11;51\n");
        assertThat(run("layers", "describe", file.toString(), "--kind", "grid-capacity")
                        .out())
                .contains("delimiter: \";\"", "nominalVoltageKv: kV");
        CommandRun checked = run("layers", "check", file.toString(), "--kind", "grid-capacity", "--json");
        assertThat(json(checked.out()).path("used").asInt()).as(checked.err()).isEqualTo(2);
    }

    @Test
    void fieldsOfAKindAreTold() throws Exception {
        assertThat(run("layers", "fields", "moratorium").out())
                .contains("moratoriumStatus", "PROPOSED, ACTIVE", "sectors           list")
                .doesNotContain("requestedMw");
        assertThat(run("layers", "fields", "--json").lines())
                .allSatisfy(line -> assertThat(json(line).has("meaning")).isTrue());
        assertThat(run("layers", "fields", "moratorum").err()).contains("did you mean \"moratorium\"?");
    }

    @Test
    void dryRunWritesNothing() throws Exception {
        Path nowhere = temp.resolve("nowhere");
        CommandRun plan = run("rank", "--project", SAMPLE, "--dry-run", "--out", nowhere.toString());
        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(plan.out()).contains("evaluationDate: 20", "out: " + nowhere);
        assertThat(json(run("rank", "--project", SAMPLE, "--dry-run", "--json").out())
                        .path("dryRun")
                        .asBoolean())
                .isTrue();
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void runsAreListedAndShown() throws Exception {
        assertThat(run("runs", "list", "--out", runs.toString()).lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("2026-05-01-1");
        assertThat(json(run("runs", "list", "--json", "--out", runs.toString()).out())
                        .path("run")
                        .asText())
                .isEqualTo("2026-05-01-1");
        assertThat(run("runs", "show", "--out", runs.toString()).out())
                .contains("run         2026-05-01-1", "LAYER", "MODULE", "ranked.gpkg")
                .contains("MODULE, CRITERION", "  nominalVoltageKv", "ranked sites; the standard deviation")
                .containsPattern("(?m)^explanations/ +[0-9]{2,} +[0-9]{4,}$")
                .doesNotContain("explanations/sites");
        Path review = temp.resolve("REVIEW.md");
        CommandRun reviewed = run("runs", "review", "--top", "2", "--out", runs.toString(), "--to", review.toString());
        assertThat(reviewed.code()).as(reviewed.err()).isZero();
        assertThat(reviewed.out()).isEmpty();
        assertThat(Files.readString(review))
                .startsWith("# Review of a ranking: ")
                .contains("## The first 2\n");
        JsonNode shown = json(run("runs", "show", "2026-05-01-1", "--json", "--out", runs.toString())
                .out());
        assertThat(shown.path("counts").path("read").asLong()).isPositive();
        double shares = 0;
        for (JsonNode family : shown.path("varianceShares").path("families")) {
            shares += family.path("share").asDouble();
        }
        assertThat(shares).isCloseTo(1, within(1e-9));
        CommandRun wrong = run("runs", "show", "2026-05-01-7", "--out", runs.toString());
        assertThat(wrong.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(wrong.err()).contains("no run \"2026-05-01-7\"");
        CommandRun none = run("runs", "list", "--out", temp.resolve("none").toString());
        assertThat(none.code()).isZero();
        assertThat(none.out()).isEmpty();
    }

    @Test
    void aSiteIsExplained() throws Exception {
        String first = json(run("rank", "--project", SAMPLE, "--out", runs.toString(), "--date", "2026-05-01", "--json")
                        .out())
                .path("top")
                .get(0)
                .path("siteId")
                .asText();
        CommandRun brief = run("rules", "explain", "--site", first, "G-N184W401", "--out", runs.toString());
        assertThat(brief.code()).as(brief.err()).isZero();
        List<String> lines = brief.lines();
        assertThat(lines.get(0)).startsWith("Rank 1 of ").endsWith(", SX (" + first + ")");
        assertThat(lines.subList(0, lines.indexOf("")))
                .hasSizeLessThanOrEqualTo(10)
                .anyMatch(line -> line.startsWith("  score       "))
                .anyMatch(line -> line.startsWith("  gives most  "))
                .anyMatch(line -> line.startsWith("  costs most  "));
        assertThat(lines.get(lines.indexOf("") + 1)).startsWith("Rank ").endsWith("(G-N184W401)");
        Path sheets = temp.resolve("my sheets");
        CommandRun sheet =
                run("rules", "explain", "--site", first, "--html", sheets.toString(), "--out", runs.toString());
        assertThat(sheet.code()).as(sheet.err()).isZero();
        assertThat(Path.of(sheet.out().strip())).hasParent(sheets).content().contains("<html", first);
        CommandRun text = run("rules", "explain", "--site", first, "--full", "--out", runs.toString());
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out()).startsWith("Rank 1 of ").contains("Site " + first, "Gates", "Criteria");
        JsonNode object = json(run("rules", "explain", "--site", first, "--json", "--out", runs.toString())
                .out());
        assertThat(object.path("explanation").path("siteId").asText()).isEqualTo(first);
        CommandRun whatIf = run("rules", "explain", "--site", first, "--top", "3", "--out", runs.toString());
        assertThat(whatIf.code()).as(whatIf.err()).isZero();
        assertThat(whatIf.out()).contains("What would push it out of the first 3", "One measurement", "One weight");
        JsonNode changes = json(run("rules", "explain", "--site", first, "--top=3", "--json", "--out", runs.toString())
                        .out())
                .path("whatIf");
        assertThat(changes.path("isIn").asBoolean()).isTrue();
        assertThat(changes.path("measurement").path("field").asText())
                .isEqualTo(changes.path("measurements").path(0).path("field").asText());
        assertThat(run("rules", "explain", "--site", first, "--top", "0").code())
                .isEqualTo(ExitCode.USAGE);
        CommandRun wrong = run("rules", "explain", "--site", first + "x", "--out", runs.toString());
        assertThat(wrong.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(wrong.err()).contains("no site \"" + first + "x\"");
    }

    @Test
    void aRunIsMailedAsAMessageOrAsMarkdown() throws Exception {
        CommandRun message = run("runs", "mail", "--recipient", "Boss <boss@example.org>", "--out", runs.toString());
        assertThat(message.code()).as(message.err()).isZero();
        assertThat(message.out())
                .contains("To: Boss <boss@example.org>\r\n", "Date: Fri, 1 May 2026 00:00:00 +0000\r\n")
                .contains("Subject: Headroom embedded-sample 2026-05-01: ");
        CommandRun markdown = run("runs", "mail", "--markdown", "--top", "3", "--out", runs.toString());
        assertThat(markdown.out())
                .startsWith("# Headroom embedded-sample 2026-05-01: ")
                .contains("\n## Whom to call\n");
        CommandRun wrong = run("runs", "mail", "--recipient", "boss", "--out", runs.toString());
        assertThat(wrong.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(wrong.err()).contains("\"boss\" is no address of a mailbox");
    }

    @Test
    void aProjectOfOnesOwnIsCopiedAndDependsOnNothingOutside() throws Exception {
        Path mine = temp.resolve("my project");
        CommandRun made = run("init", "--sample", mine.toString());
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.lines()).containsExactly(mine.resolve("headroom.yaml").toString());
        assertThat(Files.readAllLines(mine.resolve("headroom.yaml")))
                .startsWith("# yaml-language-server: $schema=schema/project.schema.json")
                .contains("policy: policy");
        assertThat(Files.readAllLines(mine.resolve("layers/mines.layer.yaml")).get(0))
                .isEqualTo("# yaml-language-server: $schema=../schema/layer.schema.json");
        assertThat(run(
                                "layers",
                                "check",
                                "--project",
                                mine.resolve("headroom.yaml").toString())
                        .code())
                .isZero();
        assertThat(run("rules", "check", mine.resolve("policy").toString()).code())
                .isZero();
        CommandRun again = run("init", "--sample", mine.toString());
        assertThat(again.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(again.err()).contains("is there already and not empty");
    }

    @Test
    void thePolicyOfTheSampleHolds() {
        CommandRun check = run("rules", "check");
        assertThat(check.code()).as(check.out() + check.err()).isZero();
        assertThat(check.out()).startsWith("policy ").contains(" criteria, ");
        CommandRun test = run("rules", "test");
        assertThat(test.code()).as(test.out()).isZero();
        assertThat(test.out()).contains(" examples, 0 failed, 0 rules not reached");
        assertThat(run("rules", "check", "--policy", "no-such-folder").code()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void layersAreListedAndChecked() throws Exception {
        List<String> list = run("layers", "list", "--project", SAMPLE).lines();
        assertThat(list.get(0)).startsWith("LAYER");
        assertThat(list).hasSizeGreaterThan(7).noneMatch(line -> line.contains("(missing)"));
        CommandRun check = run("layers", "check", "--json", "--project", SAMPLE);
        assertThat(check.code()).as(check.err()).isZero();
        for (String line : check.lines()) {
            JsonNode layer = json(line);
            assertThat(layer.path("used").asLong() + layer.path("skipped").asLong())
                    .isEqualTo(layer.path("read").asLong());
        }
        assertThat(check.lines()).hasSameSizeAs(list.subList(1, list.size()));
    }

    @Test
    void pluginsAreListed() throws Exception {
        CommandRun list = run("plugins", "list");
        assertThat(list.code()).isZero();
        assertThat(list.out()).contains("grid-headroom", "distanceToInterconnectionKm", "km", "class path");
        assertThat(run("plugins", "list", "--json").lines())
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(line -> {
                    // What a policy declares is measured by a module that has no criteria of its own.
                    boolean isOverlay = json(line).path("module").asText().equals("overlay");
                    assertThat(json(line).path("criteria").isEmpty()).isEqualTo(isOverlay);
                });
    }

    @Test
    void jobsAreListedAndShown() throws Exception {
        assertThat(run("jobs", "list", "--out", runs.toString()).out()).contains("nightly-ranking", "COMPLETED");
        CommandRun show = run("jobs", "show", "1", "--out", runs.toString());
        assertThat(show.code()).as(show.err()).isZero();
        assertThat(show.out()).contains("status     COMPLETED", "measure", "publish");
        assertThat(json(run("jobs", "show", "1", "--json", "--out", runs.toString())
                                .out())
                        .path("steps"))
                .isNotEmpty();
        CommandRun wrong = run("jobs", "show", "99", "--out", runs.toString());
        assertThat(wrong.code()).isEqualTo(ExitCode.REFUSED);
        CommandRun restart = run("jobs", "restart", "--out", runs.toString());
        assertThat(restart.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(restart.err()).contains("nothing to restart");
        assertThat(run("jobs", "stop", "--out", runs.toString()).err()).contains("no job is running");
        assertThat(run("jobs", "list", "--out", temp.resolve("none").toString()).err())
                .contains("nothing has been run");
    }

    @Test
    void aFolderInUseIsRefused() {
        Path held = temp.resolve("held");
        try (LeasedRuntime holder =
                LeasedRuntime.open(held, JobRepository.EMBEDDED, Clock.systemUTC(), message -> {})) {
            assertThat(holder.executions("")).isEmpty();
            CommandRun refused = run("rank", "--project", SAMPLE, "--out", held.toString());
            assertThat(refused.code()).isEqualTo(ExitCode.BUSY);
            assertThat(refused.err()).contains("another run holds the output folder " + held);
        }
    }

    @Test
    void aMissingProjectIsOneMessage() {
        CommandRun missing = run("rank", "--project", "no-such.yaml");
        assertThat(missing.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(missing.err())
                .startsWith("headroom: ")
                .contains("no-such.yaml")
                .doesNotContain("Exception");
        assertThat(missing.out()).isEmpty();
    }

    @Test
    void thePageOfFieldsIsTheOneThatTheCommandMakes() throws Exception {
        assertThat(run("runs", "fields").out().replace("\r\n", "\n"))
                .isEqualTo(Files.readString(HOME.resolve("docs/FIELDS.md")));
    }

    @Test
    void thePageOfNamesIsTheOneThatTheCommandMakes() throws Exception {
        assertThat(run("rules", "names", "--markdown").out().replace("\r\n", "\n"))
                .isEqualTo(Files.readString(HOME.resolve("docs/RULE-NAMES.md")));
    }

    @Test
    void namesAreFoundByPlainWordsWithWhatTheRunHas() throws Exception {
        CommandRun county = run("rules", "names", "county", "--out", runs.toString());
        assertThat(county.lines().get(0)).isEqualTo("jurisdictionCode: a text");
        assertThat(county.out())
                .containsPattern("in run 2026-05-01-1: 99047 [0-9]+, .* and [0-9]+ more; known at 335 of 335 sites")
                .contains("in a rule: $s: Site(jurisdictionCode == \"99047\")");
        assertThat(run("rules", "names", "Voltage", "--no-run").lines().get(0))
                .isEqualTo("nominalVoltageKv: a number in kV, 0 to 1500");
        assertThat(run("rules", "names", "import", "right", "--no-run").out())
                .contains("importRightMw: a number in MW");
        assertThat(run("rules", "names", "grid distance", "--no-run").lines().get(0))
                .startsWith("distanceToInterconnectionKm: a number in km");
        assertThat(run("rules", "names", "price", "qwertz", "--no-run").out())
                .contains("energyPriceUsdPerMwh: a number in USD/MWh");
        CommandRun none = run("rules", "names", "qwertz", "--no-run");
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).contains("nothing that rules can read is called \"qwertz\"");
        JsonNode voltage = json(run("rules", "names", "voltage", "--json", "--out", runs.toString())
                .lines()
                .get(0));
        assertThat(voltage.path("unit").asText()).isEqualTo("kV");
        assertThat(voltage.at("/seen/greatest").asDouble()).isEqualTo(345);
        assertThat(voltage.at("/seen/known").asInt()).isBetween(1, 334);
    }

    @Test
    void theCalendarOfARunOfAnotherProjectAsksForItsFile() throws Exception {
        CommandRun other = run("calendar", "--out", runs.toString());
        assertThat(other.code()).isEqualTo(3);
        assertThat(other.err())
                .contains("run 2026-05-01-1 is of the project embedded-sample, and ")
                .contains(" is the project us", "Give the file of its project with --project.");
    }

    @Test
    void aTextThatNoSiteOfTheRunHasIsDoubted() throws Exception {
        PolicyFolderCopy copy = PolicyFolderCopy.in(temp.resolve("counties"));
        copy.edit(
                "drl/tiers.drl",
                text -> text.replace(
                        "distanceToInterconnectionKm > 40",
                        "jurisdictionCode in (\"9947\", \"99047\"), stateCode != \"QX\""));
        String folder = copy.folder().toString();
        assertThat(run("rules", "check", folder, "--out", runs.toString()).out())
                .contains(
                        "warning: rule \"long tie-line\": no site of run 2026-05-01-1 has the jurisdictionCode \"9947\";"
                                + " did you mean \"99047\"?");
        assertThat(run("rules", "check", folder, "--out", runs.toString()).out())
                .contains("no site of run 2026-05-01-1 has the stateCode \"QX\"")
                .doesNotContain("the United States have no state");
        assertThat(run("rules", "check", folder, "--no-run").out())
                .doesNotContain("no site of run")
                .contains("the United States have no state \"QX\"");
        assertThat(run("rules", "check", folder, "--run", "2026-05-01-9", "--out", runs.toString())
                        .code())
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void testAndPreviewCountTheSitesOfEachRuleAndGate() throws Exception {
        CommandRun test = run("rules", "test", HOME.resolve("rules/policy").toString(), "--out", runs.toString());
        assertThat(test.code()).as(test.err()).isZero();
        assertThat(test.out())
                .contains("Each gate by itself, over the 335 sites of run 2026-05-01-1")
                .containsPattern("\nmoratorium +[0-9]+ +[0-9]+ +[0-9]+ +69 ")
                .containsPattern("\nlarge mine +[0-9]+ +[0-9]+ +[0-9]+ +MINE-");
        JsonNode hits = json(run(
                                "rules",
                                "test",
                                HOME.resolve("rules/policy").toString(),
                                "--json",
                                "--out",
                                runs.toString())
                        .out())
                .path("hits");
        assertThat(hits.path("gates"))
                .allSatisfy(gate -> assertThat(gate.path("pass").asInt()
                                + gate.path("conditional").asInt()
                                + gate.path("unknown").asInt()
                                + gate.path("fail").asInt())
                        .isEqualTo(335));
        PolicyFolderCopy copy = PolicyFolderCopy.in(temp.resolve("hits"));
        copy.edit("drl/gates.drl", text -> text.replace("nominalVoltageKv < 69", "nominalVoltageKv < 116"));
        CommandRun preview = run("rules", "preview", "--policy", copy.folder().toString(), "--out", runs.toString());
        assertThat(preview.code()).as(preview.err()).isZero();
        assertThat(preview.out())
                .containsPattern("\ninterconnection .*\\(was 1\\)")
                .containsPattern("\nno transmission-voltage node +[0-9]+ \\(was 0\\)");
    }

    @Test
    void everyFieldOfARunStandsOnThePageOfFields() throws Exception {
        Path to = temp.resolve("exported");
        CommandRun exported = run(
                "runs",
                "export",
                "--out",
                runs.toString(),
                "-f",
                "csv",
                "-f",
                "jsonl",
                "-f",
                "xlsx",
                "--to",
                to.toString());
        assertThat(exported.code()).as(exported.err()).isZero();
        assertThat(to.resolve("ranked.xlsx")).isNotEmptyFile();
        assertThat(Files.readAllLines(to.resolve("sites.jsonl"))).hasSize(335);
        Set<String> known = new HashSet<>();
        for (String line : run("runs", "fields", "--json").lines()) {
            JsonNode field = json(line);
            known.add(field.path("output").asText() + " " + field.path("field").asText());
        }
        Path run = runs.resolve("2026-05-01-1");
        assertThat(known).contains(fields("ranked", to.resolve("ranked.csv")));
        assertThat(known).contains(fields("issues.csv", run.resolve("issues.csv")));
        assertThat(known).contains(fields("curve.csv", run.resolve("curve.csv")));
        JsonNode manifest = json(Files.readString(run.resolve("manifest.json")));
        // An object or a list stands there by its own fields.
        manifest.fieldNames().forEachRemaining(name -> assertThat(known)
                .as(name)
                .anyMatch(field -> field.matches("manifest\\.json " + name + "([.\\[].*)?")));
        JsonNode site = json(Files.readAllLines(to.resolve("sites.jsonl")).get(0));
        site.fieldNames().forEachRemaining(name -> assertThat(known).contains("sites.jsonl " + name));
    }

    /** The names in the head of a table, but for the ends and records of figures, of which the page tells once. */
    private static String[] fields(String output, Path csv) throws Exception {
        String head = Files.readAllLines(csv).get(0).replace("\uFEFF", "");
        return Arrays.stream(head.split(","))
                .filter(name -> !name.matches(".*_(lo|hi|record)"))
                .map(name -> output + " " + name.replaceFirst("^energisedMw\\d{4}$", "energisedMwYEAR"))
                .toArray(String[]::new);
    }
}
