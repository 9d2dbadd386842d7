package org.headroom.layers.format;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** The formats on the class path. */
public final class LayerFormats {
    private static final Map<String, LayerFormat> BY_ID = new LinkedHashMap<>();

    static {
        for (LayerFormat format : ServiceLoader.load(LayerFormat.class, LayerFormats.class.getClassLoader())) {
            LayerFormat same = BY_ID.putIfAbsent(format.id(), format);
            if (same != null) {
                throw new IllegalStateException("the layer format " + format.id() + " is given twice, by "
                        + same.getClass().getName() + " and by "
                        + format.getClass().getName());
            }
        }
    }

    private LayerFormats() {}

    /** All formats, in a fixed order. */
    public static Collection<LayerFormat> all() {
        return BY_ID.values();
    }

    public static Optional<LayerFormat> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** The format that reads an address of a database. */
    public static Optional<LayerFormat> findByUrl(String url) {
        return all().stream()
                .filter(format -> format instanceof DatabaseFormat database && url.startsWith(database.prefix()))
                .findFirst();
    }

    /** The format that a file name tells by its ending. */
    public static Optional<LayerFormat> findByName(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return all().stream()
                .filter(format -> format.endings().stream().anyMatch(name::endsWith))
                .findFirst();
    }
}
