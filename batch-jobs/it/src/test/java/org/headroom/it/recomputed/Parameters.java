package org.headroom.it.recomputed;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Parameters of one module, from the policy's file. */
final class Parameters {
    private final Map<String, Object> values = new HashMap<>();

    Parameters(Path policy, String module) {
        for (Map<String, Object> line :
                PolicyFiles.maps(PolicyFiles.yaml(policy.resolve("parameters/" + module + ".yaml"))
                        .get("parameters"))) {
            values.put((String) line.get("parameter"), line.get("value"));
        }
    }

    double number(String name) {
        return ((Number) values.get(name)).doubleValue();
    }

    /** The figures of a list. */
    double[] numbers(String name) {
        return ((List<?>) values.get(name))
                .stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
    }

    List<String> words(String name) {
        return List.of(values.get(name).toString().split(" "));
    }
}
