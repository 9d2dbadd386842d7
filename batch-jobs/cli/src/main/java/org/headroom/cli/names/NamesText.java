package org.headroom.cli.names;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.show.Table;
import org.headroom.model.Printable;
import org.headroom.rules.vocabulary.FieldMeaning;
import org.headroom.runs.values.SeenField;

/** Prints what rules can read for people. */
public final class NamesText {
    private static final int LONGEST = 60;

    private NamesText() {}

    /** One line a field. */
    public static void list(Surroundings surroundings, List<FieldMeaning> fields) {
        Table table = new Table("NAME", "HOLDS", "MEANING");
        for (FieldMeaning field : fields) {
            table.add(
                    field.name(),
                    shortened(NameWords.holds(field)),
                    shortened(field.label().isEmpty() ? field.meaning() : field.label()));
        }
        table.print(surroundings);
    }

    /**
     * Some lines a field.
     *
     * @param seen what was seen in a run, by name; what is missing there was not looked at
     * @param run the run; empty when there is none
     */
    public static void details(PrintWriter out, List<FieldMeaning> fields, Map<String, SeenField> seen, String run) {
        for (FieldMeaning field : fields) {
            out.println(field.name() + ": " + NameWords.holds(field));
            String label = field.label().isEmpty() ? "" : field.label() + ": ";
            out.println("    " + label + field.meaning() + " (" + NameWords.by(field) + ")");
            SeenField of = seen.get(field.name());
            if (of != null) {
                out.println("    in run " + run + ": " + Printable.line(NameWords.seen(field, of)));
            } else if (!run.isEmpty()) {
                out.println("    in run " + run + ": not measured");
            }
            String word =
                    of == null || of.words().isEmpty() ? "" : of.words().get(0).text();
            double number = of == null ? Double.NaN : (of.least() + of.greatest()) / 2;
            out.println("    in a rule: $s: Site(" + Printable.line(NameWords.example(field, word, Math.rint(number)))
                    + ")");
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
    }
}
