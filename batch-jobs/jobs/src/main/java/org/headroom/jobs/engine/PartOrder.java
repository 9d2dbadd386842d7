package org.headroom.jobs.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.headroom.host.ModuleFault;
import org.headroom.runs.InputDigests;
import org.headroom.runs.file.Json;
import org.headroom.runs.folder.RunRequest;

/**
 * What another process has to know to do parts of a run. All else it reads from the folders of the run, which it sees under the same paths.
 *
 * @param work absolute path of the work folder
 * @param session absolute path of the folder in which each attempt makes one of its own; another one each time the run is gone on with
 * @param request what the run was asked for. It is sent, as the one in the work folder has the seal of a user whom another machine may not know
 * @param inputs what the run is made from; a process that sees anything else refuses to work
 * @param measuring ids of the modules that have to measure
 * @param snapshots folder with the snapshot of each layer, by id
 * @param givenUp modules that were given up before the run was stopped
 * @param rules compiled rules, see {@link org.headroom.rules.policy.Policy#compiledRules}; may be empty
 */
public record PartOrder(
        Path work,
        Path session,
        RunRequest request,
        InputDigests inputs,
        List<String> measuring,
        Map<String, Path> snapshots,
        List<ModuleFault> givenUp,
        byte[] rules) {

    /** For the way. */
    public byte[] toBytes() {
        return Json.bytes(this);
    }

    /** What {@link #toBytes} gave. */
    public static PartOrder of(byte[] bytes) {
        return Json.parse(bytes, PartOrder.class);
    }
}
