package org.headroom.host;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of one plugin folder. From Headroom it sees the contract, the model and the libraries that stand in the contract's
 * signatures, and nothing else: a plugin brings its own dependencies and can neither meet those of another plugin nor those of Headroom
 * (rules engine, GeoTools). The Java platform is seen after the plugin's own jars, {@code java.*} before them.
 */
final class PluginClassLoader extends URLClassLoader {
    /** Packages taken from Headroom, with everything below them. */
    private static final List<String> SHARED = List.of(
            "org.headroom.spi.",
            "org.headroom.model.",
            // Geometry may pass between modules and layers; the GeoJSON part needs a JSON library and is not shared.
            "org.locationtech.jts.",
            // One logging set-up for the whole run.
            "org.slf4j.",
            // Annotations only; shared so that the contract's own annotations resolve.
            "org.jspecify.");

    private static final List<String> NOT_SHARED = List.of("org.locationtech.jts.io.geojson.");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader host;
    private final ClassLoader platform;

    PluginClassLoader(String folder, URL[] jars, ClassLoader host) {
        super("plugin:" + folder, jars, ClassLoader.getPlatformClassLoader());
        this.host = host;
        this.platform = ClassLoader.getPlatformClassLoader();
    }

    static boolean isShared(String className) {
        return SHARED.stream().anyMatch(className::startsWith)
                && NOT_SHARED.stream().noneMatch(className::startsWith);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (isShared(name)) {
            return host.loadClass(name);
        }
        if (name.startsWith("java.")) {
            return platform.loadClass(name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> type = findLoadedClass(name);
            if (type == null) {
                type = findOwnOrPlatform(name);
            }
            if (resolve) {
                resolveClass(type);
            }
            return type;
        }
    }

    private Class<?> findOwnOrPlatform(String name) throws ClassNotFoundException {
        try {
            return findClass(name);
        } catch (ClassNotFoundException notOurs) {
            return platform.loadClass(name);
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? platform.getResource(name) : own;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> all = new ArrayList<>(Collections.list(findResources(name)));
        all.addAll(Collections.list(platform.getResources(name)));
        return Collections.enumeration(all);
    }
}
