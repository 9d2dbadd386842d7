package org.headroom.it;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.headroom.it.KillLibrary.Made;
import org.headroom.it.KillPoint.Call;
import org.headroom.it.KillPoint.Kind;
import org.headroom.it.KillPoint.Start;

/**
 * Chooses the points: of each ten five at random times (half as many where points are few), three by the number of a chunk, two at the calls with which a run is published,
 * and two more at those with which it begins. The same seed gives the same points.
 */
final class KillPlan {
    private static final String DATABASE = ".jobs/jobs.mv.db";
    private static final String PUBLISHING = ".publishing";
    private static final List<String> OTHER_CALLS = List.of("open", "write", "fsync", "link", "mkdir", "delete");

    /** From this many points on, half of them are at random times, and every rename of publishing is one. */
    private static final int LONG = 200;

    private final Random random;
    private final Map<Start, List<Made>> calls;
    private final List<KillPoint> points = new ArrayList<>();

    private KillPlan(long seed, Map<Start, List<Made>> calls) {
        this.random = new Random(seed);
        this.calls = calls;
    }

    /**
     * A plan of at least so many points.
     *
     * @param calls what undisturbed runs call; when empty, only times are planned
     */
    static List<KillPoint> make(int size, long seed, Map<Start, List<Made>> calls) {
        KillPlan plan = new KillPlan(seed, calls);
        int times = size >= LONG ? size / 2 : size / 4;
        plan.times(times);
        if (!calls.isEmpty()) {
            plan.beginning(size / 5);
            int chunks = size * 3 / 10;
            plan.chunks(chunks / 2, "measured.seals", "scored.seals");
            plan.chunks(chunks - chunks / 2, "scored.seals", "order.i32");
            int publishing = size - size / 2 - chunks;
            plan.renames(publishing / 2, size >= LONG);
            plan.publishing(publishing - publishing / 2);
        }
        return plan.points;
    }

    private static Start start(int point) {
        return Start.values()[point % Start.values().length];
    }

    private void times(int size) {
        for (int i = 0; i < size; i++) {
            points.add(KillPoint.atTime(start(i), random.nextDouble()));
        }
    }

    /** Any call until the inputs are known, in an empty folder: all of job repository and work folder is made there. And the kept rules. */
    private void beginning(int size) {
        for (int place : spread(size - 1, indexOf(calls.get(Start.EMPTY), "inputs.json"))) {
            points.add(KillPoint.atCall(
                    Kind.BEGINNING, Start.EMPTY, new Call("", "", "", place + 1, random.nextBoolean())));
        }
        points.add(KillPoint.atCall(Kind.BEGINNING, Start.EMPTY, new Call(".rules/", "", "rename", 1, true)));
    }

    /**
     * Chunks of a step from the first to the last, in turn: before one of its blocks is sealed, before its checkpoint is brought to the
     * disk, and after that.
     */
    private void chunks(int size, String seals, String nextStep) {
        for (int i = 0; i < size; i++) {
            Start start = start(i / 3);
            List<Made> step = between(calls.get(start), seals, nextStep);
            boolean isBlock = i % 3 == 0;
            String name = isBlock ? seals : DATABASE;
            String call = isBlock ? "write" : "fsync";
            int at = 1 + (int) ((i + random.nextDouble()) / size * count(step, call, name));
            points.add(KillPoint.atCall(Kind.CHUNK, start, new Call(name, seals, call, at, i % 3 < 2)));
        }
    }

    /** Renames from the first in publishing on, before one and after the next; the one that shows the run both. */
    private void renames(int size, boolean all) {
        List<Made> made = between(calls.get(Start.LOADED), PUBLISHING, "");
        List<Made> renames =
                made.stream().filter(call -> call.call().equals("rename")).toList();
        for (int place : spread(all ? renames.size() : size, renames.size())) {
            boolean shows = renames.get(place).path().matches(".*/\\d{4}-\\d\\d-\\d\\d-\\d+");
            publishing(Start.LOADED, "rename", place + 1, shows || place % 2 == 0);
            if (shows) {
                publishing(Start.LOADED, "rename", place + 1, false);
            }
        }
    }

    /** The other calls of publishing, as many of each kind, from the first to the last. */
    private void publishing(int size) {
        for (int kind = 0; kind < OTHER_CALLS.size(); kind++) {
            String call = OTHER_CALLS.get(kind);
            int ofKind = size * (kind + 1) / OTHER_CALLS.size() - size * kind / OTHER_CALLS.size();
            Start start = kind % 2 == 0 ? Start.NEXT_NIGHT : Start.LOADED;
            for (int place : spread(ofKind, count(between(calls.get(start), PUBLISHING, ""), call, ""))) {
                publishing(start, call, place + 1, random.nextBoolean());
            }
        }
    }

    private void publishing(Start start, String call, int at, boolean isBefore) {
        points.add(KillPoint.atCall(Kind.PUBLISHING, start, new Call("", PUBLISHING, call, at, isBefore)));
    }

    /** Places from 0 on that lie evenly among {@code all}. */
    private static List<Integer> spread(int wanted, int all) {
        int count = Math.min(wanted, all);
        return IntStream.range(0, count)
                .mapToObj(i -> (int) ((i + 0.5) * all / count))
                .toList();
    }

    /** The calls from the first on a path with {@code first} in it to the one before the first with {@code end}; to the last when empty. */
    private static List<Made> between(List<Made> calls, String first, String end) {
        int from = indexOf(calls, first);
        return calls.subList(from, end.isEmpty() ? calls.size() : indexOf(calls, end));
    }

    private static int indexOf(List<Made> calls, String path) {
        return IntStream.range(0, calls.size())
                .filter(i -> calls.get(i).path().contains(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is called on " + path));
    }

    private static int count(List<Made> calls, String call, String path) {
        return (int) calls.stream()
                .filter(made -> made.call().equals(call) && made.path().contains(path))
                .count();
    }

    /** The numbers of all points in a seeded order, so that a part of them is like the whole. */
    static List<Integer> order(int points, long seed) {
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, points).boxed().toList());
        Collections.shuffle(numbers, new Random(seed));
        return numbers;
    }
}
