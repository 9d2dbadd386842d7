package org.headroom.decide.grid;

/**
 * A node of the grid as a run names it.
 *
 * @param number from 0, different for each node of a run
 * @param layer id of its layer
 * @param recordId id of its record
 * @param name its name; empty when the run does not tell it
 * @param zone the zone whose nodes share one ceiling; empty for none
 */
public record GridNode(int number, String layer, String recordId, String name, String zone) {
    /** For people. */
    public String label() {
        return name.isEmpty() || name.equals(recordId) ? recordId : name + " (" + recordId + ")";
    }
}
