package org.headroom.host;

import java.util.HashSet;
import java.util.Set;
import org.headroom.model.Criterion;
import org.headroom.spi.LayerNeed;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.ScoringModule;

/** Checks what a module says of itself before anything else relies on it. */
final class ModuleCheck {
    private static final String ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private ModuleCheck() {}

    /** @throws IllegalArgumentException when the module breaks its contract; the message names the module's class */
    static void check(ScoringModule module) {
        String type = module.getClass().getName();
        String id = module.id();
        require(id != null && id.matches(ID), type + ": id \"" + id + "\" is not lower case with hyphens");
        require(module.version() != null, type + ": version is null");
        require(!module.criteria().isEmpty(), type + ": it declares no criteria");
        Set<String> criteria = new HashSet<>();
        for (Criterion criterion : module.criteria()) {
            require(criteria.add(criterion.id()), type + ": criterion " + criterion.id() + " is declared twice");
        }
        Set<String> parameters = new HashSet<>();
        for (ParameterSpec spec : module.parameters()) {
            require(parameters.add(spec.id()), type + ": parameter " + spec.id() + " is declared twice");
        }
        for (LayerNeed need : module.layers()) {
            require(need != null, type + ": a layer need is null");
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
