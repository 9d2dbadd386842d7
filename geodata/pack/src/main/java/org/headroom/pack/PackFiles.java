package org.headroom.pack;

import java.util.List;
import java.util.stream.Stream;

/** All files of the pack, by what they tell of. */
final class PackFiles {
    private PackFiles() {}

    static List<PackFile> all() {
        return Stream.of(
                        Areas.files(),
                        Grid.files(),
                        Queues.files(),
                        Moratoria.files(),
                        Prices.files(),
                        Facilities.files(),
                        Siting.files())
                .flatMap(List::stream)
                .toList();
    }
}
