package org.headroom.decide.portfolio;

import org.headroom.decide.portfolio.choice.Limit;

/**
 * A limit that sites share, with what people are told of it.
 *
 * @param kind what is shared
 * @param name of the node, zone or state; empty for the budget
 * @param most MW, sites or USD a year, by the kind
 * @param isKnown whether that is a figure of the run or of the question; not so where headroom is unknown
 * @param limit over the places of the sites
 */
record SharedLimit(Kind kind, String name, double most, boolean isKnown, Limit limit) {
    enum Kind {
        NODE,
        ZONE,
        STATE,
        BUDGET
    }

    /** What is full, for people. */
    String described() {
        return switch (kind) {
            case NODE -> grid("node ");
            case ZONE -> grid("zone ");
            case STATE -> name + " has its " + Text.number(most);
            case BUDGET -> "the budget of " + Text.number(most) + " USD a year";
        };
    }

    private String grid(String what) {
        if (isKnown) {
            return what + name + " has " + Text.number(most) + " MW";
        }
        return Double.isNaN(most)
                ? "the headroom of " + what + name + " is not known, which holds one site at most"
                : "the headroom of " + what + name + " is not known and counted as " + Text.number(most) + " MW";
    }
}
