package org.headroom.runs.verify;

import java.util.List;

/**
 * The sites whose scores are derived again.
 *
 * @param ids of sites that are chosen by name
 * @param sample how many more, spread evenly over the ranks; {@link #ALL} for every site
 */
public record SiteChoice(List<String> ids, int sample) {
    public static final int ALL = Integer.MAX_VALUE;

    public SiteChoice {
        ids = List.copyOf(ids);
        if (sample < 0) {
            throw new IllegalArgumentException("a sample of " + sample + " sites");
        }
    }
}
