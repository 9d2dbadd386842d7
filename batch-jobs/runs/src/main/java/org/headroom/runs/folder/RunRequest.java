package org.headroom.runs.folder;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import org.headroom.model.LoadRequest;
import org.headroom.runs.RunFolders;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks of one run; kept in the work folder so that a restart needs nothing else.
 *
 * @param project absolute path of the project file
 * @param out absolute path of the folder for runs
 * @param date evaluation date, ISO 8601
 * @param threads threads for loading, measuring and scoring, at least 1
 * @param plugins folder with plugins to drop in; need not exist
 * @param force whether to run although nothing changed
 * @param blockSites sites in a block, the smallest piece of work; a checkpoint is taken every twelve blocks
 * @param policy absolute path of the policy folder to go by in place of the project's; null for the project's own
 * @param load what to connect in place of what the project asks for; null for that
 * @param layers absolute path of the folder with the snapshots of layers, which several folders for runs may share while one process holds it; null
 *     for the one in the folder for runs
 * @param nights absolute path of the folder for runs beside whose nights this run is a what-if: it takes what they kept and leaves nothing there,
 *     {@code latest} does not name it, and it stays until somebody removes it; null for a night
 */
public record RunRequest(
        @JsonProperty("project") Path project,
        @JsonProperty("out") Path out,
        @JsonProperty("date") String date,
        @JsonProperty("threads") int threads,
        @JsonProperty("plugins") Path plugins,
        @JsonProperty("force") boolean force,
        @JsonProperty("blockSites") int blockSites,
        @JsonProperty("policy") @Nullable Path policy,
        @JsonProperty("load") @Nullable LoadRequest load,
        @JsonProperty("layers") @Nullable Path layers,
        @JsonProperty("nights") @Nullable Path nights) {
    /** With a checkpoint every twelve blocks, one comes about every 50,000 sites. */
    public static final int DEFAULT_BLOCK_SITES = 4096;

    public RunRequest {
        project = project.toAbsolutePath().normalize();
        out = out.toAbsolutePath().normalize();
        plugins = plugins.toAbsolutePath().normalize();
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ", it must be at least 1");
        }
        if (blockSites < 1) {
            throw new IllegalArgumentException("blockSites is " + blockSites + ", it must be at least 1");
        }
    }

    /** Asks for what the project asks for, with snapshots of layers in the folder for runs. */
    public RunRequest(
            Path project,
            Path out,
            String date,
            int threads,
            Path plugins,
            boolean force,
            int blockSites,
            @Nullable Path policy) {
        this(project, out, date, threads, plugins, force, blockSites, policy, null, null, null);
    }

    /** The folder with the snapshots of layers. */
    public Path snapshots() {
        return layers == null ? home().resolve(RunFolders.LAYERS) : layers;
    }

    /** Whether this only asks what would be. */
    @JsonIgnore
    public boolean isWhatIf() {
        return nights != null;
    }

    /** The folder with the nights that came before: that of a what-if is another than where it is published. */
    public Path home() {
        return nights == null ? out : nights;
    }

    /** The same as a what-if beside the nights of its folder for runs. */
    public RunRequest asWhatIf() {
        return new RunRequest(
                project,
                out.resolve(RunFolders.WHAT_IF),
                date,
                threads,
                plugins,
                force,
                blockSites,
                policy,
                load,
                layers,
                out);
    }
}
