package org.headroom.host;

import java.util.List;
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
    /** The same modules, of which the one that takes declared criteria measures those of a policy. */
    public static List<InstalledModule> declaring(List<InstalledModule> installed, List<DeclaredCriterion> declared) {
        return installed.stream()
                .map(one -> declared.isEmpty() || !one.module().takesDeclared()
                        ? one
                        : new InstalledModule(one.module().declaring(declared), one.version(), one.location()))
                .toList();
    }
}
