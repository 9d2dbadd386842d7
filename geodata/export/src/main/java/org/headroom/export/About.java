package org.headroom.export;

import java.time.LocalDate;
import java.util.List;

/**
 * What a file says of the run that it comes from, so that it can be understood without the rest of the run. Texts may be anything that a
 * project or a descriptor says: whoever writes them escapes them.
 *
 * @param title title of the project; may be empty
 * @param project its name
 * @param run digest of the inputs of the run, 12 digits
 * @param date day for which the ranking holds
 * @param sector what is to be connected
 * @param requestedLoadMw MW AC; NaN where it is not told
 * @param policy policy and its version
 * @param policyDigest digest of the policy, hexadecimal
 * @param layers what was read, in the order of the project
 * @param classes how a map divides the scores
 */
public record About(
        String title,
        String project,
        String run,
        LocalDate date,
        String sector,
        double requestedLoadMw,
        String policy,
        String policyDigest,
        List<LayerNote> layers,
        MapClasses classes) {
    public About {
        layers = List.copyOf(layers);
    }

    /** Of a ranking of which no more than its day is known. */
    public static About onlyDated(LocalDate date) {
        return new About("", "", "", date, "", Double.NaN, "", "", List.of(), MapClasses.PINNED);
    }

    /** Title for people: that of the project, else its name, else what the file is. */
    public String heading() {
        String name = title.isBlank() ? project : title;
        return (name.isBlank() ? "Ranked sites" : name) + ", " + date;
    }

    /**
     * A layer that a run read.
     *
     * @param layer its id
     * @param title title for people
     * @param kind what it is about
     * @param publisher who published it
     * @param reference title, edition or address; may be empty
     * @param licence may be empty
     * @param asOf day that it describes, ISO 8601; empty when not known
     * @param use USED, MARKED (old, but used) or WITHHELD
     * @param records records used
     */
    public record LayerNote(
            String layer,
            String title,
            String kind,
            String publisher,
            String reference,
            String licence,
            String asOf,
            String use,
            long records) {}
}
