package org.headroom.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.headroom.ledger.run.LedgerRun;
import org.headroom.model.HeadroomException;
import org.headroom.runs.InputDigests;
import org.headroom.runs.file.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The terms of a move add up to it, a single cause gives a single kind of term, and what is named is what was changed. */
class LedgerTest {
    private static final int SITES = 60;
    private static Path out;
    private static int runs;

    @BeforeAll
    static void folder() throws IOException {
        out = Files.createTempDirectory("ledger");
    }

    @AfterAll
    static void delete() throws IOException {
        TinyWorld.delete(out);
    }

    private static LedgerRun run(TinyWorld world) {
        return world.run(out.resolve(world.day + "-" + ++runs));
    }

    /** What is told of two runs: the summary, and every move by its site. */
    private record Told(Changes changes, Map<String, Move> moves, String csv) {
        Set<String> causes() {
            Set<String> causes = new TreeSet<>();
            moves.values().forEach(move -> move.terms().forEach(term -> causes.add(term.cause())));
            return causes;
        }
    }

    private static Told told(LedgerRun before, LedgerRun after) {
        try (Ledger ledger = Ledger.between(before, after, TinyWorld.MODULES, 2)) {
            ChangesMaker maker = new ChangesMaker(ledger);
            Changes changes = maker.make(10, List.of());
            Map<String, Move> moves = new HashMap<>();
            ChangesTable table = new ChangesTable(maker, ledger);
            table.forEach(move -> assertThat(moves.put(move.site(), move)).isNull());
            StringWriter csv = new StringWriter();
            table.write(csv);
            moves.values().forEach(LedgerTest::assertCloses);
            return new Told(changes, moves, csv.toString());
        }
    }

    private static void assertCloses(Move move) {
        if (move.rankFrom() == null || move.rankTo() == null) {
            assertThat(move.terms()).hasSize(1);
            assertThat(move.terms().get(0).cause()).isEqualTo("candidates");
            return;
        }
        double score = move.terms().stream().mapToDouble(Move.Term::score).sum();
        int ranks = move.terms().stream().mapToInt(Move.Term::ranks).sum();
        assertThat(score).as(move.site()).isEqualTo(move.scoreTo() - move.scoreFrom(), within(1e-9));
        assertThat(ranks).as(move.site()).isEqualTo(move.rankTo() - move.rankFrom());
    }

    static Stream<Arguments> singleCauses() {
        return Stream.of(
                cause("candidates", "S-5", world -> {
                    world.sites.remove("S-5");
                    world.sites.put("S-100", 100);
                }),
                cause("data", "lines: line 2", world -> world.lines.put("line 2", 40.0)),
                cause("data", "bans: ban 4", world -> world.bans.remove("ban 4")),
                cause("parameters", "price reachKm value: 50 km -> 60 km", world -> world.reachKm = 60),
                cause("parameters", "distanceKm value", world -> world.anchors = "[0, 1], [20, 0.5], [60, 0]"),
                cause("rules", "dear energy", world -> world.dearAt = 100),
                cause("rules", "too far", world -> world.limitKm = 15),
                cause("rules", "near the line", world -> world.pointsPerKm = 0.11),
                cause("weights", "distanceKm weight: 0.4 -> 0.5", world -> world.weightOfDistance = 0.5),
                cause("calendar", "2026-11-28 -> 2026-12-04", world -> world.day = world.day.plusDays(6)));
    }

