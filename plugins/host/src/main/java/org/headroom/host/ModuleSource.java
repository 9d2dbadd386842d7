package org.headroom.host;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.headroom.spi.ScoringModule;

/** Takes the modules out of one class loader and turns whatever goes wrong into sentences. */
final class ModuleSource {
    private static final int MAX_FAILURES = 100;

    private final String name;
    private final ClassLoader loader;
    private final Function<String, String> location;

    /**
     * @param name where the modules come from, for messages
     * @param location turns the file name of a module's jar into the location shown to people
     */
    ModuleSource(String name, ClassLoader loader, Function<String, String> location) {
        this.name = name;
        this.loader = loader;
        this.location = location;
    }

    /** The modules that can be used, in no particular order; every failure adds a sentence to the problems. */
    List<InstalledModule> load(List<String> problems) {
        List<InstalledModule> modules = new ArrayList<>();
        int failures = 0;
        Iterator<ServiceLoader.Provider<ScoringModule>> providers =
                ServiceLoader.load(ScoringModule.class, loader).stream().iterator();
        while (failures < MAX_FAILURES) {
            try {
                if (!providers.hasNext()) {
                    break;
                }
                modules.add(install(providers.next()));
            } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
                problems.add(name + ": a scoring module cannot be loaded: " + FailureText.of(e));
                failures++;
            }
        }
        return modules;
    }

    private InstalledModule install(ServiceLoader.Provider<ScoringModule> provider) {
        ScoringModule module = provider.get();
        ModuleCheck.check(module);
        return new InstalledModule(module, module.version(), location.apply(fileName(provider.type())));
    }

    private static String fileName(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return "unknown";
        }
        try {
            URI uri = source.getLocation().toURI();
            Path file = uri.getScheme().equals("file") ? Path.of(uri).getFileName() : null;
            return file == null ? uri.toString() : file.toString();
        } catch (URISyntaxException e) {
            return source.getLocation().toString();
        }
    }
}
