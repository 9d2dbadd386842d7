package org.headroom.runs.rank;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A place between sites in the order of ranks: a site before it has a lower tier, or in the same tier a lower key, or with the same key a lower place
 * of its id.
 *
 * @param scoreKey the smaller, without regard to its sign bit, the higher the score
 */
public record RankBound(
        @JsonProperty("tier") int tier,
        @JsonProperty("scoreKey") long scoreKey,
        @JsonProperty("idPlace") int idPlace) implements Comparable<RankBound> {
    @Override
    public int compareTo(RankBound other) {
        int byTier = Integer.compare(tier, other.tier);
        int byScore = byTier != 0 ? byTier : Long.compareUnsigned(scoreKey, other.scoreKey);
        return byScore != 0 ? byScore : Integer.compare(idPlace, other.idPlace);
    }
}
