package org.headroom.layers.describe;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.headroom.layers.describe.ColumnDescription.Type;
import org.headroom.layers.format.FormatByContent;
import org.headroom.layers.format.RasterFormat;
import org.headroom.layers.format.RecordFormat;
import org.headroom.model.FieldType;
import org.headroom.model.LayerField;
import org.headroom.model.LayerKind;

/** A descriptor to start from, made of guesses that a person looks over. */
public final class DescriptorDraft {
    private static final List<String> LONGITUDES = List.of("longitude", "lon", "lng", "long", "x");
    private static final List<String> LATITUDES = List.of("latitude", "lat", "y");

    private final FileDescription file;
    private final LayerKind kind;
    private final StringBuilder yaml = new StringBuilder();

    private DescriptorDraft(FileDescription file, LayerKind kind) {
        this.file = file;
        this.kind = kind;
    }

    /** The text of the descriptor. */
    public static String of(FileDescription file, LayerKind kind) {
        DescriptorDraft draft = new DescriptorDraft(file, kind);
        draft.write();
        return draft.yaml.toString();
    }

    /** An id made of a file's name. */
    public static String layerId(String file) {
        String id = file.toLowerCase(Locale.ROOT)
                .replaceAll("\\.[a-z0-9]+$", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        return id.isEmpty() ? "layer" : id;
    }

    private void write() {
        line("layer: " + layerId(file.file()));
        line("kind: " + kind.id());
        line("source:");
        line("  file: " + quoted(file.file()));
        if (!(file.format() instanceof FormatByContent)) {
            line("  format: " + file.format().id());
        }
        if (file.delimiter() != ',') {
            line("  delimiter: \"" + (file.delimiter() == '\t' ? "\\t" : file.delimiter()) + "\"");
        }
        line("  publisher: \"?\"             # who published it");
        line("  evidence: UNKNOWN          # REPORTED, OBSERVED, DERIVED, MANUAL or ESTIMATED");
        line("  asOf: unknown              # the day that the data describe, such as 2026-01-01");
        geometry();
        line("fields:");
        if (file.format() instanceof RasterFormat) {
            if (kind.declaresFields()) {
                line(
                        "  value: {column: 1, declare: {unit: \"?\"}}   # number of the band; what it holds, in which unit");
            }
            kind.fields().stream()
                    .filter(field -> field.type() == FieldType.NUMBER)
                    .findFirst()
                    .ifPresent(field -> line("  " + field.name() + ": 1   # number of the band"));
            return;
        }
        if (kind.declaresFields()) {
            file.columns().forEach(this::ownField);
            return;
        }
        List<FieldGuesses.Guess> guesses = FieldGuesses.of(kind, file.columns());
        guesses.forEach(this::field);
        for (LayerField field : kind.fields()) {
            if (guesses.stream().noneMatch(guess -> guess.field().equals(field))) {
                boolean open = field.required();
                line((open ? "  " : "  # ") + field.name() + ": " + (open ? missing(field) : "...") + "   # "
                        + (open ? "REQUIRED; " : "") + field.meaning());
            }
        }
    }

    private static String missing(LayerField field) {
        List<String> words = field.domain().words();
        return words.isEmpty() ? "\"?\"" : "{constant: " + words.get(0) + "}";
    }

    private void geometry() {
        if (!(file.format() instanceof RecordFormat records) || records.hasGeometry()) {
            return;
        }
        Optional<String> longitude = column(LONGITUDES);
        Optional<String> latitude = column(LATITUDES);
        if (longitude.isPresent() && latitude.isPresent()) {
            line("geometry: {columns: {longitude: " + quoted(longitude.get()) + ", latitude: " + quoted(latitude.get())
                    + "}}");
        } else {
            line("geometry: {none: {}}         # or columns, or join: {layer: counties, on: {code: fips}}");
        }
    }

    private Optional<String> column(List<String> names) {
        return names.stream()
                .flatMap(name -> file.columns().stream()
                        .map(ColumnDescription::name)
                        .filter(column -> column.toLowerCase(Locale.ROOT).equals(name)))
                .findFirst();
    }

    private void field(FieldGuesses.Guess guess) {
        LayerField field = guess.field();
        ColumnDescription column = guess.column();
        String at = "  " + field.name() + ": ";
        List<String> words = field.domain().words();
        if (!words.isEmpty() && !words.containsAll(column.frequent())) {
            line(at + "                  # " + String.join(", ", words));
            line("    column: " + quoted(column.name()));
            line("    values: {"
                    + column.frequent().stream()
                            .map(value ->
                                    quoted(value) + ": " + same(value, words).orElse("\"?\""))
                            .collect(Collectors.joining(", "))
                    + "}");
        } else if (!guess.unit().equals(field.unit())) {
            line(at + "{column: " + quoted(column.name()) + ", unit: " + quoted(guess.unit()) + "}");
        } else if (field.type() == FieldType.DATE && column.type() != Type.DAY && column.type() != Type.EMPTY) {
            line(at + "{column: " + quoted(column.name()) + ", date: [iso, M/d/yyyy]}   # how days are written");
        } else {
            line(at + quoted(column.name()));
        }
    }

    private void ownField(ColumnDescription column) {
        String name = fieldName(column.name());
        String at = "  " + name + ": ";
        switch (column.type()) {
            case NUMBER ->
                line(at + "{column: " + quoted(column.name()) + ", declare: {unit: \"?\"}}   # " + plain(column.least())
                        + " to " + plain(column.greatest()));
            case DAY -> line(at + "{column: " + quoted(column.name()) + ", declare: {type: date}}");
            case TEXT ->
                line(at + quoted(column.name()) + "   # "
                        + column.frequent().stream()
                                .limit(5)
                                .map(DescriptorDraft::quoted)
                                .collect(Collectors.joining(", ")));
            case EMPTY -> line("  # " + name + ": " + quoted(column.name()) + "   # empty");
        }
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** A column's name in the form of a field: FLD_ZONE becomes fldZone. */
    private static String fieldName(String column) {
        String[] words = column.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT)
                .split("[^a-z0-9]+");
        StringBuilder name = new StringBuilder();
        for (String word : words) {
            if (!word.isEmpty()) {
                name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
            }
        }
        return name.isEmpty() || !Character.isLetter(name.charAt(0)) ? "field" + name : name.toString();
    }

    private static Optional<String> same(String value, List<String> words) {
        String plain = value.replaceAll("[ _-]+", "_");
        return words.stream().filter(word -> word.equalsIgnoreCase(plain)).findFirst();
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z_][A-Za-z0-9_./-]*") && !text.matches("(?i)yes|no|on|off|true|false|null|y|n")
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + "\"";
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }
}
