package org.headroom.jobs.inputs;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.headroom.host.InstalledModule;
import org.headroom.runs.file.Digests;

/** Tells one build of a module from another that calls itself by the same version. */
public final class ModuleCode {
    private ModuleCode() {}

    /** SHA-256 of the jar that a module came in; empty outside a jar. */
    public static String digest(InstalledModule installed) {
        CodeSource source = installed.module().getClass().getProtectionDomain().getCodeSource();
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
