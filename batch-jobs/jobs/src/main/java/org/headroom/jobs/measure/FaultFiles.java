package org.headroom.jobs.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.headroom.host.ModuleFault;
import org.headroom.runs.file.Json;

/** Files of what modules failed to give, one for each module that failed anywhere. */
public final class FaultFiles {
    public static final String SUFFIX = ".faults";

    private FaultFiles() {}

    /** The file of a module. */
    public static Path of(Path folder, String moduleId) {
        return folder.resolve(moduleId + SUFFIX);
    }

    /** Faults of all modules. */
    public static List<ModuleFault> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .flatMap(file -> Stream.of(Json.read(file, ModuleFault[].class)))
                    .sorted(ModuleFault.ORDER)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the faults of each module that has any. */
    static void write(Path folder, Collection<ModuleFault> faults) {
        Map<String, TreeSet<ModuleFault>> byModule = new TreeMap<>();
        for (ModuleFault fault : faults) {
            byModule.computeIfAbsent(fault.moduleId(), id -> new TreeSet<>(ModuleFault.ORDER))
                    .add(fault);
        }
        byModule.forEach((module, own) -> Json.write(of(folder, module), own));
    }
}
