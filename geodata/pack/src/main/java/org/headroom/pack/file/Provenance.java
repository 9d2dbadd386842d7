package org.headroom.pack.file;

import java.util.List;

/**
 * Where a file of the pack comes from.
 *
 * @param file its path in the pack
 * @param publisher who published what it is made of
 * @param reference name of the publication, such as form, table and version
 * @param licence of the facts as they stand in the pack
 * @param edition the day or year that the facts describe, as the publisher gives it
 * @param from raw files that it is made of, as paths in the raw folder
 * @param done what was done to them, for a reader of the pack
 */
public record Provenance(
        String file,
        String publisher,
        String reference,
        String licence,
        String edition,
        List<String> from,
        String done) {}
