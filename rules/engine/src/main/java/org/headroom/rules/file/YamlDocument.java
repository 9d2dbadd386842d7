package org.headroom.rules.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A YAML file that agrees with its schema.
 *
 * @param path path within the policy folder
 * @param root the content
 * @param lines line of each value, from 1, by JSON pointer
 */
public record YamlDocument(String path, JsonNode root, Map<String, Integer> lines) {
    public YamlDocument {
        lines = Map.copyOf(lines);
    }

    /** Line of a value, or of the nearest value around it; 0 when unknown. */
    public int line(String pointer) {
        String at = pointer;
        while (true) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
            int slash = at.lastIndexOf('/');
            if (slash < 0) {
                return 0;
            }
            at = at.substring(0, slash);
        }
    }
}
