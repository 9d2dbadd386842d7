package org.headroom.host;

import java.util.HashSet;
import java.util.Set;
import org.headroom.model.Criterion;
import org.headroom.model.LayerKind;
import org.headroom.spi.LayerNeed;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.ScoringModule;
import org.headroom.spi.SpiVersion;

/** Checks what a module says of itself before anything else relies on it. */
final class ModuleCheck {
    private static final String ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private ModuleCheck() {}

    /** @throws IllegalArgumentException when the module breaks its contract; the message names the module's class */
    static void check(ScoringModule module) {
        String type = module.getClass().getName();
        int built = module.spiVersion();
        require(
                built >= SpiVersion.OLDEST && built <= SpiVersion.CURRENT,
                type + ": it is built for version " + built + " of the module contract, and this Headroom has "
                        + SpiVersion.OLDEST + " to " + SpiVersion.CURRENT + "; take "
                        + (built > SpiVersion.CURRENT ? "a newer Headroom or an older jar" : "a newer jar")
                        + " of the module");
        String id = module.id();
        require(id != null && id.matches(ID), type + ": id \"" + id + "\" is not lower case with hyphens");
        require(module.version() != null, type + ": version is null");
        require(module.takesDeclared() || !module.criteria().isEmpty(), type + ": it declares no criteria");
        Set<String> criteria = new HashSet<>();
        for (Criterion criterion : module.criteria()) {
            require(criteria.add(criterion.id()), type + ": criterion " + criterion.id() + " is declared twice");
            require(module.inputs(criterion.id()) != null, type + ": inputs of " + criterion.id() + " are null");
        }
        Set<String> parameters = new HashSet<>();
        for (ParameterSpec spec : module.parameters()) {
            require(parameters.add(spec.id()), type + ": parameter " + spec.id() + " is declared twice");
        }
        for (LayerNeed need : module.layers()) {
            require(need != null, type + ": a layer need is null");
        }
        Set<LayerKind> kinds = new HashSet<>();
        for (LayerKind kind : module.layerKinds()) {
            require(kinds.add(kind), type + ": layer kind " + kind + " is brought twice");
            require(!LayerKind.builtIn().contains(kind), type + ": layer kind " + kind + " is one of Headroom's own");
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
