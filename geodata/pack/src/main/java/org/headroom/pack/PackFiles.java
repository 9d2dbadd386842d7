package org.headroom.pack;

import java.util.List;
import java.util.stream.Stream;
import org.headroom.pack.climate.Climate;
import org.headroom.pack.facilities.Facilities;
import org.headroom.pack.file.PackFile;
import org.headroom.pack.grid.Grid;
import org.headroom.pack.queues.Queues;

/** All files of the pack, by what they tell of. */
final class PackFiles {
    private PackFiles() {}

    static List<PackFile> all() {
        return Stream.of(
                        Areas.files(),
                        Grid.files(),
                        Queues.files(),
                        Moratoria.files(),
                        Climate.files(),
                        Prices.files(),
                        Facilities.files(),
                        Siting.files())
                .flatMap(List::stream)
                .toList();
    }
}
