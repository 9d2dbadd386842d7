package org.headroom.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.headroom.pack.file.PackFile;
import org.headroom.pack.file.Provenance;
import org.headroom.pack.file.RawFolder;
import org.headroom.pack.file.Table;
import org.headroom.pack.moratoria.MoratoriumTables;

/** Local and state moratoria on data centres and kindred loads: two inventories merged, and what was merged or left out. */
final class Moratoria {
    private static final String FOLDER = "d_moratoria/";
    private static final String INVENTORY = FOLDER + "moratorium_inventory.csv";
    private static final String PLACES = "facts/data_centre_moratoria.csv";
    private static final String DISPUTES = FOLDER + "fights.json";
    private static final String LEGISLATION = FOLDER + "state_legislation.csv";

    private Moratoria() {}

    static List<PackFile> files() {
        return List.of(
                new Merged("moratoria.csv", "one row an instrument; last day counted where the term is exact", false),
                new Merged(
                        "moratoria-listed.csv",
                        "duplicates, disagreements, and records that are no instrument or were not understood",
                        true));
    }

    /** @param listed whether it is the list of what was merged or left out, rather than the instruments */
    private record Merged(String file, String what, boolean listed) implements PackFile {
        @Override
        public Provenance provenance() {
            return new Provenance(
                    file,
                    "M. J. Bommarito; G. Ingebretsen",
                    "moratorium-data-2026, data/moratorium_inventory.csv and data/state_legislation.csv;"
                            + " datacenter-opposition-tracker, site/data/fights.json",
                    "CC-BY-4.0",
                    "2026-07-30",
                    List.of(INVENTORY, PLACES, DISPUTES, LEGISLATION),
                    "merged by state, name and kind of body and day of adoption; terms and last days that stand in prose were read by hand; "
                            + what);
        }

        @Override
        public long write(RawFolder raw, Path target) throws IOException {
            MoratoriumTables tables =
                    new MoratoriumTables(raw.csv(INVENTORY), raw.csv(PLACES), raw.json(DISPUTES), raw.csv(LEGISLATION));
            return listed
                    ? Table.write(target, MoratoriumTables.listedColumns(), tables.listed().stream())
                    : Table.write(target, MoratoriumTables.instrumentColumns(), tables.instruments().stream());
        }
    }
}
