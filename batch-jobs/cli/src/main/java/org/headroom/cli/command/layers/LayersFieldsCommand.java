package org.headroom.cli.command.layers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.JsonOption;
import org.headroom.cli.show.JsonLines;
import org.headroom.cli.show.Table;
import org.headroom.layers.unit.Units;
import org.headroom.model.FieldDomain;
import org.headroom.model.FieldType;
import org.headroom.model.LayerField;
import org.headroom.model.LayerKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The catalogue of fields. */
@Command(name = "fields", header = "Shows the fields that a kind of layer may have: type, unit, range, words, meaning.")
public final class LayersFieldsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(arity = "0..1", paramLabel = "KIND", description = "Kind of layer. Default: all kinds.")
    private @Nullable String kind;

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public LayersFieldsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        List<LayerKind> all = KindOption.all(surroundings);
        List<LayerKind> shown = kind == null ? all : List.of(KindOption.find(kind, all));
        Table table = new Table("KIND", "FIELD", "TYPE", "REQUIRED", "MEANING");
        for (LayerKind one : shown) {
            for (LayerField field : one.fields()) {
                if (json.isWanted()) {
                    JsonLines.print(surroundings.out(), values(one, field));
                } else {
                    table.add(one.id(), field.name(), type(field), field.required() ? "yes" : "", field.meaning());
                }
            }
        }
        table.print(surroundings);
        return ExitCode.DONE;
    }

    private static String type(LayerField field) {
        return field.domain().isList() ? "list" : field.type().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> values(LayerKind kind, LayerField field) {
        FieldDomain domain = field.domain();
        boolean isNumber = field.type() == FieldType.NUMBER;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", kind.id());
        values.put("field", field.name());
        values.put("type", type(field));
        values.put("unit", isNumber ? field.unit() : null);
        values.put("units", isNumber ? List.copyOf(Units.accepted(field.unit())) : List.of());
        values.put("required", field.required());
        values.put("least", isNumber && Double.isFinite(domain.least()) ? domain.least() : null);
        values.put("greatest", isNumber && Double.isFinite(domain.greatest()) ? domain.greatest() : null);
        values.put("notKnown", domain.notKnown());
        values.put("words", domain.words());
        values.put("meaning", field.description());
        return values;
    }
}
