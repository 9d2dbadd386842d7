package org.headroom.jobs.scenario;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.headroom.model.LoadRequest;

/**
 * What is asked of a project otherwise than the project says; what is empty is as there.
 *
 * @param name of the column and of the folder: lower case letters, digits and hyphens
 * @param loadMw grid-side power, MW AC, above 0
 * @param sector what the load is, in the words of moratoria
 * @param policy absolute path of a policy folder
 * @param date evaluation date
 */
public record Scenario(
        String name, OptionalDouble loadMw, Optional<String> sector, Optional<Path> policy, Optional<LocalDate> date) {

    /** What is to be connected, where the project asks for this. A load of the scenario's own is wanted at once, whatever ramp the project has. */
    public LoadRequest load(LoadRequest ofProject) {
        return new LoadRequest(
                sector.orElse(ofProject.sector()),
                loadMw.orElse(ofProject.requestedLoadMw()),
                loadMw.isPresent() ? List.of() : ofProject.ramp());
    }
}
