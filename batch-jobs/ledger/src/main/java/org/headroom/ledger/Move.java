package org.headroom.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The move of one site between two runs. The scores of its terms add up to the move of its score but for rounding (1e-9), the ranks exactly; a site
 * that only one of the runs has has one term without figures.
 *
 * @param site its id
 * @param name its name for people; may be empty
 * @param rankFrom rank in the earlier run, from 1; null for a new site
 * @param rankTo rank in the later run; null for one that is gone
 * @param scoreFrom score in the earlier run
 * @param scoreTo score in the later run
 * @param terms what each cause did, in the order of the causes; without those that did nothing
 */
public record Move(
        String site,
        String name,
        @Nullable Integer rankFrom,
        @Nullable Integer rankTo,
        @Nullable Double scoreFrom,
        @Nullable Double scoreTo,
        List<Term> terms) {
    public Move {
        terms = List.copyOf(terms);
    }

    /**
     * What one cause did.
     *
     * @param cause candidates, data, parameters, rules, weights or calendar
     * @param of the layer, rules, criteria or parameters
     * @param score points; null for a site that only one of the runs has
     * @param ranks ranks, below 0 for the better; null likewise
     * @param records {@code layer: record} of what decided otherwise
     * @param text one sentence for a person
     */
    public record Term(
            String cause,
            String of,
            @Nullable Double score,
            @Nullable Integer ranks,
            List<String> records,
            String text) {
        public Term {
            records = List.copyOf(records);
        }

        private double points() {
            return score == null ? 0 : Math.abs(score);
        }

        private int places() {
            return ranks == null ? 0 : Math.abs(ranks);
        }
    }

    /** The term that did most: to the score, or where none did anything to that, to the rank; empty where nothing moved. */
    public Optional<Term> main() {
        return terms.stream().max(Comparator.comparingDouble(Term::points).thenComparingInt(Term::places));
    }

    /** The term that moved the rank most, and where none did, the score; empty where nothing moved. */
    public Optional<Term> mainOfRank() {
        return terms.stream().max(Comparator.comparingInt(Term::places).thenComparingDouble(Term::points));
    }

    /** By how many ranks the site moved, without regard to the way; 0 for one that only one of the runs has. */
    public int distance() {
        return rankFrom == null || rankTo == null ? 0 : Math.abs(rankTo - rankFrom);
    }
}
