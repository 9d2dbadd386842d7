package org.headroom.cli.command.layers;

import java.util.List;
import java.util.Optional;
import org.headroom.cli.frame.Surroundings;
import org.headroom.host.PluginHost;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.LayerKind;
import org.headroom.model.NearestName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names a kind of layer. */
public final class KindOption {
    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Kind of the layer. Default: guessed from the columns.")
    private @Nullable String kind;

    /** All kinds, those of installed modules among them. */
    static List<LayerKind> all(Surroundings surroundings) {
        return PluginHost.layerKinds(PluginHost.load(surroundings.pluginsFolder()));
    }

    /** The kind that was named; empty when none was. */
    Optional<LayerKind> find(List<LayerKind> all) {
        String wanted = kind;
        return wanted == null ? Optional.empty() : Optional.of(find(wanted, all));
    }

    /** The kind of that name; a CONFIG failure with the nearest one when there is none. */
    static LayerKind find(String wanted, List<LayerKind> all) {
        List<String> known = all.stream().map(LayerKind::id).toList();
        return all.stream()
                .filter(one -> one.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new HeadroomException(
                        FailureFamily.CONFIG,
                        "there is no kind of layer \"" + wanted + "\"" + NearestName.hint(wanted, known),
                        "The kinds are: " + String.join(", ", known) + "."));
    }
}
