package org.headroom.export.style;

/** What becomes of a site between two rankings of the same sites; the first that holds. */
public enum RankChange {
    ENTERS_TOP("enters the top", "0,158,115,255", "3.4"),
    LEAVES_TOP("leaves the top", "213,94,0,255", "3.4"),
    BECOMES_ELIGIBLE("no longer excluded", "86,180,233,255", "2.6"),
    BECOMES_EXCLUDED("now excluded", "204,121,167,255", "2.6"),
    GATE_CHANGES("another gate answer", "240,228,66,255", "2.2"),
    RISES("rises", "0,158,115,160", "1.4"),
    FALLS("falls", "213,94,0,160", "1.4"),
    STAYS("stays", "120,120,120,160", "1.2"),
    STAYS_EXCLUDED("stays excluded", "190,190,190,120", "1.0");

    private final String label;
    private final String colour;
    private final String sizeMm;

    RankChange(String label, String colour, String sizeMm) {
        this.label = label;
        this.colour = colour;
        this.sizeMm = sizeMm;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** How a map draws such sites. */
    MapRule rule(String column) {
        return new MapRule(label, Condition.text(column, name()), MapRule.Symbol.round(colour, sizeMm));
    }
}
