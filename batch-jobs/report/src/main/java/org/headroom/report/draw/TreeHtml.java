package org.headroom.report.draw;

import org.headroom.report.safe.Html;
import org.headroom.workbench.explanation.TextTree;

/** A tree of lines as nested lists. */
public final class TreeHtml {
    private TreeHtml() {}

    /** Writes what is below the first line. */
    public static void write(Html html, TextTree tree) {
        html.open("ul", "class", "tree");
        branches(html, tree);
        html.close();
    }

    private static void branches(Html html, TextTree tree) {
        for (TextTree branch : tree.branches()) {
            html.open("li").text(branch.words());
            if (!branch.branches().isEmpty()) {
                html.open("ul");
                branches(html, branch);
                html.close();
            }
            html.close();
        }
    }
}
