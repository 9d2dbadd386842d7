package org.headroom.report.data;

import com.fasterxml.jackson.databind.JsonNode;
import org.headroom.model.GateAnswer;
import org.headroom.report.safe.Figures;
import org.jspecify.annotations.Nullable;

/**
 * A site that the project watches.
 *
 * @param site its id
 * @param row its row; -1 when the run has no such site
 * @param text how it stands, in one sentence
 */
public record Watched(String site, int row, String text) {
    /** @param sheet null when the run has no such site */
    static Watched of(String site, @Nullable SiteSheet sheet, @Nullable JsonNode moved) {
        if (sheet == null) {
            return new Watched(site, -1, site + " is no site of this run.");
        }
        StringBuilder text = new StringBuilder(sheet.label());
        if (sheet.explanation().gate() == GateAnswer.FAIL) {
            text.append(" is excluded");
        } else {
            text.append(" has rank ")
                    .append(Figures.count(sheet.row() + 1))
                    .append(" of ")
                    .append(Figures.count(sheet.sites()))
                    .append(" with ")
                    .append(Figures.fixed(sheet.explanation().score(), 1))
                    .append(" points (")
                    .append(Figures.range(
                            sheet.explanation().lower(), sheet.explanation().upper(), 1))
                    .append("), gates ")
                    .append(sheet.explanation().gate());
        }
        JsonNode move = move(site, moved);
        if (move != null && move.path("rankFrom").isNumber()) {
            int before = move.path("rankFrom").asInt();
            text.append(before == sheet.row() + 1 ? ", the same rank as the night before" : "; the night before ")
                    .append(before == sheet.row() + 1 ? "" : Figures.count(before));
        }
        return new Watched(site, sheet.row(), text.append('.').toString());
    }

    private static @Nullable JsonNode move(String site, @Nullable JsonNode moved) {
        if (moved != null) {
            for (JsonNode move : moved.path("moved")) {
                if (move.path("site").asText().equals(site)) {
                    return move;
                }
            }
        }
        return null;
    }
}
