package org.headroom.pack.moratoria;

import java.util.List;

/**
 * Something that a reader of the merged table should be able to look up.
 *
 * @param what DUPLICATE, DISAGREES, or the standing of a record that is no instrument
 * @param inventory id or value in the inventory, or empty
 * @param dispute id or value in the list of disputes, or empty
 * @param taken what stands in the table, or empty
 */
record Listed(
        String what, String state, String jurisdiction, String field, String inventory, String dispute, String taken) {
    static final List<String> HEADER =
            List.of("what", "state", "jurisdiction", "field", "inventory", "dispute", "taken");

    List<String> cells() {
        return List.of(what, state, jurisdiction, field, inventory, dispute, taken);
    }
}
