package org.headroom.pack;

import java.util.List;
import java.util.stream.Stream;

/** All files of the pack, by what they tell of. */
final class PackFiles {
    private PackFiles() {}

    static List<PackFile> all() {
        return Stream.of(Areas.files(), Prices.files(), Queues.files())
                .flatMap(List::stream)
                .toList();
    }
}
