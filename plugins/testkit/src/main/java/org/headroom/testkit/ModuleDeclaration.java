package org.headroom.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.headroom.model.Criterion;
import org.headroom.model.LayerKind;
import org.headroom.spi.Parameter;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.Parameters;
import org.headroom.spi.ScoringModule;
import org.headroom.spi.SpiVersion;

/** Checks what a module says of itself. */
final class ModuleDeclaration {
    private static final String ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final String PARAMETER_ID = "[a-z][A-Za-z0-9]{1,59}";

    private ModuleDeclaration() {}

    static void checkService(ScoringModule module) {
        Class<?> type = module.getClass();
        boolean found = ServiceLoader.load(ScoringModule.class, type.getClassLoader()).stream()
                .anyMatch(provider -> provider.type() == type);
        assertTrue(
                found, () -> "META-INF/services/" + ScoringModule.class.getName() + " does not name " + type.getName());
    }

    static void check(ScoringModule module, ScoringModule again) {
        assertTrue(module.id().matches(ID), "module id \"" + module.id() + "\" is not lower case with hyphens");
        int built = module.spiVersion();
        assertTrue(
                built >= SpiVersion.OLDEST && built <= SpiVersion.CURRENT,
                "spiVersion is " + built + ", not within " + SpiVersion.OLDEST + " to " + SpiVersion.CURRENT);
        assertFalse(module.version().isBlank(), "version is blank");
        assertFalse(module.criteria().isEmpty(), "no criteria");
        assertEquals(module.id(), again.id(), "id of a second instance");
        assertEquals(module.version(), again.version(), "version of a second instance");
        assertEquals(module.criteria(), again.criteria(), "criteria of a second instance");
        assertEquals(module.parameters(), again.parameters(), "parameters of a second instance");
        assertEquals(module.layers(), again.layers(), "layers of a second instance");
        assertEquals(module.layerKinds(), again.layerKinds(), "layer kinds of a second instance");
        Set<String> ids = new HashSet<>();
        for (Criterion criterion : module.criteria()) {
            assertTrue(ids.add(criterion.id()), "criterion " + criterion.id() + " is declared twice");
            for (String text :
                    List.of(criterion.label(), criterion.unit(), criterion.description(), criterion.formulaSource())) {
                assertFalse(text.isBlank(), "criterion " + criterion.id() + " has a blank text");
            }
        }
        Set<Object> kinds = new HashSet<>();
        module.layers().forEach(need -> assertTrue(kinds.add(need.kind()), "layer kind " + need.kind() + " twice"));
        Set<String> parameters = new HashSet<>();
        for (ParameterSpec spec : module.parameters()) {
            assertTrue(spec.id().matches(PARAMETER_ID), "parameter id \"" + spec.id() + "\" is not lower camel case");
            assertTrue(parameters.add(spec.id()), "parameter " + spec.id() + " is declared twice");
            assertTrue(spec.minimum() <= spec.maximum(), "parameter " + spec.id() + " has no range");
            assertFalse(
                    spec.description().isBlank() || spec.unit().isBlank(), "parameter " + spec.id() + ": blank text");
        }
    }

    /** The kinds of layer that the module may meet: Headroom's own, those that it brings, and those of other modules that it reads. */
    static Set<LayerKind> kinds(ScoringModule module) {
        Set<LayerKind> kinds = new LinkedHashSet<>(LayerKind.builtIn());
        kinds.addAll(module.layerKinds());
        module.layers().forEach(need -> kinds.add(need.kind()));
        return kinds;
    }

    static void checkParameters(ScoringModule module, Parameters given) {
        for (ParameterSpec spec : module.parameters()) {
            Parameter parameter = given.get(spec.id());
            boolean text = spec.type() == ParameterSpec.Type.TEXT;
            assertEquals(text, parameter.numbers().isEmpty(), "parameter " + spec.id() + " is " + spec.type());
            for (double number : parameter.numbers()) {
                assertTrue(
                        number >= spec.minimum() && number <= spec.maximum(),
                        "parameter " + spec.id() + ": the test gives " + number + ", outside " + spec.minimum() + " to "
                                + spec.maximum());
            }
        }
        module.check(given);
    }
}
