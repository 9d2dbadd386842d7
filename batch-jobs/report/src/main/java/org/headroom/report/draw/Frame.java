package org.headroom.report.draw;

import java.io.Writer;
import org.headroom.report.safe.Html;
import org.headroom.report.safe.OwnSource;
import org.jspecify.annotations.Nullable;

/** What is the same in every document: its head, with the rule that nothing but Headroom's own style and script may run and nothing is fetched. */
public final class Frame {
    private Frame() {}

    /**
     * Begins a document; html is open afterwards.
     *
     * @param to where it goes
     * @param script the script that will stand in it; null for none
     */
    public static Html begin(Writer to, String title, OwnSource style, @Nullable OwnSource script) {
        Html html = Html.document(to);
        html.open("html", "lang", "en", "class", "no-script");
        html.open("head");
        html.bare("meta", "charset", "utf-8");
        html.bare("meta", "http-equiv", "Content-Security-Policy", "content", policy(style, script));
        html.bare("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.bare("meta", "name", "referrer", "content", "no-referrer");
        html.line("title", title);
        html.style(style);
        html.close();
        return html;
    }

    private static String policy(OwnSource style, @Nullable OwnSource script) {
        return "default-src 'none'; style-src " + style.digest() + "; img-src data: blob:; "
                + (script == null
                        ? ""
                        : "script-src " + script.digest() + "; worker-src blob:; connect-src data: blob:; ")
                + "base-uri 'none'; form-action 'none'";
    }
}
