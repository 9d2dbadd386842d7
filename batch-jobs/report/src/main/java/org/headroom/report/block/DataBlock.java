package org.headroom.report.block;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import org.headroom.decide.advice.Advice;
import org.headroom.decide.advice.AdviceEntry;
import org.headroom.report.data.Curve;
import org.headroom.report.data.Excluded;
import org.headroom.report.data.Issues;
import org.headroom.report.data.Missing;
import org.headroom.report.data.PageData;
import org.headroom.report.data.RecordIndex;
import org.headroom.report.data.SiteSheet;
import org.headroom.report.data.Thing;
import org.headroom.report.data.Watched;
import org.headroom.report.safe.ScriptJson;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.runs.Manifest;
import org.jspecify.annotations.Nullable;

/** Writes the data of a page for its script; {@code batch-jobs/report/DATA.md} says what stands where. Stateless. */
public final class DataBlock {
    /** Version of the layout. */
    public static final int FORMAT = 1;

    private static final int DECIMALS = 4;
    private static final int MOST_ADVICE = 50;

    private final PageData page;
    private final ScriptJson json;

    private DataBlock(PageData page, ScriptJson json) {
        this.page = page;
        this.json = json;
    }

    /**
     * Writes the block.
     *
     * @param href where the sheet of a site lies, seen from the page; empty where there is none
     */
    public static void write(PageData page, Function<SiteSheet, String> href, ScriptJson to) {
        new DataBlock(page, to).write(href);
    }

    private void write(Function<SiteSheet, String> href) {
        json.key("format").whole(FORMAT);
        json.key("run").object(this::run);
        json.key("things").list(() -> page.things().forEach(thing -> json.object(() -> thing(thing))));
        json.key("watch").list(() -> page.watched().forEach(watched -> json.object(() -> watched(watched))));
        json.key("columns").object(() -> new ColumnsJson(json, page.columns()).write());
        new PlacesJson(json).write(page.input().given().shapes(), page.density());
        tree("moved", page.moved(), Missing.MOVED);
        tree("comingUp", page.comingUp(), Missing.COMING_UP);
        advice(page.advice());
        json.key("excluded").list(() -> page.excluded().forEach(entry -> json.object(() -> excluded(entry))));
        json.key("curve").list(() -> page.curves().forEach(curve -> json.object(() -> curve(curve))));
        json.key("layers")
                .list(() -> page.input().manifest().layers().forEach(layer -> json.object(() -> layer(layer))));
        json.key("issues").object(() -> issues(page.issues()));
        json.key("criteria").list(this::criteria);
        json.key("sheets").list(() -> page.sheets()
                .forEach(sheet -> json.object(() -> new SheetsJson(json).write(sheet, href.apply(sheet)))));
        json.key("records").list(() -> page.records().entries().forEach(record -> json.object(() -> record(record))));
    }

    private void run() {
        Manifest manifest = page.input().manifest();
        json.key("id").text(manifest.run());
        json.key("date").text(manifest.evaluationDate());
        json.key("project").text(manifest.project());
        json.key("title").text(manifest.title());
        json.key("sector").text(manifest.sector());
        json.key("requestMw").number(manifest.requestedLoadMw(), DECIMALS);
        json.key("policy")
                .text(manifest.policy().policy() + " " + manifest.policy().version());
        json.key("topN").whole(page.input().topN());
        json.key("draws");
        if (page.draws() == 0) {
            json.none();
        } else {
            json.whole(page.draws());
        }
        json.key("sites").whole(page.columns().total());
        json.key("ranked").whole(manifest.counts().ranked());
        json.key("excluded").whole(manifest.counts().excluded());
        json.key("excludedTier").whole(ScoreBlock.EXCLUDED_TIER);
        json.key("skipped").whole(manifest.counts().skipped());
        json.key("minScore").number(page.input().policy().minimumScore(), DECIMALS);
        json.key("maxScore").number(page.input().policy().maximumScore(), DECIMALS);
    }

    private void thing(Thing thing) {
        json.key("kind").text(thing.kind().name());
        json.key("text").text(thing.text());
        json.key("href").text(thing.href());
    }

    private void watched(Watched watched) {
        json.key("site").text(watched.site());
        json.key("row");
        if (watched.row() < 0) {
            json.none();
        } else {
            json.whole(watched.row());
        }
        json.key("text").text(watched.text());
    }

