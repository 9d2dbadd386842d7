package org.headroom.decide.portfolio.choice;

import java.util.List;

/**
 * The best sets that were found, and what is proved of them.
 *
 * @param sets the best first; fewer than asked for where there are no more, empty where none satisfies all that is asked
 * @param bound no set is worth more than this, whatever was not looked at; the value of the first set when it is proved to be the best
 * @param isProved whether these are the best sets, in this order: nothing was left out
 * @param nodes how many partial sets were looked at
 */
public record ChoiceResult(List<Chosen> sets, double bound, boolean isProved, long nodes) {
    public ChoiceResult {
        sets = List.copyOf(sets);
    }
}
