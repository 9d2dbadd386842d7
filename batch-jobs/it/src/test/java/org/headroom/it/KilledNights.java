package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.headroom.it.KillLibrary.Made;
import org.headroom.it.KillPoint.Start;
import org.headroom.runs.file.Folders;

/**
 * Ranks, kills what ranks, starts the same command again, and compares all that is then in the output folder with
 * that of a night that nobody disturbed. Safe for several threads.
 */
final class KilledNights {
    /** What is not compared: the job repository, which tells of every start. */
    private static final Set<String> HISTORY = Set.of(".jobs");

    /** Files of the work folder, the newest first, and what was done when they were there. */
    private static final Map<String, String> TRACES = new LinkedHashMap<>();

    static {
        TRACES.put("decision/drawn.json", "decide");
        TRACES.put("order.i32", "rank");
        TRACES.put("scored.seals", "score");
        TRACES.put("measured.seals", "measure");
        TRACES.put("sites/siteId.txt", "candidates");
        TRACES.put("inputs.json", "load");
    }

    private static final String SAMPLE = "geodata/catalog/samples/";
    private static final int KILLED = 128 + 9;
    private static final int TRIES = 30;
    private static final int MAX_DIFFERENCES = 5;

    /** More than a run has calls left when it is killed late, so that some restarts are not killed again. */
    private static final int CALLS_OF_A_RESTART = 400;

    private final Path folder;
    private final Optional<KillLibrary> library;
    private final SampleProject first;
    private final SampleProject second;
    private final Map<Start, Map<String, String>> undisturbed = new EnumMap<>(Start.class);
    private final Map<Start, List<String>> undisturbedSites = new EnumMap<>(Start.class);
    private final Map<Start, Long> usualMillis = new ConcurrentHashMap<>();
    private final Map<Start, List<Made>> calls = new ConcurrentHashMap<>();

    /** Makes the nights that others are compared with, in a folder that is there. */
    KilledNights(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        library = KillLibrary.compile(folder);
        first = project("first");
        second = project("second")
                .edit(SAMPLE + "data/zone_prices.csv", text -> text.replaceFirst("(\\d)\\.(\\d)", "$1.9$2"));
        Files.createDirectory(folder.resolve("tmp"));
        undisturbed(Start.EMPTY);
        Path firstNight = out(Start.EMPTY);
        Trees.copy(firstNight, start(Start.NEXT_NIGHT));
        Files.createDirectory(start(Start.LOADED));
        for (String part : List.of(".layers", ".rules")) {
            Trees.copy(firstNight.resolve(part), start(Start.LOADED).resolve(part));
        }
        // That a night from loaded layers leaves the same is seen where it is watched.
        undisturbed.put(Start.LOADED, Objects.requireNonNull(undisturbed.get(Start.EMPTY)));
        undisturbedSites.put(Start.LOADED, Objects.requireNonNull(undisturbedSites.get(Start.EMPTY)));
        undisturbed(Start.NEXT_NIGHT);
        Stream.of(Start.values()).parallel().forEach(this::watch);
    }

    private SampleProject project(String name) {
        return new SampleProject(folder.resolve(name)).spacing("11");
    }

    private void undisturbed(Start start) {
        Path out = out(start);
        lay(start, out);
        rank(start, out).done();
        undisturbed.put(start, Trees.everything(out, HISTORY));
        undisturbedSites.put(start, sites(start, out));
    }

    /** Output folder of the undisturbed night. */
    private Path out(Start start) {
        return folder.resolve("undisturbed-" + start);
    }

    /** What lies in the output folder before a night; not there when nothing does. */
    private Path start(Start start) {
        return folder.resolve("start-" + start);
    }

