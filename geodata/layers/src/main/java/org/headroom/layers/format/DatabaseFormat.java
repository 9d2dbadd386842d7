package org.headroom.layers.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A format of records that lie on a server and in no file: the address of a source is what {@code source.url} says, and its files are none. */
public interface DatabaseFormat extends RecordFormat {
    /** How its addresses begin; this tells the format of a source whose descriptor does not. */
    String prefix();

    /** What is wrong with an address, without a full stop; empty when it may be used. No text shows a value that stands in it. */
    Optional<String> findProblem(String url);

    /** The digest of all that a source holds now, as {@link RecordSource#contentDigest} gives it; reads it to its end. */
    String digest(SourceAddress source, ReadOptions options) throws IOException;

    @Override
    default Set<String> endings() {
        return Set.of();
    }

    @Override
    default List<Path> files(SourceAddress source) {
        return List.of();
    }
}
