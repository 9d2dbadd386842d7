package org.headroom.cli.command.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.ShippedPolicies;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.NearestName;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunFolders;

/** Finds the policy that a word names: its folder, one that comes with Headroom, or a run, whose policy it is. In this order. */
final class NamedPolicies {
    private static final String FILE = "policy.yaml";

    private final Surroundings surroundings;
    private final Path out;

    /** @param out the folder for runs */
    NamedPolicies(Surroundings surroundings, Path out) {
        this.surroundings = surroundings;
        this.out = out;
    }

    /**
     * The folder of a policy.
     *
     * @throws HeadroomException of family CONFIG when the word names none
     */
    Path folder(String word) {
        Path folder = Path.of(word).toAbsolutePath().normalize();
        if (Files.isRegularFile(folder.resolve(FILE))) {
            return folder;
        }
        Map<String, Path> shipped = ShippedPolicies.under(surroundings.home());
        if (shipped.containsKey(word)) {
            return shipped.get(word);
        }
        RunFolders runs = new RunFolders(out);
        if (isRun(word)) {
            return runs.get(word).explanationFiles().policy();
        }
        List<String> known = new ArrayList<>(shipped.keySet());
        runs.list().stream().map(PublishedRun::name).forEach(known::add);
        throw new HeadroomException(
                FailureFamily.CONFIG,
                "\"" + word
                        + "\" is neither the folder of a policy, nor a policy that comes with Headroom, nor a run in "
                        + out + NearestName.hint(word, known),
                "Give the folder that " + FILE + " is in, or one of: " + String.join(", ", known));
    }

    /** Whether a word names a run, and neither a folder of a policy nor one that comes with Headroom. */
    boolean isRun(String word) {
        Path folder = Path.of(word).toAbsolutePath().normalize();
        return !Files.isRegularFile(folder.resolve(FILE))
                && !ShippedPolicies.under(surroundings.home()).containsKey(word)
                && Stream.of(out.resolve(word), folder).anyMatch(run -> Files.exists(run.resolve(Manifest.FILE)));
    }
}
