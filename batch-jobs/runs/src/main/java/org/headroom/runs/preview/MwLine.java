package org.headroom.runs.preview;

/**
 * MW that are gained and lost by sites of one state, or for one reason. See {@link KnownMw} for what the MW of a site are; a site of
 * unknown MW is counted among the sites and adds nothing.
 *
 * @param scope which sites: those that are not excluded, or those of the top
 * @param by what the line is for
 * @param key the state, the reason, or empty for all; a state that is not known is {@code unknown}
 * @param gainedSites sites that come in
 * @param gainedMw MW AC of those whose MW are known
 * @param gainedOfUnknownMw how many of the sites have no known MW
 * @param lostSites sites that go out
 * @param lostMw MW AC of those whose MW are known
 * @param lostOfUnknownMw how many of the sites have no known MW
 */
public record MwLine(
        Scope scope,
        By by,
        String key,
        long gainedSites,
        double gainedMw,
        long gainedOfUnknownMw,
        long lostSites,
        double lostMw,
        long lostOfUnknownMw) {
    /** Which sites are counted. */
    public enum Scope {
        ELIGIBLE,
        TOP
    }

    /** What the sites of a line have in common. */
    public enum By {
        ALL,
        STATE,
        REASON
    }
}
