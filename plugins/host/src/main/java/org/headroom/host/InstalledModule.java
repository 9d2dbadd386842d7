package org.headroom.host;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.ScoringModule;

/**
 * A scoring module that was found and can be used.
 *
 * @param module the module; its id, criteria, layers and parameters have been read once without failure
 * @param version what {@link ScoringModule#version()} gave when the module was found
 * @param location where it was loaded from, for people: the jar's path below the plugins folder as that was given, or {@code class
 *     path: FILE}
 */
public record InstalledModule(ScoringModule module, String version, String location) {
    /** Names of all that the module works with, for any of its criteria. */
    public Set<String> inputs() {
        return module.criteria().stream()
                .flatMap(criterion -> module.inputs(criterion.id()).stream())
                .collect(Collectors.toSet());
    }

    /** Whether the module reads what another one measures. */
    public boolean reads(InstalledModule other) {
        Set<String> read = inputs();
        return other != this && other.module.criteria().stream().anyMatch(criterion -> read.contains(criterion.id()));
    }

    /** The same modules, of which the one that takes declared criteria measures those of a policy. */
    public static List<InstalledModule> declaring(List<InstalledModule> installed, List<DeclaredCriterion> declared) {
        return installed.stream()
                .map(one -> declared.isEmpty() || !one.module().takesDeclared()
                        ? one
                        : new InstalledModule(one.module().declaring(declared), one.version(), one.location()))
                .toList();
    }
}
