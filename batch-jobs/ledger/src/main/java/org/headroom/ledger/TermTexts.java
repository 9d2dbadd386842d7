package org.headroom.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.headroom.ledger.cause.Cause;
import org.headroom.ledger.cause.CellCauses;
import org.headroom.ledger.cause.Step;
import org.headroom.ledger.run.OpenRun;
import org.headroom.ledger.stage.Evidence;
import org.headroom.model.Criterion;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.spi.MeasurementColumn;

/** What a term says: the records behind it and one sentence. Not safe for several threads. */
final class TermTexts {
    /** Up to so many sites every sentence has the figures behind it; reading them for each site of a million would take longer than the rest. */
    private static final int FIGURES_UP_TO = 50_000;

    /** A record so near to a site is of its very place. */
    private static final double HERE_KM = 0.1;

    private final Ledger ledger;
    private final MeasurementColumn one = new MeasurementColumn(1);
    private final double[] longitude = new double[1];
    private final double[] latitude = new double[1];

    TermTexts(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The records that decided otherwise in a step; where no single one decided, those that differ at the site's place, else nearest to it. */
    List<String> records(int step, int site, List<Evidence> evidence, boolean hasFigures) {
        Set<String> records = new LinkedHashSet<>();
        for (Evidence found : evidence) {
            if (found.step() == step && found.record() >= 0) {
                records.add(record(found));
            }
        }
        if (hasFigures && records.isEmpty() && ledger.steps().get(step).cause() == Cause.DATA && has(step, evidence)) {
            near(step, site).forEach(near -> records.add(record(step, near)));
        }
        return List.copyOf(records);
    }

    private static boolean has(int step, List<Evidence> evidence) {
        return evidence.stream().anyMatch(found -> found.step() == step);
    }

    /** Whether sentences of any site have the figures behind them, or only those of the summary. */
    boolean isSmall() {
        return ledger.after().size() <= FIGURES_UP_TO;
    }

    private List<CellCauses.NearRecord> near(int step, int site) {
        ledger.after().sites().readLongitudes(site, 1, longitude);
        ledger.after().sites().readLatitudes(site, 1, latitude);
        List<CellCauses.NearRecord> near = ledger.causes().nearest(step, longitude[0], latitude[0]);
        List<CellCauses.NearRecord> here =
                near.stream().filter(record -> record.km() < HERE_KM).toList();
        return here.isEmpty() ? near : here;
    }

    private String record(int step, CellCauses.NearRecord near) {
        String layer = ledger.steps().get(step).layer();
        return layer + ": "
                + (near.isAfter()
                        ? ledger.idsAfter().id(ledger.idsAfter().layers().indexOf(layer), near.record())
                        : ledger.idsBefore().id(ledger.idsBefore().layers().indexOf(layer), near.record()));
    }

    private String record(Evidence found) {
        String layer = (found.isAfter() ? ledger.idsAfter() : ledger.idsBefore())
                .layers()
                .get(found.layer());
        String id = (found.isAfter() ? ledger.idsAfter() : ledger.idsBefore()).id(found.layer(), found.record());
        return id.isEmpty() ? layer : layer + ": " + id;
    }

    /**
     * One sentence.
     *
     * @param records as {@link #records} gives them
     * @param hasFigures whether it tells the figures that differ
     * @param isScored whether the site itself was scored otherwise in the step
     * @param ranks by how many ranks it moved
     */
    String text(
            int step,
            int site,
            List<Evidence> evidence,
            List<String> records,
            boolean hasFigures,
            boolean isScored,
            int ranks) {
        Step ofStep = ledger.steps().get(step);
        List<String> cells = new ArrayList<>();
        for (Evidence found : evidence) {
            if (found.step() == step) {
                cells.add(hasFigures ? cell(found.criterion(), site) : found.criterion());
            }
        }
        if (cells.isEmpty() && !isScored) {
            return others(ofStep, ranks);
        }
        String what = ofStep.of();
        if (ofStep.cause() == Cause.DATA && cells.isEmpty()) {
            return what + ": what it says of the site itself is another";
        }
        if (ofStep.cause() == Cause.CALENDAR && cells.isEmpty()) {
            return what + ": what unknown means hangs on the day";
        }
        String input = what.isEmpty() ? ofStep.cause().id() : what;
        String behind = records.isEmpty()
                ? input
                : ofStep.cause() == Cause.DATA ? String.join(", ", records) : input + ", " + String.join(", ", records);
        return cells.isEmpty() ? behind : behind + ": " + String.join("; ", cells);
    }

    static String others(Step step, int ranks) {
        int by = Math.abs(ranks);
        String who = by == 1 ? "one other" : by + " others";
        String through = step.cause() == Cause.CANDIDATES
                ? ranks > 0
                        ? by == 1 ? "a new site stands before it" : by + " more sites stand before it"
                        : by == 1 ? "one site fewer stands before it" : by + " sites fewer stand before it"
                : ranks > 0 ? who + " passed it" : "it passed " + who + " that fell";
        return "only through others: " + through;
    }

    /** A measurement as it was and is: {@code moratoriumGate FAIL -> PASS}. */
    private String cell(String criterion, int site) {
        Optional<Criterion> known = Stream.of(
                        ledger.changes().after(), ledger.changes().before())
                .flatMap(policy -> policy.vocabulary().criteria().stream())
                .filter(one -> one.id().equals(criterion))
                .findFirst();
        String then = value(ledger.before(), criterion, ledger.match().earlier()[site], known);
        String now = value(ledger.after(), criterion, site, known);
        return criterion + (then.equals(now) ? " " + now + " on other grounds" : " " + then + " -> " + now);
    }

    private String value(OpenRun run, String criterion, int site, Optional<Criterion> known) {
        MeasurementFile file = run.columns().measured().get(criterion);
        if (file == null) {
            return "not measured";
        }
        file.read(site, 1, one);
        return one.isKnown(0) ? value(one.lower(0), one.upper(0), known) : "unknown (" + one.reason(0) + ")";
    }

    /** Bounds as people read them, with their unit. */
    static String value(double lower, double upper, Optional<Criterion> known) {
        return lower == upper
                ? end(lower, known)
                : Double.isInfinite(upper)
                        ? end(lower, known) + " or more"
                        : end(lower, known) + " to " + end(upper, known);
    }

    private static String end(double value, Optional<Criterion> known) {
        if (known.isPresent() && known.get().isCategory()) {
            List<String> labels = known.get().labels();
            return value >= 0 && value < labels.size() ? labels.get((int) value) : plain(value);
        }
        String unit = known.map(Criterion::unit).orElse("1");
        if (unit.equals(Criterion.DATE)) {
            return LocalDate.ofEpochDay((long) value).toString();
        }
        return unit.equals("1") ? plain(value) : plain(value) + " " + unit;
    }

    private static String plain(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
