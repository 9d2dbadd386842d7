package org.headroom.runs.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person wrote for a review, in Markdown. A section whose heading begins with the id of a site that is shown goes to that site; all else,
 * with sections on sites that are not shown, stands at the beginning of the review as it was written.
 *
 * @param general what is of no site
 * @param ofSites by site id, without the heading
 */
record Remarks(String general, Map<String, String> ofSites) {
    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(\\S+).*");
    private static final String FENCE = "```";

    /** Nothing is written. */
    static Remarks none() {
        return new Remarks("", Map.of());
    }

    /** @param shown ids of the sites that are shown */
    static Remarks read(String text, Set<String> shown) {
        StringBuilder general = new StringBuilder();
        Map<String, StringBuilder> ofSites = new HashMap<>();
        StringBuilder into = general;
        int level = 0;
        boolean isCode = false;
        for (String line : List.of(text.split("\\R", -1))) {
            isCode ^= line.startsWith(FENCE);
            Matcher heading = HEADING.matcher(line);
            if (!isCode && heading.matches()) {
                int depth = heading.group(1).length();
                if (shown.contains(heading.group(2))) {
                    into = ofSites.computeIfAbsent(heading.group(2), id -> new StringBuilder());
                    level = depth;
                    continue;
                }
                if (into != general && depth <= level) {
                    into = general;
                }
            }
            into.append(line).append('\n');
        }
        Map<String, String> texts = new HashMap<>();
        ofSites.forEach((id, words) -> texts.put(id, words.toString().strip()));
        return new Remarks(general.toString().strip(), texts);
    }

    /** Empty when nothing is said of a site. */
    String of(String siteId) {
        return ofSites.getOrDefault(siteId, "");
    }
}