    private static Arguments cause(String cause, String named, Consumer<TinyWorld> change) {
        return Arguments.of(cause, named, change);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("singleCauses")
    void aSingleCauseGivesItsTermsAlone(String cause, String named, Consumer<TinyWorld> change) {
        TinyWorld world = TinyWorld.of(SITES);
        LedgerRun before = run(world);
        change.accept(world);
        LedgerRun after = run(world);
        Told told = told(before, after);
        assertThat(told.causes()).containsExactly(cause);
        assertThat(told.changes().causes())
                .extracting(Changes.CauseEntry::cause)
                .containsExactly(cause);
        assertThat(told.csv()).contains(named);
        Told back = told(after, before);
        assertThat(back.causes()).containsExactly(cause);
        told.moves().forEach((site, move) -> {
            Move reverse = back.moves().get(site);
            assertThat(reverse.rankTo()).isEqualTo(move.rankFrom());
            assertThat(reverse.scoreTo()).isEqualTo(move.scoreFrom());
        });
    }

    @Test
    void ofTheSameRunNothingIsTold() {
        TinyWorld world = TinyWorld.of(SITES);
        LedgerRun one = run(world);
        Told told = told(one, run(world));
        assertThat(told.moves()).isEmpty();
        assertThat(told.changes().causes()).isEmpty();
        assertThat(told.changes().counts()).isEqualTo(new Changes.Counts(0, 0, 0, 0, 0, 0, 0));
        assertThat(told.csv().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void mixedNightsClose(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TinyWorld world = TinyWorld.of(SITES);
        world.pointsPerKm = 0.05 * (seed % 2);
        LedgerRun before = run(world);
        List<Consumer<TinyWorld>> edits = new ArrayList<>();
        singleCauses().forEach(one -> {
            if (random.nextInt(3) > 0) {
                @SuppressWarnings("unchecked")
                Consumer<TinyWorld> change = (Consumer<TinyWorld>) one.get()[2];
                edits.add(change);
            }
        });
        world.rankBy = random.nextBoolean() ? "LOWER_BOUND" : "MIDDLE";
        edits.forEach(edit -> edit.accept(world));
        world.lines.put("line " + random.nextInt(7), random.nextDouble(50));
        LedgerRun after = run(world);
        Told told = told(before, after);
        assertThat(told.moves()).isNotEmpty();
        Told back = told(after, before);
        told.moves().forEach((site, move) -> {
            Move reverse = back.moves().get(site);
            assertThat(reverse.rankTo()).isEqualTo(move.rankFrom());
            assertThat(reverse.rankFrom()).isEqualTo(move.rankTo());
        });
    }

    /** They go with the rule when that is what was changed, and with the figure when it is that. */
    @Test
    void pointsInProportionGoWithWhatChangedThem() {
        TinyWorld plain = TinyWorld.of(SITES);
        LedgerRun plainBefore = run(plain);
        plain.lines.put("line 2", 14.0);
        Move without = told(plainBefore, run(plain)).moves().get("S-2");

        TinyWorld world = TinyWorld.of(SITES);
        world.pointsPerKm = 0.08;
        LedgerRun before = run(world);
        world.lines.put("line 2", 14.0);
        LedgerRun moved = run(world);
        Told data = told(before, moved);
        assertThat(data.causes()).containsExactly("data");
        Move with = data.moves().get("S-2");
        // From 11.25 to 16 km.
        assertThat(with.scoreTo() - with.scoreFrom())
                .isEqualTo(without.scoreTo() - without.scoreFrom() - 4.75 * 0.08, within(1e-9));
        assertThat(with.terms()).extracting(Move.Term::score).containsExactly(with.scoreTo() - with.scoreFrom());

        world.pointsPerKm = 0.06;
        Told rules = told(moved, run(world));
        assertThat(rules.causes()).containsExactly("rules");
        assertThat(rules.csv())
                .contains("0.08 per km of distanceKm below 45, at most 3")
                .contains("0.06 per km of distanceKm below 45, at most 3");
        Move less = rules.moves().get("S-2");
        assertThat(less.scoreTo() - less.scoreFrom()).isEqualTo(-29 * 0.02, within(1e-9));
    }

    @Test
    void whereARecordOfItsVeryPlaceDiffersNoOtherIsNamed() {
        TinyWorld world = TinyWorld.of(SITES);
        world.requests.put("here", new TinyWorld.Request("S-2", 10));
        world.requests.put("there", new TinyWorld.Request("S-3", 10));
        LedgerRun before = run(world);
        world.requests.put("here", new TinyWorld.Request("S-2", 400));
        world.requests.put("there", new TinyWorld.Request("S-3", 500));
        Told told = told(before, run(world));
        assertThat(told.moves().get("S-2").terms().get(0).records()).containsExactly("queue: here");
    }

    @Test
    void whatIsWorkedOutFromAChangedFigureGoesWithIt() {
        TinyWorld world = TinyWorld.of(SITES);
        LedgerRun before = run(world);
        world.lines.put("line 2", 40.0);
        world.day = world.day.plusDays(1);
        Told told = told(before, run(world));
        Move move = told.moves().get("S-2");
        assertThat(move.terms()).extracting(Move.Term::cause).startsWith("data");
        assertThat(move.terms().get(0).records()).containsExactly("lines: line 2");
        assertThat(move.terms().get(0).text())
                .contains("distanceKm 11.25 km -> 42 km")
                .contains("totalUsd");
    }

    @Test
    void aSettledUnknownAndAFlippedGateAreNamedWithWhatDidIt() {
        TinyWorld world = TinyWorld.of(SITES);
        LedgerRun before = run(world);
        world.lines.put("line 6", 56.0);
        Told told = told(before, run(world));
        assertThat(told.changes().settled())
                .filteredOn(one -> one.site().equals("S-6") && one.criterion().equals("distanceKm"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.from()).isNull();
                    assertThat(one.to()).isEqualTo(62.0);
                    assertThat(one.record()).isEqualTo("lines: line 6");
                });
        assertThat(told.changes().gates())
                .filteredOn(one -> one.site().equals("S-6"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.gate()).isEqualTo("grid");
                    assertThat(one.from()).isEqualTo("UNKNOWN");
                    assertThat(one.to()).isEqualTo("FAIL");
                    assertThat(one.cause()).isEqualTo("data");
                    assertThat(one.text()).isEqualTo("gate grid UNKNOWN -> FAIL by lines: line 6");
                });
    }

    @Test
    void aMoveThroughOthersSaysSo() {
        TinyWorld world = TinyWorld.of(SITES);
        LedgerRun before = run(world);
        world.lines.put("line 2", 40.0);
        Told told = told(before, run(world));
        assertThat(told.moves().values())
                .filteredOn(move -> move.scoreFrom().equals(move.scoreTo()))
                .isNotEmpty()
                .allSatisfy(move -> assertThat(move.terms().get(0).text())
                        .startsWith("only through others: ")
                        .containsAnyOf("passed"));
    }

    /** As an earlier version left it: without marks of records, under other digests. */
    private static LedgerRun ofAnEarlierVersion(LedgerRun run) throws IOException {
        try (Stream<Path> records = Files.list(run.files().records())) {
            for (Path file :
                    records.filter(one -> one.toString().endsWith(".marks")).toList()) {
                Files.delete(file);
            }
        }
        Map<String, String> layers = new TreeMap<>(run.inputs().layers());
        layers.replaceAll((layer, digest) -> "other " + digest);
        InputDigests inputs = new InputDigests(
                "",
                "0.1.0",
                run.date(),
                "",
                run.inputs().policy(),
                layers,
                run.inputs().modules());
        return new LedgerRun(
                run.name(),
                run.date(),
                run.project(),
                run.policy(),
                run.sector(),
                run.requestedLoadMw(),
                inputs.withComputedKey(),
                run.layers(),
                run.sources(),
                run.files(),
                run.compiledRules());
    }

    @Test
    void whereNoMarksAreKeptADayIsNotTakenForItsLayer() throws IOException {
        TinyWorld world = TinyWorld.of(SITES);
        LedgerRun before = ofAnEarlierVersion(run(world));
        world.day = world.day.plusDays(6);
        Told told = told(before, run(world));
        assertThat(told.causes()).containsExactly("calendar");
        assertThat(told.changes().causes().get(0).text()).startsWith("another day, 2026-11-28 -> 2026-12-04; ");
        assertThat(told.changes().notes())
                .singleElement()
                .asString()
                .startsWith("run " + before.name() + " was made by Headroom 0.1.0 and keeps no marks of records");
        world.lines.put("line 2", 40.0);
        Told mixed = told(before, run(world));
        assertThat(mixed.causes()).containsExactly("calendar", "data");
        assertThat(mixed.changes().causes())
                .extracting(Changes.CauseEntry::text)
                .anyMatch(text -> text.startsWith("lines: 7 records perhaps changed"));
    }

    /** One night with a bit of everything, word for word. */
    @Test
    void aMixedNightIsToldAsItWas() throws IOException {
        TinyWorld world = TinyWorld.of(12);
        LedgerRun before = world.run(out.resolve("golden/2026-11-28-1"));
        world.sites.remove("S-5");
        world.sites.put("S-100", 100);
        world.lines.put("line 6", 12.0);
        world.bans.put("ban 1", LocalDate.parse("2026-12-20"));
        world.reachKm = 60;
        world.weightOfDistance = 0.5;
        world.day = world.day.plusDays(3);
        Told told = told(before, world.run(out.resolve("golden/2026-12-01-1")));
        String now = new String(Json.bytes(told.changes()), StandardCharsets.UTF_8);
        try (InputStream golden = LedgerTest.class.getResourceAsStream("mixed-night.json")) {
            assertThat(now).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void runsOfOtherProjectsAreRefused() {
        LedgerRun one = run(TinyWorld.of(5));
        LedgerRun other = new LedgerRun(
                "2026-11-29-1",
                one.date(),
                "another",
                one.policy(),
                one.sector(),
                one.requestedLoadMw(),
                one.inputs(),
                one.layers(),
                one.sources(),
                one.files(),
                one.compiledRules());
        assertThatThrownBy(() -> Ledger.between(one, other, TinyWorld.MODULES, 1))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("within one project");
    }
}
