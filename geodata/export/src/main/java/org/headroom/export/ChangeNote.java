package org.headroom.export;

/**
 * A part of the move of a site since the night before.
 *
 * @param siteId id of the site
 * @param name its name; may be empty
 * @param longitude degrees east; NaN for a site that is no longer there
 * @param latitude degrees north; NaN likewise
 * @param rankFrom rank in the night before; {@link ExportColumn#MISSING} for a new site
 * @param rankTo rank in this run; {@link ExportColumn#MISSING} for a site that is gone
 * @param scoreFrom score in the night before; NaN for none
 * @param scoreTo score in this run; NaN for none
 * @param cause what kind of input moved it
 * @param of which of them
 * @param score by how much the score moved for this cause; NaN where it is not told
 * @param text one sentence for people
 */
public record ChangeNote(
        String siteId,
        String name,
        double longitude,
        double latitude,
        long rankFrom,
        long rankTo,
        double scoreFrom,
        double scoreTo,
        String cause,
        String of,
        double score,
        String text) {
    /** The same with a place on the earth. */
    public ChangeNote at(double degreesEast, double degreesNorth) {
        return new ChangeNote(
                siteId, name, degreesEast, degreesNorth, rankFrom, rankTo, scoreFrom, scoreTo, cause, of, score, text);
    }
}
