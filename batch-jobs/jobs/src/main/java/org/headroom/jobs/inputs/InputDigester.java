package org.headroom.jobs.inputs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.headroom.host.InstalledModule;
import org.headroom.jobs.load.LayerSet;
import org.headroom.jobs.project.Project;
import org.headroom.jobs.step.Progress;
import org.headroom.runs.InputDigests;
import org.headroom.runs.file.Digests;
import org.headroom.runs.folder.RunRequest;

/**
 * Takes the digest of everything that decides the result of a run.
 *
 * @param request what is asked for
 * @param project its project
 * @param layers the layers of the project
 * @param modules the installed modules, sorted by id
 * @param progress told of each layer
 */
public record InputDigester(
        RunRequest request, Project project, LayerSet layers, List<InstalledModule> modules, Progress progress) {
    public InputDigester {
        modules = List.copyOf(modules);
    }

    /** The digests with their key. */
    public InputDigests digest() {
        List<String> ids = layers.ids();
        progress.begin("inputs", ids.size());
        Map<String, String> digests = ids.parallelStream().collect(Collectors.toConcurrentMap(id -> id, id -> {
            String digest = layers.digest(id);
            progress.advance(1);
            return digest;
        }));
        Map<String, String> byLayer = new LinkedHashMap<>();
        ids.forEach(id -> byLayer.put(id, Objects.requireNonNull(digests.get(id))));
        return digest(byLayer);
    }

    /**
     * The digests for layers that were looked at elsewhere.
     *
     * @param byLayer digest of each layer, by id, in the order of the project
     */
    public InputDigests digest(Map<String, String> byLayer) {
        Map<String, String> byModule = new LinkedHashMap<>();
        for (InstalledModule module : modules) {
            byModule.put(module.module().id(), code(module));
        }
        // A jar that was dropped in may change without a new version.
        for (Path jar : PluginJars.in(request.plugins())) {
            byModule.put(request.plugins().relativize(jar).toString(), Digests.ofFile(jar));
        }
        return new InputDigests(
                        "",
                        headroomVersion(),
                        request.date(),
                        projectDigest(),
                        Digests.ofFolder(project.policyFolder()),
                        byLayer,
                        byModule)
                .withComputedKey();
    }

    /** A load that is asked for in place of the project's is as good as another project file. */
    private String projectDigest() {
        String file = Digests.ofFile(project.file());
        return request.load() == null ? file : Digests.ofText(file + " " + request.load());
    }

    /**
     * What of the code that measures and ranks has changed since a run: {@code Headroom itself}, {@code module cooling}, ...
     *
     * @param then the digests of the run
     * @param modules installed modules
     */
    public static List<String> changedCode(InputDigests then, List<InstalledModule> modules) {
        List<String> changed = new ArrayList<>();
        if (!then.headroom().equals(headroomVersion())) {
            changed.add("Headroom itself");
        }
        for (InstalledModule module : modules) {
            String before = then.modules().get(module.module().id());
            if (before != null && !before.equals(code(module))) {
                changed.add("module " + module.module().id());
            }
        }
        return changed;
    }

    private static String code(InstalledModule module) {
        return module.version() + " " + ModuleCode.digest(module);
    }

    /** Version of Headroom; {@code development} outside a jar. */
    public static String headroomVersion() {
        String version = InputDigester.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
