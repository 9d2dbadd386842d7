package org.headroom.feeds.field;

/**
 * A field that a user of an output sees.
 *
 * @param output what it stands in, such as {@code ranked} or {@code curve.csv}
 * @param name its name there; {@code a.b} is a member of {@code a} in JSON
 * @param dbf its name in the shapefile; empty where there is none, or where the shapefile makes it from the name
 * @param alias short name for people
 * @param unit unit as people write it; {@code 1} for texts, days and plain numbers
 * @param meaning one sentence
 * @param source where the value comes from
 * @param unknown what an empty cell or a null means
 */
public record OutputField(
        String output, String name, String dbf, String alias, String unit, String meaning, String source, String unknown) {}
