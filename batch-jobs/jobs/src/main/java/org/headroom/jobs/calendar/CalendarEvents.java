package org.headroom.jobs.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.headroom.ledger.calendar.Calendar.Event;
import org.headroom.ledger.calendar.Calendar.Kind;
import org.headroom.ledger.calendar.DaySearch.Step;
import org.headroom.ledger.calendar.Standing;
import org.headroom.model.GateAnswer;
import org.headroom.model.LayerKind;
import org.headroom.runs.store.SiteStore;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.Layer;
import org.jspecify.annotations.Nullable;

/** Says what has changed between two days. */
final class CalendarEvents {
    /** What a layer is from the day on which no run is possible any more. */
    static final String REFUSED = "REFUSED";

    private static final GateAnswer[] ANSWERS = GateAnswer.values();

    private final SiteStore sites;
    private final List<Layer> layers;
    private final int topN;

    CalendarEvents(SiteStore sites, List<Layer> layers, int topN) {
        this.sites = sites;
        this.layers = layers;
        this.topN = topN;
    }

    /** The record that decides. */
    private record Decider(FeatureLayer layer, int record) {}

    /** Gates by site, then tiers, the top by rank, layers. */
    List<Event> of(Step step) {
        Standing before = step.before();
        Standing after = step.after();
        List<Event> events = new ArrayList<>();
        if (after.refusal().isPresent()) {
            events.add(new Event(
                    Kind.LAYER,
                    null,
                    null,
                    null,
                    null,
                    null,
                    REFUSED,
                    after.refusal().get()));
            return events;
        }
        for (int site = 0; site < after.size(); site++) {
            if (before.gate(site) != after.gate(site)) {
                events.add(gate(step, site));
            }
        }
        for (int site = 0; site < after.size(); site++) {
            if (before.gate(site) == after.gate(site) && before.tier(site) != after.tier(site)) {
                String from = Integer.toString(before.tier(site));
                String to = Integer.toString(after.tier(site));
                events.add(event(
                        Kind.TIER, site, from, to, shown(site) + " comes from tier " + from + " into tier " + to));
            }
        }
        addTop(before, after, events);
        addLayers(before, after, events);
        return events;
    }

    private void addTop(Standing before, Standing after, List<Event> events) {
        for (int site : after.top()) {
            if (before.rank(site) == 0) {
                int rank = after.rank(site);
                events.add(event(
                        Kind.TOP_N,
                        site,
                        null,
                        Integer.toString(rank),
                        shown(site) + " enters the top " + topN + " at " + rank));
            }
        }
        for (int site : before.top()) {
            if (after.rank(site) == 0) {
                int rank = before.rank(site);
                events.add(event(
                        Kind.TOP_N,
                        site,
                        Integer.toString(rank),
                        null,
                        shown(site) + " leaves the top " + topN + ", where it was " + rank));
            }
        }
    }

    private static void addLayers(Standing before, Standing after, List<Event> events) {
        for (Map.Entry<String, String> layer : new TreeMap<>(after.layers()).entrySet()) {
            String then = before.layers().get(layer.getKey());
            String now = layer.getValue();
            if (then != null && !then.equals(now)) {
                String what =
                        switch (now) {
                            case "WITHHELD" -> "is too old and is not used any more: what needs it is unknown";
                            case "MARKED" -> "is older than it may be: it is used, and marked";
                            default -> "is used";
                        };
                events.add(new Event(
                        Kind.LAYER,
                        null,
                        null,
                        layer.getKey(),
                        null,
                        then,
                        now,
                        "layer " + layer.getKey() + " " + what));
            }
        }
    }

    private Event event(Kind kind, int site, @Nullable String from, @Nullable String to, String text) {
        return new Event(kind, sites.siteId(site), sites.name(site), null, null, from, to, text);
    }

    private Event gate(Step step, int site) {
        GateAnswer from = ANSWERS[step.before().gate(site)];
        GateAnswer to = ANSWERS[step.after().gate(site)];
        Optional<Decider> decider = decider(step, site, isBound(from));
        String what = shown(site) + " is " + to + " instead of " + from;
        return new Event(
                Kind.GATE,
                sites.siteId(site),
                sites.name(site),
                decider.map(found -> found.layer().id()).orElse(null),
                decider.map(found -> found.layer().recordId(found.record())).orElse(null),
                from.name(),
                to.name(),
                decider.map(found -> because(found, from, to) + ": ").orElse("") + what);
    }

    /** Whether something is known to stand in the way. */
    private static boolean isBound(GateAnswer answer) {
        return answer == GateAnswer.FAIL || answer == GateAnswer.CONDITIONAL;
    }

    /** Where something stood in the way the record that decided before, else the one that does now; of several criteria the first that has changed. */
    private Optional<Decider> decider(Step step, int site, boolean wasBound) {
        Standing first = wasBound ? step.before() : step.after();
        Standing second = wasBound ? step.after() : step.before();
        for (String criterion : new TreeMap<>(first.decided()).keySet()) {
            Standing.Decided one = first.decided().get(criterion);
            Standing.Decided other = second.decided().get(criterion);
            if (one == null || other == null || one.isSame(other, site)) {
                continue;
            }
            for (Standing.Decided decided : List.of(one, other)) {
                int layer = decided.layer(site);
                if (layer >= 0
                        && decided.record(site) >= 0
                        && layers.get(layer) instanceof FeatureLayer features
                        && decided.record(site) < features.size()) {
                    return Optional.of(new Decider(features, decided.record(site)));
                }
            }
        }
        return Optional.empty();
    }

    private static String because(Decider decider, GateAnswer from, GateAnswer to) {
        FeatureLayer layer = decider.layer();
        String record = "record " + layer.recordId(decider.record()) + " of layer " + layer.id();
        if (!layer.kind().equals(LayerKind.MORATORIUM)) {
            return "by " + record;
        }
        String named = layer.texts("jurisdictionName")[decider.record()];
        String who = (named == null ? "an unnamed place" : named) + " (" + record + ") ";
        if ("NONE".equals(layer.texts("moratoriumStatus")[decider.record()])) {
            return "somebody looked for a moratorium of " + who + "and found none";
        }
        String what = "the moratorium of " + who;
        if (to == GateAnswer.FAIL || to == GateAnswer.CONDITIONAL && !isBound(from)) {
            return what + "holds";
        }
        if (to == GateAnswer.PASS) {
            return what + "is over";
        }
        return what + (isBound(from) ? "may be over" : "may hold");
    }

    /** Counties of many states have one name. */
    private String shown(int site) {
        String name = sites.name(site);
        String id = sites.siteId(site);
        String state = sites.block(site, 1).texts("stateCode")[0];
        boolean isNamed = name != null && !name.isBlank() && !name.equals(id);
        return (isNamed ? name : id) + (state == null ? "" : ", " + state) + (isNamed ? " (" + id + ")" : "");
    }
}