    private void tree(String key, @Nullable JsonNode tree, String whyNot) {
        json.key(key);
        if (tree == null) {
            json.none();
            json.key(key + "Note").text(whyNot);
        } else {
            json.tree(tree);
        }
    }

    private void advice(@Nullable Advice advice) {
        json.key("advice");
        if (advice == null) {
            json.none();
            return;
        }
        json.object(() -> {
            json.key("topN").whole(advice.topN());
            json.key("total").whole(advice.entries().size());
            json.key("entries").list(() -> advice.entries().stream()
                    .limit(MOST_ADVICE)
                    .forEach(entry -> json.object(() -> advice(entry))));
        });
    }

    private void advice(AdviceEntry entry) {
        json.key("criterion").text(entry.criterion());
        json.key("label").text(entry.label());
        json.key("where").text(entry.where());
        json.key("sites").whole(entry.sites());
        json.key("siteId").text(entry.siteId());
        json.key("siteName").text(entry.siteName());
        json.key("rank").whole(entry.rank());
        json.key("probabilityToEnter").number(entry.probabilityToEnter(), DECIMALS);
        json.key("probabilityToLeave").number(entry.probabilityToLeave(), DECIMALS);
        json.key("expectedChange").number(entry.expectedChange(), DECIMALS);
        json.key("advice").text(entry.advice());
    }

    private void excluded(Excluded excluded) {
        json.key("code").text(excluded.code());
        json.key("text").text(excluded.reason());
        json.key("sites").whole(excluded.sites());
        json.key("rows").list(() -> excluded.rows().forEach(row -> json.whole(row)));
    }

    private void curve(Curve curve) {
        json.key("by").text(curve.by());
        json.key("unit").text(curve.unit());
        json.key("value").list(() -> curve.points().forEach(point -> json.number(point.value(), DECIMALS)));
        json.key("sitesLow").list(() -> curve.points().forEach(point -> json.number(point.sitesLow(), 0)));
        json.key("sitesHigh").list(() -> curve.points().forEach(point -> json.number(point.sitesHigh(), 0)));
        json.key("mwLow").list(() -> curve.points().forEach(point -> json.number(point.mwLow(), 1)));
        json.key("mwHigh").list(() -> curve.points().forEach(point -> json.number(point.mwHigh(), 1)));
    }

    private void layer(Manifest.LayerEntry layer) {
        json.key("layer").text(layer.layer());
        json.key("kind").text(layer.kind());
        json.key("source").text(layer.source());
        json.key("licence");
        String licence = page.input().given().licences().get(layer.layer());
        if (licence == null) {
            json.none();
        } else {
            json.text(licence);
        }
        json.key("asOf").text(layer.asOf());
        json.key("ageDays");
        Long days = layer.ageDays();
        if (days == null) {
            json.none();
        } else {
            json.whole(days);
        }
        json.key("use").text(layer.use());
        json.key("read").whole(layer.read());
        json.key("used").whole(layer.used());
        json.key("skipped").whole(layer.skipped());
        json.key("filtered").whole(layer.filtered());
        json.key("issues").whole(layer.issues());
    }

    private void issues(Issues issues) {
        json.key("total").whole(issues.total());
        json.key("counts").list(() -> issues.counts()
                .forEach(count -> json.object(() -> {
                    json.key("layer").text(count.layer());
                    json.key("effect").text(count.effect());
                    json.key("issues").whole(count.issues());
                })));
        json.key("first").list(() -> issues.first()
                .forEach(issue -> json.object(() -> {
                    json.key("effect").text(issue.effect());
                    json.key("layer").text(issue.layer());
                    json.key("file").text(issue.file());
                    json.key("record").text(issue.record());
                    json.key("recordId").text(issue.recordId());
                    json.key("field").text(issue.field());
                    json.key("value").text(issue.value());
                    json.key("reason").text(issue.reason());
                })));
    }

    private void criteria() {
        page.input().policy().criteria().stream()
                .filter(line -> line.weight() > 0)
                .forEach(line -> json.object(() -> {
                    json.key("id").text(line.criterion().id());
                    json.key("label").text(line.criterion().label());
                    json.key("unit").text(line.criterion().unit());
                    json.key("weight").number(line.weight(), DECIMALS);
                }));
    }

    private void record(RecordIndex.Entry record) {
        json.key("layer").text(record.layer());
        json.key("record").text(record.record());
        json.key("source").text(record.source());
        json.key("asOf").text(record.asOf());
        json.key("fields").object(() -> record.fields()
                .forEach((field, text) -> json.key(field).text(text)));
    }
}
