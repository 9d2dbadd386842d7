package org.headroom.report.data;

/** Small whole numbers that a page has of each site. */
public enum SiteCode {
    /** Place of its state in the list of states, -1 where not known. */
    STATE("state"),
    /** Ordinal of the answer of all gates together. */
    GATE("gate"),
    /** The group that it is ranked in. */
    TIER("tier"),
    /** 0 new land, 1 an existing facility. */
    KIND("kind"),
    /** 0 not known, 1 a right that it holds, 2 headroom of its node. */
    MW_OF("mwOf");

    /** {@link #KIND} of an existing facility. */
    public static final int FACILITY = 1;
    /** {@link #MW_OF} a right. */
    public static final int RIGHT = 1;
    /** {@link #MW_OF} headroom. */
    public static final int HEADROOM = 2;

    private final String key;

    SiteCode(String key) {
        this.key = key;
    }

    /** Its name in the data. */
    public String key() {
        return key;
    }
}
