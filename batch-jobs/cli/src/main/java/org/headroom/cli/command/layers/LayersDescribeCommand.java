package org.headroom.cli.command.layers;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.JsonOption;
import org.headroom.cli.show.JsonLines;
import org.headroom.cli.show.Table;
import org.headroom.layers.describe.ColumnDescription;
import org.headroom.layers.describe.DescriptorDraft;
import org.headroom.layers.describe.FieldGuesses;
import org.headroom.layers.describe.FileDescription;
import org.headroom.layers.format.Numbers;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.LayerKind;
import org.headroom.model.OutsideFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a data file holds, and a descriptor to start from. */
@Command(
        name = "describe",
        header = "Shows what a data file holds, and gives a descriptor to start from.",
        description = "Needs no project. What it says of fields and units is a guess, to be looked over.")
public final class LayersDescribeCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "The data file.")
    private Path file = Path.of("");

    @Mixin
    private KindOption kind = new KindOption();

    @Option(names = "--write", description = "Write the descriptor beside the file, as NAME.layer.yaml.")
    private boolean write;

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public LayersDescribeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        List<LayerKind> kinds = KindOption.all(surroundings);
        FileDescription description = FileDescription.of(file);
        Optional<LayerKind> of = kind.find(kinds).or(() -> FieldGuesses.kind(kinds, description.columns()));
        Map<String, FieldGuesses.Guess> guesses =
                of.map(known -> FieldGuesses.of(known, description.columns())).orElse(List.of()).stream()
                        .collect(Collectors.toMap(guess -> guess.column().name(), guess -> guess, (one, other) -> one));
        if (json.isWanted()) {
            printJson(description, of, guesses);
        } else {
            print(description, of, guesses);
        }
        if (of.isEmpty()) {
            surroundings
                    .err()
                    .println("No kind of layer has fields like these columns; name one with --kind: "
                            + kinds.stream().map(LayerKind::id).collect(Collectors.joining(", ")));
            return ExitCode.DONE;
        }
        String draft = DescriptorDraft.of(description, of.get());
        if (write) {
            write(draft);
        } else if (!json.isWanted()) {
            surroundings.out().println();
            surroundings.out().print(draft);
        }
        return ExitCode.DONE;
    }

    private void write(String draft) {
        Path to = file.resolveSibling(DescriptorDraft.layerId(String.valueOf(file.getFileName())) + ".layer.yaml");
        try {
            Files.writeString(to, draft, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            surroundings.err().println("wrote " + to);
        } catch (FileAlreadyExistsException e) {
            throw new HeadroomException(
                    FailureFamily.CONFIG, to + " is there already", "Move it away, or leave out --write.", e);
        } catch (IOException e) {
            throw new HeadroomException(
                    FailureFamily.EXTERNAL, "cannot write " + to + " (" + OutsideFailure.describe(e) + ")", "", e);
        }
    }

    private void print(FileDescription description, Optional<LayerKind> of, Map<String, FieldGuesses.Guess> guesses) {
        PrintWriter out = surroundings.out();
        out.println("file      " + description.file());
        out.println("format    " + description.format().id());
        out.println("crs       "
                + description.crs().map(LayersDescribeCommand::shortened).orElse("the file names none"));
        out.println("extent    " + extent(description.extent()));
        out.println("records   " + description.records()
                + (description.damaged() == 0
                        ? ""
                        : ", " + description.damaged() + " of them damaged (" + description.firstDamage() + ")"));
        out.println("geometry  "
                + description.shapes().entrySet().stream()
                        .map(entry -> entry.getValue() + " x " + entry.getKey())
                        .collect(Collectors.joining(", ")));
        of.ifPresent(known -> out.println("kind      " + known.id()));
        description.notes().forEach(note -> out.println("note      " + note));
        out.println();
        Table table = new Table("COLUMN", "TYPE", ">FILLED", ">LEAST", ">GREATEST", "FIELD", "UNIT", "MOST FREQUENT");
        for (ColumnDescription column : description.columns()) {
            FieldGuesses.Guess guess = guesses.get(column.name());
            table.add(
                    column.name(),
                    column.type().name().toLowerCase(Locale.ROOT),
                    Long.toString(column.filled()),
                    Double.isNaN(column.least()) ? "" : Numbers.text(column.least()),
                    Double.isNaN(column.greatest()) ? "" : Numbers.text(column.greatest()),
                    guess == null ? "" : guess.field().name(),
                    guess == null || guess.unit().equals("1") ? "" : guess.unit(),
                    String.join(" | ", column.frequent()));
        }
        table.print(surroundings);
    }

    private void printJson(
            FileDescription description, Optional<LayerKind> of, Map<String, FieldGuesses.Guess> guesses) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("file", description.file());
        values.put("format", description.format().id());
        values.put("crs", description.crs().orElse(null));
        values.put("extent", description.extent());
        values.put("records", description.records());
        values.put("damaged", description.damaged());
        values.put("geometry", description.shapes());
        values.put("kind", of.map(LayerKind::id).orElse(null));
        values.put("notes", description.notes());
        values.put(
                "columns",
                description.columns().stream()
                        .map(column -> column(column, guesses.get(column.name())))
                        .toList());
        JsonLines.print(surroundings.out(), values);
    }

    private static Map<String, Object> column(
            ColumnDescription column, FieldGuesses.@org.jspecify.annotations.Nullable Guess guess) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("column", column.name());
        values.put("type", column.type().name().toLowerCase(Locale.ROOT));
        values.put("filled", column.filled());
        values.put("least", Double.isNaN(column.least()) ? null : column.least());
        values.put("greatest", Double.isNaN(column.greatest()) ? null : column.greatest());
        values.put("frequent", column.frequent());
        values.put("field", guess == null ? null : guess.field().name());
        values.put("unit", guess == null ? null : guess.unit());
        return values;
    }

    private static String extent(List<Double> extent) {
        return extent.isEmpty()
                ? "none"
                : extent.get(0) + ", " + extent.get(1) + " to " + extent.get(2) + ", " + extent.get(3);
    }

    private static String shortened(String crs) {
        String line = crs.replaceAll("\\s+", " ");
        return line.length() > 100 ? line.substring(0, 100) + "..." : line;
    }
}
