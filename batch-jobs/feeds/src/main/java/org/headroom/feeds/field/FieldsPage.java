package org.headroom.feeds.field;

import java.util.List;
import java.util.stream.Stream;

/** The page of fields, as Markdown. */
public final class FieldsPage {
    private static final String HEAD = """
            # Fields of every output

            Made by `headroom runs fields`, and held equal to it by a test. What an empty cell or a null means stands in the last column; it is never 0.
            `headroom layers fields` has the fields of the input.

            The ranked table has the same columns in every format: long names in GeoPackage, GeoJSON, FlatGeobuf, GeoParquet, KML, CSV and XLSX, and the short name
            in the shapefile; where none is given here, the shapefile makes one from the long name, and `columns` in `manifest.json` has it. A table has those
            columns that its run has measured, or those that the project names. Behind the name of a figure that is known within bounds, `_lo` is the lower end,
            `_hi` the upper end, and `_record` the layer and the record that decided it. GeoJSON, FlatGeobuf and GeoParquet carry unit and meaning of each column, and
            `ranked-fields.csv` has them beside the CSV.
            """;

    private FieldsPage() {}

    /** The page with a line feed at its end. */
    public static String markdown(List<OutputField> fields) {
        StringBuilder page = new StringBuilder(HEAD);
        Stream<String> outputs = fields.stream().map(OutputField::output).distinct();
        outputs.forEach(output -> {
            boolean isRanked = output.equals(OutputFields.RANKED);
            page.append("\n## ")
                    .append(isRanked ? "The ranked table" : "`" + output + "`")
                    .append("\n\n| field |")
                    .append(isRanked ? " in the shapefile |" : "")
                    .append(" alias | unit | meaning | source | empty means |\n|---|---|---|---|---|---|")
                    .append(isRanked ? "---|\n" : "\n");
            fields.stream().filter(field -> field.output().equals(output)).forEach(field -> {
                page.append("| ").append(cell(field.name()));
                if (isRanked) {
                    page.append(" | ").append(cell(field.dbf()));
                }
                for (String text : List.of(field.alias(), field.unit(), field.meaning(), field.source(), field.unknown())) {
                    page.append(" | ").append(cell(text));
                }
                page.append(" |\n");
            });
        });
        return page.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;");
    }
}
