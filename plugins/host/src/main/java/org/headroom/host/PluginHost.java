package org.headroom.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.headroom.model.Criterion;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.LayerKind;
import org.jspecify.annotations.Nullable;

/** Finds the scoring modules of an installation. */
public final class PluginHost {
    private static final String ADVICE = "A plugin is a folder plugins/NAME with its jar (and the libraries it needs);"
            + " see plugins/example/README.md. Take the folder away to run without it.";

    private PluginHost() {}

    /**
     * The modules on the class path and in {@code pluginsFolder/NAME/*.jar}, sorted by id. Folders without a jar are passed over (the
     * sources of the modules lie beside the plugins), and so is a plugins folder that does not exist. The class loaders of the plugins
     * live as long as the modules.
     *
     * @throws HeadroomException of family PLUGIN, with one sentence for each module that cannot be loaded and for each module id,
     *     criterion or layer kind that is given twice; of family CONFIG when the plugins folder is not a folder
     */
    public static List<InstalledModule> load(Path pluginsFolder) {
        ClassLoader host = PluginHost.class.getClassLoader();
        List<String> problems = new ArrayList<>();
        List<InstalledModule> modules =
                new ArrayList<>(new ModuleSource("class path", host, file -> "class path: " + file).load(problems));
        if (Files.exists(pluginsFolder)) {
            for (Path folder : folders(pluginsFolder, problems)) {
                PluginFolder plugin = new PluginFolder(folder);
                if (!plugin.isEmpty()) {
                    modules.addAll(plugin.load(host, problems));
                }
            }
        }
        modules.sort(Comparator.comparing(
                        (InstalledModule installed) -> installed.module().id())
                .thenComparing(InstalledModule::location));
        refuseDuplicates(modules, problems);
        if (!problems.isEmpty()) {
            throw new HeadroomException(FailureFamily.PLUGIN, String.join("\n", problems), ADVICE);
        }
        return List.copyOf(modules);
    }

    /** The kinds of layer that there are with these modules: Headroom's own, then those that modules bring. */
    public static List<LayerKind> layerKinds(List<InstalledModule> modules) {
        return Stream.concat(
                        LayerKind.builtIn().stream(),
                        modules.stream().flatMap(installed -> installed.module().layerKinds().stream()))
                .toList();
    }

    private static List<Path> folders(Path pluginsFolder, List<String> problems) {
        if (!Files.isDirectory(pluginsFolder)) {
            throw new HeadroomException(
                    FailureFamily.CONFIG, "plugins folder " + pluginsFolder + " is not a folder", "Name a folder.");
        }
        for (Path jar : PluginFolder.jars(pluginsFolder)) {
            String name = PluginFolder.name(jar);
            problems.add(jar + ": a plugin needs a folder of its own; move it to "
                    + pluginsFolder
                            .resolve(name.substring(0, name.length() - 4))
                            .resolve(name));
        }
        try (Stream<Path> entries = Files.list(pluginsFolder)) {
            return entries.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(PluginFolder::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + pluginsFolder, e);
        }
    }

    private static void refuseDuplicates(List<InstalledModule> modules, List<String> problems) {
        Map<String, InstalledModule> byId = new LinkedHashMap<>();
        Map<String, InstalledModule> byCriterion = new LinkedHashMap<>();
        Map<LayerKind, InstalledModule> byKind = new LinkedHashMap<>();
        for (InstalledModule installed : modules) {
            InstalledModule same = byId.putIfAbsent(installed.module().id(), installed);
            if (same != null) {
                problems.add("module id " + installed.module().id() + " is given twice: by " + same.location()
                        + " and by " + installed.location());
                continue;
            }
            for (Criterion criterion : installed.module().criteria()) {
                refuse(
                        "criterion " + criterion.id() + " is measured",
                        byCriterion.putIfAbsent(criterion.id(), installed),
                        installed,
                        problems);
            }
            for (LayerKind kind : installed.module().layerKinds()) {
                refuse("layer kind " + kind + " is brought", byKind.putIfAbsent(kind, installed), installed, problems);
            }
        }
    }

    private static void refuse(
            String what, @Nullable InstalledModule other, InstalledModule installed, List<String> problems) {
        if (other != null) {
            problems.add(what + " twice: by module " + other.module().id() + " (" + other.location()
                    + ") and by module " + installed.module().id() + " (" + installed.location() + ")");
        }
    }
}
