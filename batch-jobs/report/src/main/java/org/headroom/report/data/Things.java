package org.headroom.report.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.headroom.decide.advice.Advice;
import org.headroom.model.GateAnswer;
import org.headroom.report.safe.Figures;
import org.headroom.runs.Manifest;
import org.jspecify.annotations.Nullable;

/** Chooses the three things to know: what moved or leads, whom to call, and what comes up or is not known. */
final class Things {
    private static final int WANTED = 3;

    private Things() {}

    static List<Thing> of(
            SiteColumns columns,
            Manifest manifest,
            int topN,
            @Nullable JsonNode moved,
            @Nullable JsonNode comingUp,
            @Nullable Advice advice,
            List<Excluded> excluded) {
        List<Thing> things = new ArrayList<>();
        addIfAny(things, moved(moved));
        if (things.isEmpty()) {
            addIfAny(things, leads(columns, topN));
        }
        if (advice != null && !advice.entries().isEmpty()) {
            things.add(new Thing(Thing.Kind.CALL, advice.entries().get(0).advice(), "#calls"));
        }
        addIfAny(things, comingUp(comingUp));
        addIfAny(things, unsure(manifest));
        addIfAny(things, excluded(excluded));
        addIfAny(things, leads(columns, topN));
        List<Thing> distinct = new ArrayList<>();
        for (Thing thing : things) {
            if (distinct.stream().noneMatch(other -> other.kind() == thing.kind())) {
                distinct.add(thing);
            }
        }
        while (distinct.size() < WANTED) {
            distinct.add(new Thing(
                    Thing.Kind.UNSURE,
                    Figures.count(manifest.issues(), "problem was", "problems were") + " found in the input.",
                    "#data"));
        }
        return distinct.subList(0, WANTED);
    }

    private static void addIfAny(List<Thing> things, @Nullable Thing thing) {
        if (thing != null) {
            things.add(thing);
        }
    }

    private static @Nullable Thing moved(@Nullable JsonNode changes) {
        if (changes == null
                || changes.path("from").isNull()
                || changes.path("from").isMissingNode()) {
            return null;
        }
        JsonNode counts = changes.path("counts");
        long moved = counts.path("moved").asLong();
        JsonNode cause = changes.path("causes").path(0);
        JsonNode first = changes.path("entered").path(0);
        StringBuilder text = new StringBuilder();
        if (moved == 0) {
            return new Thing(
                    Thing.Kind.MOVED,
                    "No site moved since " + changes.path("from").path("date").asText() + ".",
                    "#moved");
        }
        text.append(Figures.count(moved, "site", "sites"))
                .append(" moved since ")
                .append(changes.path("from").path("date").asText());
        if (!cause.isMissingNode()) {
            String kind = cause.path("cause").asText();
            text.append(", most by ")
                    .append(kind.equals("calendar") ? "the passing of days" : kind + " " + title(cause));
        }
        if (!first.isMissingNode()) {
            text.append("; new in the top ")
                    .append(changes.path("topN").asInt())
                    .append(": ")
                    .append(name(first));
        }
        return new Thing(Thing.Kind.MOVED, text.append('.').toString(), "#moved");
    }

    private static String name(JsonNode move) {
        String name = move.path("name").asText("");
        return name.isEmpty() ? move.path("site").asText() : name;
    }

    private static @Nullable Thing leads(SiteColumns columns, int topN) {
        if (columns.texts() == 0 || columns.gate(0) == GateAnswer.FAIL) {
            return null;
        }
        double sure = columns.number(0, SiteNumber.TOP_N);
        double low = columns.number(0, SiteNumber.SCORE_LOW);
        double high = columns.number(0, SiteNumber.SCORE_HIGH);
        return new Thing(
                Thing.Kind.TOP,
                columns.label(0) + " leads with " + Figures.fixed(columns.number(0, SiteNumber.SCORE), 1) + " points"
                        + (low == high ? "" : " (" + Figures.range(low, high, 1) + ")")
                        + (Double.isNaN(sure)
                                ? "."
                                : "; it is among the first " + topN + " with " + Figures.percent(sure) + "."),
                "#top");
    }

    /** The title of the layer that did it; else what did it. */
    private static String title(JsonNode cause) {
        String title = cause.path("title").asText();
        return title.isEmpty() ? cause.path("of").asText() : title;
    }

    private static @Nullable Thing comingUp(@Nullable JsonNode calendar) {
        if (calendar == null) {
            return null;
        }
        for (JsonNode day : calendar.path("days")) {
            for (JsonNode event : day.path("events")) {
                return new Thing(
                        Thing.Kind.COMING,
                        day.path("date").asText() + ": " + event.path("text").asText(),
                        "#coming");
            }
        }
        return null;
    }

    private static @Nullable Thing unsure(Manifest manifest) {
        long unknown = manifest.gates().unknown();
        return unknown == 0
                ? null
                : new Thing(
                        Thing.Kind.UNSURE,
                        "Of " + Figures.count(manifest.counts().ranked(), "ranked site", "ranked sites") + " "
                                + Figures.count(unknown, "has a gate that", "have a gate that")
                                + " cannot be told: silence is no pass.",
                        "#top");
    }

    private static @Nullable Thing excluded(List<Excluded> excluded) {
        return excluded.isEmpty()
                ? null
                : new Thing(
                        Thing.Kind.EXCLUDED,
                        Figures.count(excluded.get(0).sites(), "site is", "sites are") + " excluded: "
                                + excluded.get(0).reason() + ".",
                        "#excluded");
    }
}
