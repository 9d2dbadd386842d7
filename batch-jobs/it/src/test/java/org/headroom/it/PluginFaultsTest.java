package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a plugin does wrong costs its own criterion, is named among the issues, and changes nothing else of the ranking. */
class PluginFaultsTest {
    private static final String GOOD = set("site, 8");

    @TempDir
    static Path folder;

    private static Map<String, Map<String, Object>> withoutIt;

    private Path home;

    /** A thread that hangs would stay in this JVM. */
    private boolean hangs;

    @BeforeAll
    static void withoutThePlugin() {
        SampleProject sample = new SampleProject(folder.resolve("without"));
        withoutIt = Ranked.read(sample.ranked(folder.resolve("without-runs"))).bySiteId();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(
                        "throws",
                        "",
                        "if (sites.siteId(site).endsWith(\"1\")) throw new IllegalStateException(\"no idea\");" + GOOD,
                        "the module failed: IllegalStateException: no idea"),
                arguments(
                        "throws-early",
                        "if (true) throw new NoClassDefFoundError(\"x/Y\");",
                        GOOD,
                        "before any site was measured: NoClassDefFoundError: x/Y"),
                arguments("nan", "", set("site, Double.NaN"), "the module gave NaN as a known value"),
                arguments("range", "", set("site, 25"), "the module left its declared range of 0.0 to 24.0 h"),
                arguments("few", "", "if (site > 0) break;" + GOOD, "the module wrote nothing"),
                arguments(
                        "many",
                        "",
                        set("sites.size() + 5000, 8"),
                        "the module failed: ArrayIndexOutOfBoundsException"));
    }

    private static String set(String what) {
        return "column.set(" + what + ", EvidenceClass.DERIVED);";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aFaultCostsItsOwn(String name, String bind, String measure, String issue) {
        costsItsOwn(ranked(name, bind, measure), issue);
    }

    @Test
    void itNeverEndsReadingItsLayers() {
        hangs = true;
        costsItsOwn(
                ranked("hangs-early", "hang();", GOOD, "moduleBindSeconds: 20"),
                "the module was stopped",
                "the 20 s of limits.moduleBindSeconds");
    }

    @Test
    void itHangsAtOneSiteAndIsUnknownAtAll() {
        hangs = true;
        Path run = ranked(
                "hangs",
                "",
                "if (sites.siteId(site).equals(\"P-100\")) hang();" + GOOD,
                "moduleBlockSeconds: 9.5",
                "--block-sites",
                "16");
        assertThat(issues(run)).contains("the module was stopped", "the 9.5 s of limits.moduleBlockSeconds");
        assertThat(Ranked.read(run).rows()).noneMatch(row -> row.containsKey("faultyHours"));
        restIsTheSame(run);
        Map<String, String> once = Trees.digests(run);
        // However the sites are cut and shared out, the run is the same, and a hung module is tried again.
        Headroom.Result again = rank("--force", "--threads", "1", "--block-sites", "7");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(Trees.digests(Path.of(again.lastLine())).get("ranked.gpkg")).isEqualTo(once.get("ranked.gpkg"));
    }

    /** It is named among the issues, and the rest is the same. */
    private static void costsItsOwn(Path run, String... issues) {
        assertThat(issues(run)).contains(issues);
        restIsTheSame(run);
    }

    private Path ranked(String name, String bind, String measure) {
        return ranked(name, bind, measure, "moduleBlockSeconds: 60");
    }

    private Path ranked(String name, String bind, String measure, String limit, String... options) {
        home = folder.resolve(name);
        new SampleProject(home).project(text -> text + "limits: {" + limit + "}\n");
        FaultyModule.drop(home, bind, measure);
        Headroom.Result result = rank(options);
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.err()).doesNotContain("Exception").doesNotContain("\tat ");
        return Path.of(result.lastLine());
    }

    private Headroom.Result rank(String... options) {
        Path out = home.resolve("runs");
        EarlierNight.lay(out);
        String project = home.resolve("geodata/catalog/samples/headroom.yaml").toString();
        Headroom headroom = Headroom.with("rank", "--project", project, "--out", out.toString())
                .and(options)
                .environment("HEADROOM_HOME", home.toString());
        return (hangs ? headroom.inAProcess() : headroom).run();
    }

    private static String issues(Path run) {
        try {
            return Files.readString(run.resolve("issues.csv"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** All values of all sites are those of a run without the plugin, but for the plugin's own and the id of the run. */
    private static void restIsTheSame(Path run) {
        Map<String, Map<String, Object>> with = Ranked.read(run).bySiteId();
        assertThat(with.keySet()).isEqualTo(withoutIt.keySet());
        with.forEach((id, row) -> {
            row.keySet().removeAll(List.of("runId", "geom"));
            row.keySet().removeIf(column -> column.startsWith("faultyHours"));
            assertThat(withoutIt.get(id)).as(id).containsAllEntriesOf(row);
        });
    }
}
