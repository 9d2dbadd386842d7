package org.headroom.jobs.inputs;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.headroom.host.InstalledModule;
import org.headroom.model.Criterion;
import org.headroom.runs.file.Digests;
import org.headroom.spi.ScoringModule;

/** Tells one build of a module from another that calls itself by the same version. */
public final class ModuleCode {
    private ModuleCode() {}

    /** SHA-256 of the jar that a module came in; empty outside a jar. */
    public static String digest(InstalledModule installed) {
        return digest(installed.module().getClass());
    }

    /** SHA-256 of the jars that every module is built on, the contract and the values with their formulas; empty outside jars. */
    public static String digestOfContract() {
        return (digest(ScoringModule.class) + " " + digest(Criterion.class)).strip();
    }

    private static String digest(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return "";
        }
        try {
            Path jar = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(jar) ? Digests.ofFile(jar) : "";
        } catch (URISyntaxException | IllegalArgumentException e) {
            return "";
        }
    }
}
