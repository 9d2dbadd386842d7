package org.headroom.cli.names;

import java.util.List;
import org.headroom.rules.vocabulary.FieldMeaning;

/** The page of what rules can read, as Markdown. */
public final class NamesPage {
    private static final String HEAD = """
        # Names that rules can read

        Made by `headroom rules names --markdown`, and held equal to it by a test. `headroom rules names WORD` searches these names by plain words, such as county,
        voltage or price, and shows what the sites of the latest run have. A rule compares a name with a figure in its unit, or with a text in quotes;
        `rules/policy/README.md` says how. What is unknown of a site leaves a rule undecided.
        """;

    private NamesPage() {}

    /** The page with a line feed at its end. */
    public static String markdown(List<FieldMeaning> fields) {
        StringBuilder page = new StringBuilder(HEAD);
        String module = "?";
        for (FieldMeaning field : fields) {
            if (!field.module().equals(module)) {
                module = field.module();
                page.append("\n## ")
                        .append(module.isEmpty() ? "What the source of a site says" : "Measured by `" + module + "`")
                        .append("\n\n| name | holds | meaning |\n|---|---|---|\n");
            }
            page.append("| `")
                    .append(field.name())
                    .append("` | ")
                    .append(cell(NameWords.holds(field)))
                    .append(" | ")
                    .append(cell(field.label().isEmpty() ? field.meaning() : field.label() + ": " + field.meaning()))
                    .append(" |\n");
        }
        return page.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;");
    }
}
