package org.headroom.jobs.calendar;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.headroom.jobs.load.LayerAges;
import org.headroom.jobs.project.Project;
import org.headroom.ledger.calendar.Standing;
import org.headroom.model.HeadroomException;

/** How the layers of a project are used on a day, which hangs on their ages. */
final class LayerUses {
    private LayerUses() {}

    /** The use of each layer, by its id. */
    static Map<String, String> of(Project project, LayerAges ages) {
        Map<String, String> uses = new LinkedHashMap<>();
        project.layers()
                .forEach(
                        layer -> uses.put(layer.id(), ages.get(layer.id()).use().name()));
        return uses;
    }

    /** A day as it stands by the layers alone, without a site. */
    static Standing on(Project project, LocalDate day) {
        try {
            LayerAges ages = new LayerAges(project, day);
            return new Standing(day, new byte[0], new byte[0], new int[0], of(project, ages), Map.of());
        } catch (HeadroomException tooOld) {
            return Standing.refused(day, String.valueOf(tooOld.getMessage()));
        }
    }
}
