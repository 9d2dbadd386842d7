package org.headroom.rules.reading;

/**
 * The content of {@code policy.yaml}.
 *
 * @param id of the policy
 * @param version three numbers
 * @param title for people
 * @param rankBy which end of the score interval orders the sites
 * @param unchecked where sites stand of which a gate cannot tell
 * @param minimum lowest score
 * @param maximum highest score
 * @param decision how sure a rank is
 * @param authorship who stands behind it
 */
public record PolicySettings(
        String id,
        String version,
        String title,
        RankBy rankBy,
        Unchecked unchecked,
        double minimum,
        double maximum,
        DecisionSettings decision,
        Authorship authorship) {}
