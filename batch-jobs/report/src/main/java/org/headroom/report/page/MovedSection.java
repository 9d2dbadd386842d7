package org.headroom.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import org.headroom.report.data.Missing;
import org.headroom.report.data.PageData;
import org.headroom.report.safe.Figures;
import org.headroom.report.safe.Html;
import org.jspecify.annotations.Nullable;

/** What moved since the night before, and why: the parts of each move sum to it. */
final class MovedSection implements Section {
    private static final int MOST = 60;

    @Override
    public String id() {
        return "moved";
    }

    @Override
    public String heading(PageData page) {
        return "What moved";
    }

    @Override
    public void write(Html html, PageData page) {
        JsonNode changes = page.moved();
        if (changes == null || !changes.path("from").isObject()) {
            html.line("p", Missing.MOVED, "class", "empty");
            return;
        }
        JsonNode counts = changes.path("counts");
        html.line(
                "p",
                "Since " + changes.path("from").path("date").asText() + ", by policy "
                        + changes.path("from").path("policy").asText() + ": "
                        + Figures.count(counts.path("moved").asLong(), "site", "sites") + " moved ("
                        + Figures.count(counts.path("up").asLong()) + " up, "
                        + Figures.count(counts.path("down").asLong()) + " down), "
                        + Figures.count(counts.path("new").asLong()) + " are new, "
                        + Figures.count(counts.path("gone").asLong()) + " are gone.");
        causes(html, changes.path("causes"));
        table(html, "Came into the first " + changes.path("topN").asInt(), changes.path("entered"));
        table(html, "Left the first " + changes.path("topN").asInt(), changes.path("left"));
        gates(html, changes.path("gates"));
        table(html, "Moves", changes.path("moved"));
    }

    private static void causes(Html html, JsonNode causes) {
        if (causes.isEmpty()) {
            return;
        }
        html.line("h3", "By what");
        html.open("ul");
        for (JsonNode cause : causes) {
            html.open("li")
                    .line("strong", cause.path("of").asText(cause.path("cause").asText()))
                    .text(": " + cause.path("text").asText() + " ("
                            + Figures.count(cause.path("sites").asLong(), "site", "sites") + ")")
                    .close();
        }
        html.close();
    }

    private static void gates(Html html, JsonNode gates) {
        if (gates.isEmpty()) {
            return;
        }
        html.line("h3", "Gates");
        html.open("ul");
        int shown = 0;
        for (JsonNode gate : gates) {
            if (shown++ < MOST) {
                html.open("li")
                        .line("strong", name(gate))
                        .text(": " + gate.path("from").asText() + " to "
                                + gate.path("to").asText() + ". "
                                + gate.path("text").asText());
                html.close();
            }
        }
        html.close();
        more(html, gates.size());
    }

    private static void table(Html html, String title, JsonNode moves) {
        if (moves.isEmpty()) {
            return;
        }
        html.line("h3", title);
        html.open("table").open("thead").open("tr");
        html.line("th", "Site", "scope", "col");
        html.line("th", "Rank", "scope", "col", "class", "num");
        html.line("th", "Points", "scope", "col", "class", "num");
        html.line("th", "By what, in ranks and points", "scope", "col");
        html.close().close().open("tbody");
        int shown = 0;
        for (JsonNode move : moves) {
            if (shown++ < MOST) {
                row(html, move);
            }
        }
        html.close().close();
        more(html, moves.size());
    }

    private static void more(Html html, int size) {
        if (size > MOST) {
            html.line("p", Figures.count(size - MOST) + " more are in changes.csv.", "class", "note");
        }
    }

    private static void row(Html html, JsonNode move) {
        html.open("tr");
        html.line("th", name(move), "scope", "row");
        html.line("td", fromTo(rank(move.path("rankFrom")), rank(move.path("rankTo"))), "class", "num");
        html.line("td", fromTo(points(move.path("scoreFrom")), points(move.path("scoreTo"))), "class", "num");
        html.open("td").open("ul");
        for (JsonNode term : move.path("terms")) {
            html.open("li");
            html.line("strong", signed(term.path("ranks"), 0) + " / " + signed(term.path("score"), 2));
            html.text(" " + term.path("text").asText());
            StringBuilder records = new StringBuilder();
            term.path("records").forEach(record -> records.append(records.isEmpty() ? " (" : "; ")
                    .append(record.asText()));
            html.text(records.isEmpty() ? "" : records.append(')').toString());
            html.close();
        }
        html.close().close().close();
    }

    private static String name(JsonNode of) {
        String name = of.path("name").asText("");
        return name.isEmpty() ? of.path("site").asText() : name;
    }

    private static @Nullable String rank(JsonNode rank) {
        return rank.isNumber() ? Figures.count(rank.asLong()) : null;
    }

    private static @Nullable String points(JsonNode score) {
        return score.isNumber() ? Figures.fixed(score.asDouble(), 1) : null;
    }

    private static String fromTo(@Nullable String from, @Nullable String to) {
        return from == null
                ? "new, " + (to == null ? Figures.UNKNOWN : to)
                : to == null ? from + ", gone" : from + " → " + to;
    }

    private static String signed(JsonNode number, int decimals) {
        if (!number.isNumber()) {
            return Figures.UNKNOWN;
        }
        String text = Figures.fixed(number.asDouble(), decimals);
        return number.asDouble() > 0 ? "+" + text : text;
    }
}
