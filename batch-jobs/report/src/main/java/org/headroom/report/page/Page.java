package org.headroom.report.page;

import java.io.Writer;
import java.util.List;
import java.util.function.Function;
import org.headroom.report.block.DataBlock;
import org.headroom.report.data.PageData;
import org.headroom.report.data.SiteSheet;
import org.headroom.report.draw.Frame;
import org.headroom.report.safe.Figures;
import org.headroom.report.safe.Html;
import org.headroom.report.safe.OwnSource;
import org.headroom.runs.Manifest;

/** Puts the page together. */
public final class Page {
    private Page() {}

    /**
     * Writes the page as one document.
     *
     * @param to where it goes; stays open
     * @param href where the sheet of a site lies, seen from the page; empty where there is none
     */
    public static void write(
            Writer to, PageData page, Function<SiteSheet, String> href, OwnSource style, OwnSource script) {
        Manifest manifest = page.input().manifest();
        String title =
                (manifest.title().isEmpty() ? manifest.project() : manifest.title()) + ", " + manifest.evaluationDate();
        Html html = Frame.begin(to, title, style, script);
        html.open("body");
        header(html, page);
        html.open("main");
        for (Section section : sections(href)) {
            if (section.isShown(page)) {
                String heading = section.id() + "-heading";
                html.open("section", "id", section.id(), "aria-labelledby", heading);
                html.line("h2", section.heading(page), "id", heading);
                section.write(html, page);
                html.close();
                if (section.id().equals("map")) {
                    html.open("div", "id", "all-sites", "hidden", "hidden").close();
                    html.open("div", "id", "compare", "hidden", "hidden").close();
                }
            }
        }
        html.close();
        footer(html, manifest);
        html.data("headroom-data", json -> DataBlock.write(page, href, json));
        html.script(script);
        html.end();
    }

    private static List<Section> sections(Function<SiteSheet, String> href) {
        return List.of(
                new ThingsSection(),
                new WatchSection(href),
                new TopSection(href),
                new MapSection(),
                new MovedSection(),
                new ComingSection(),
                new CallsSection(),
                new ExcludedSection(),
                new SupplySection(),
                new DataSection(),
                new RecordsSection());
    }

    private static void header(Html html, PageData page) {
        Manifest manifest = page.input().manifest();
        html.open("header");
        html.line("h1", manifest.title().isEmpty() ? manifest.project() : manifest.title());
        html.line(
                "p",
                manifest.evaluationDate() + " · " + Figures.fixed(manifest.requestedLoadMw(), 0) + " MW "
                        + manifest.sector().replace('_', ' ') + " · policy "
                        + manifest.policy().policy() + " "
                        + manifest.policy().version() + " · "
                        + Figures.count(manifest.counts().ranked()) + " sites ranked, "
                        + Figures.count(manifest.counts().excluded()) + " excluded · inputs "
                        + manifest.run(),
                "class",
                "run");
        html.open("div", "id", "tools").close();
        html.close();
    }

    private static void footer(Html html, Manifest manifest) {
        html.open("footer");
        html.line(
                "p",
                "Made by Headroom " + manifest.inputs().headroom() + " from project " + manifest.project()
                        + ". Unknown is shown as unknown, never as 0.");
        html.close();
    }
}
