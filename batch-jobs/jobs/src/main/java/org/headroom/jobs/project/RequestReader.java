package org.headroom.jobs.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.headroom.config.Problems;
import org.headroom.model.LoadRequest;
import org.headroom.model.RampStep;

/** Reads the part {@code request} of a project file: a load that is wanted at once, or a ramp. */
final class RequestReader {
    private final Problems problems;

    RequestReader(Problems problems) {
        this.problems = problems;
    }

    /** What is asked for; of a ramp with problems its steps before them. */
    LoadRequest read(JsonNode request) {
        String sector = request.path("sector").asText();
        JsonNode list = request.path("ramp");
        if (list.isMissingNode()) {
            return new LoadRequest(sector, request.path("loadMw").asDouble());
        }
        List<RampStep> ramp = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            RampStep step = new RampStep(
                    list.path(i).path("year").asInt(), list.path(i).path("mw").asDouble());
            RampStep before = ramp.isEmpty() ? null : ramp.get(ramp.size() - 1);
            if (before != null && step.year() <= before.year()) {
                problems.add(
                        "/request/ramp/" + i + "/year",
                        step.year() + " stands after " + before.year() + "; the years of a ramp must rise");
            } else if (before != null && step.loadMw() < before.loadMw()) {
                problems.add(
                        "/request/ramp/" + i + "/mw",
                        step.loadMw() + " MW in " + step.year() + " are less than the " + before.loadMw() + " MW of "
                                + before.year() + "; the load of a ramp must not fall");
            } else {
                ramp.add(step);
            }
        }
        return LoadRequest.growing(sector, ramp);
    }
}
