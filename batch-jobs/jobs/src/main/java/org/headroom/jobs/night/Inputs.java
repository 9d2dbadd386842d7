package org.headroom.jobs.night;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.headroom.host.InstalledModule;
import org.headroom.jobs.publish.RunFolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first step: takes the digest of every input, and tells whether a published run was made from the same ones. */
public final class Inputs {
    private static final Logger LOG = LoggerFactory.getLogger(Inputs.class);

    private final NightRun night;

    Inputs(NightRun night) {
        this.night = night;
    }

    /**
     * What a run is made from; two runs with the same key give the same bytes.
     *
     * @param key SHA-256 over all the rest
     * @param headroom version of Headroom
     * @param evaluationDate ISO 8601
     * @param project digest of the project file
     * @param policy digest of the policy folder
     * @param layers digest of each layer, by id
     * @param modules version and, for a module dropped in, digest of each module, by id
     */
    public record Digest(
            String key,
            String headroom,
            String evaluationDate,
            String project,
            String policy,
            Map<String, String> layers,
            Map<String, String> modules) {}

    /** Takes the digests, and refuses a policy that does not hold before any layer is read. */
    public void take() {
        night.progress().begin("inputs", night.layers().ids().size());
        Map<String, String> layers = new LinkedHashMap<>();
        for (String id : night.layers().ids()) {
            layers.put(id, night.layers().digest(id));
            night.progress().advance(1);
        }
        Map<String, String> modules = new LinkedHashMap<>();
        for (InstalledModule module : night.modules()) {
            modules.put(module.module().id(), module.digest());
        }
        Digest open = new Digest(
                "",
                headroomVersion(),
                night.request().date(),
                Digests.ofFile(night.project().file()),
                Digests.ofFolder(night.project().policyFolder()),
                layers,
                modules);
        Digest closed = new Digest(
                Digests.ofText(new String(Json.bytes(open), StandardCharsets.UTF_8)),
                open.headroom,
                open.evaluationDate,
                open.project,
                open.policy,
                open.layers,
                open.modules);
        Json.write(night.work().inputs(), closed);
        if (!isUnchanged()) {
            night.policy();
        }
    }

    /** What {@link #take} found. */
    public Digest read() {
        return Json.read(night.work().inputs(), Digest.class);
    }

    /** Whether a published run was made from the same inputs; if so, that is the outcome of this run. */
    public boolean isUnchanged() {
        if (night.request().force()) {
            return false;
        }
        Optional<Path> same = new RunFolders(night.request().out()).findByInputs(read().key());
        same.ifPresent(run -> {
            LOG.info("nothing changed since {}", run.getFileName());
            night.work().outcome(new Outcome.Unchanged(run.getFileName().toString()));
        });
        return same.isPresent();
    }

    private static String headroomVersion() {
        String version = Inputs.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
