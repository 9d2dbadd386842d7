package org.headroom.report.block;

import java.util.List;
import org.headroom.report.data.SiteSheet;
import org.headroom.report.safe.ScriptJson;
import org.headroom.workbench.explanation.Explanation;
import org.jspecify.annotations.Nullable;

/** The figures and gates of the sites that have a sheet. */
final class SheetsJson {
    private static final int DECIMALS = 4;

    private final ScriptJson json;

    SheetsJson(ScriptJson json) {
        this.json = json;
    }

    void write(SiteSheet sheet, String href) {
        json.key("row").whole(sheet.row());
        json.key("site").text(sheet.id());
        json.key("href");
        if (href.isEmpty()) {
            json.none();
        } else {
            json.text(href);
        }
        json.key("figures").object(() -> sheet.figures()
                .forEach((criterion, figure) -> json.key(criterion).object(() -> figure(figure))));
        json.key("gates").list(() -> sheet.explanation().gates().forEach(gate -> json.object(() -> gate(gate))));
    }

    private void figure(SiteSheet.Figure figure) {
        json.key("label").text(figure.label());
        json.key("text").text(figure.text());
        json.key("lo");
        number(figure.low());
        json.key("hi");
        number(figure.high());
        json.key("points");
        Double low = figure.pointsLow();
        Double high = figure.pointsHigh();
        if (low == null || high == null) {
            json.none();
        } else {
            json.list(() -> {
                json.number(low, DECIMALS);
                json.number(high, DECIMALS);
            });
        }
        json.key("of").number(figure.pointsOf(), DECIMALS);
        json.key("evidence").text(figure.evidence());
        json.key("record");
        if (figure.record() < 0) {
            json.none();
        } else {
            json.whole(figure.record());
        }
    }

    private void number(@Nullable Double value) {
        json.number(value == null ? Double.NaN : value, DECIMALS);
    }

    private void gate(Explanation.Gate gate) {
        json.key("gate").text(gate.gate());
        json.key("answer").text(gate.answer().name());
        List<String> reasons = gate.rules().stream()
                .flatMap(rule ->
                        rule.reasons().stream().map(reason -> rule.decided() ? reason : "cannot be told: " + reason))
                .distinct()
                .toList();
        json.key("text").text(String.join("; ", reasons));
    }
}
