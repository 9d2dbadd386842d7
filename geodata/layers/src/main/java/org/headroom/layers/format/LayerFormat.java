package org.headroom.layers.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A format that layers are read from, found by {@link java.util.ServiceLoader} on the class path of layers. A public class with a public
 * constructor without arguments that does no work. Immutable and safe for several threads.
 */
public sealed interface LayerFormat permits RecordFormat, RasterFormat {
    /** The name used in descriptors, in lower case; unique. */
    String id();

    /** How names of its files end, in lower case with the dot; they tell the format of a source whose descriptor does not. */
    Set<String> endings();

    /** The keys of {@link ReadOptions} that it heeds. None by default. */
    default Set<String> options() {
        return Set.of();
    }

    /** What its files hold as far as their first bytes tell it; a file that holds anything else known is refused. None by default. */
    default Set<FileContent> contents() {
        return Set.of();
    }

    /** Every file that reading a source touches, the one that the records come from first, in a fixed order; the digest of the source is taken of them. */
    default List<Path> files(SourceAddress source) {
        return List.of(source.file());
    }
}