    /** Takes the time and the calls of a night, while others run as they will later on. */
    private void watch(Start start) {
        Path out = folder.resolve("watched-" + start);
        Path log = folder.resolve("calls-" + start);
        lay(start, out);
        Headroom headroom = rank(start, out);
        library.ifPresent(l -> l.log(headroom, out, log));
        long began = System.nanoTime();
        headroom.done();
        usualMillis.put(start, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        assertThat(Trees.everything(out, HISTORY)).isEqualTo(undisturbed.get(start));
        if (library.isPresent()) {
            try {
                calls.put(start, KillLibrary.read(log));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** What undisturbed runs call; empty where calls cannot be seen. */
    Map<Start, List<Made>> calls() {
        return calls;
    }

    private void lay(Start start, Path out) {
        if (Files.exists(start(start))) {
            Trees.copy(start(start), out);
        }
    }

    private Headroom rank(Start start, Path out) {
        SampleProject project = start == Start.NEXT_NIGHT ? second : first;
        return project.command(out, "--block-sites", "4", "--threads", "2")
                .jvm("-Djava.io.tmpdir=" + folder.resolve("tmp"));
    }

    private static String run(Start start) {
        return start == Start.NEXT_NIGHT ? "2026-06-01-2" : "2026-06-01-1";
    }

    private static List<String> sites(Start start, Path out) {
        Path run = out.resolve(run(start));
        return Files.exists(run.resolve("ranked.gpkg"))
                ? Ranked.read(run).rows().stream()
                        .map(row -> String.valueOf(row.get("siteId")))
                        .toList()
                : List.of();
    }

    /**
     * What came of a point.
     *
     * @param name of the folder in which it ran
     * @param reached what the run was doing when it was killed first
     * @param depth how many processes were killed
     * @param lost sites that are missing in the end
     * @param doubled rows too many in the end
     * @param problem what is wrong; empty when all is as in the undisturbed night
     */
    record Verdict(String name, KillPoint point, String reached, int depth, long lost, long doubled, String problem) {
        boolean isIdentical() {
            return problem.isEmpty();
        }
    }

    /**
     * Kills a run at a point, and as often again as is asked for in the restarts, each at a random call; then lets it come to its end.
     *
     * @param name of the folder in which it runs; what is wrong can be seen there afterwards
     */
    Verdict kill(KillPoint point, int times, long seed, String name) throws IOException, InterruptedException {
        Path place = Files.createDirectory(folder.resolve(name));
        Path out = place.resolve("runs");
        String reached = "";
        int depth = 0;
        String problem;
        try {
            strike(point, out, place.resolve("killed-1"));
            reached = reached(point.start(), out);
            Random random = new Random(seed);
            depth = 1;
            while (depth < times && killAgain(point.start(), random, out, place.resolve("killed-" + (depth + 1)))) {
                depth++;
            }
            problem = finish(point.start(), out);
        } catch (AssertionError e) {
            problem = String.valueOf(e.getMessage());
        }
        List<String> expected = Objects.requireNonNull(undisturbedSites.get(point.start()));
        List<String> sites = sites(point.start(), out);
        Set<String> different = new HashSet<>(sites);
        if (problem.isEmpty()) {
            Folders.delete(place);
        }
        return new Verdict(
                name,
                point,
                reached,
                depth,
                expected.stream().filter(site -> !different.contains(site)).count(),
                sites.size() - different.size(),
                problem);
    }

    /** Starts the command as it is meant to be started; gives what is wrong in the end. */
    private String finish(Start start, Path out) throws IOException {
        Headroom.Result end = rank(start, out).run();
        return end.exit() == 0 ? difference(start, out) : "exit " + end.exit() + ": " + end.err();
    }

    /** Kills at the point, or sooner when the run was over before it. */
    private void strike(KillPoint wanted, Path out, Path log) throws IOException, InterruptedException {
        KillPoint point = wanted;
        for (int i = 0; i < TRIES; i++) {
            Folders.delete(out);
            lay(point.start(), out);
            if (isKilled(point, out, log)) {
                return;
            }
            point = point.earlier();
        }
        throw new AssertionError("no run was killed " + wanted);
    }

    private boolean isKilled(KillPoint point, Path out, Path log) throws IOException, InterruptedException {
        Headroom headroom = rank(point.start(), out);
        if (point.call().isPresent()) {
            return diedOf(library.orElseThrow().arm(headroom, out, point.call().get()), log);
        }
        Process process = headroom.start(log);
        process.waitFor((long) (point.share() * usualMillis.get(point.start())), TimeUnit.MILLISECONDS);
        process.destroyForcibly();
        return exit(process, log) == KILLED;
    }

    private boolean killAgain(Start start, Random random, Path out, Path log) throws IOException, InterruptedException {
        Headroom headroom = rank(start, out);
        if (library.isEmpty()) {
            Process process = headroom.start(log);
            process.waitFor(random.nextLong(usualMillis.get(start)), TimeUnit.MILLISECONDS);
            process.destroyForcibly();
            return exit(process, log) == KILLED;
        }
        int at = (int) Math.pow(CALLS_OF_A_RESTART, random.nextDouble());
        return diedOf(library.get().arm(headroom, out, new KillPoint.Call("", "", "", at, random.nextBoolean())), log);
    }

    private static boolean diedOf(Headroom armed, Path log) throws IOException, InterruptedException {
        return exit(armed.start(log), log) == KILLED;
    }

    /** Waits for the end, which must be that of a killed process, or of one that was done before. */
    private static int exit(Process process, Path log) throws IOException, InterruptedException {
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(log + " did not end");
        }
        assertThat(process.exitValue())
                .as(Files.readString(log.resolveSibling(log.getFileName() + ".err")))
                .isIn(0, KILLED);
        return process.exitValue();
    }

    /** The last step of which the run has left a trace. */
    private static String reached(Start start, Path out) throws IOException {
        Path work = out.resolve("." + run(start) + ".work");
        if (Files.exists(out.resolve(run(start)))) {
            return Files.exists(work) ? "shown" : "done";
        }
        if (Files.exists(out.resolve("." + run(start) + ".publishing"))) {
            return "publish";
        }
        for (Map.Entry<String, String> trace : TRACES.entrySet()) {
            if (Files.exists(work.resolve(trace.getKey()))) {
                return trace.getValue();
            }
        }
        return "begin";
    }

    private String difference(Start start, Path out) {
        Map<String, String> expected = Objects.requireNonNull(undisturbed.get(start));
        Map<String, String> found = Trees.everything(out, HISTORY);
        List<String> differences = new ArrayList<>();
        expected.forEach((path, content) -> {
            String other = found.remove(path);
            if (!content.equals(other)) {
                differences.add((other == null ? "missing " : "different ") + path);
            }
        });
        found.keySet().forEach(path -> differences.add("too much " + path));
        return differences.size() <= MAX_DIFFERENCES
                ? String.join(", ", differences)
                : String.join(", ", differences.subList(0, MAX_DIFFERENCES)) + " and "
                        + (differences.size() - MAX_DIFFERENCES) + " more";
    }
}
