package org.headroom.pack.moratoria;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record out of two of the same instrument. What was adopted was adopted, whatever a source says that knew only of a proposal; else the
 * source wins that knows of something later, and where it is silent the other speaks. The sectors are the inventory's, which has a column for them.
 */
final class Merging {
    private final Instrument inventory;
    private final Instrument dispute;
    private final Instrument later;
    private final Instrument earlier;
    private final List<Listed> listed;

    private Merging(Instrument inventory, Instrument dispute, List<Listed> listed) {
        this.inventory = inventory;
        this.dispute = dispute;
        boolean disputeIsLater = dispute.knownOn().isAfter(inventory.knownOn());
        later = disputeIsLater ? dispute : inventory;
        earlier = disputeIsLater ? inventory : dispute;
        this.listed = listed;
    }

    /** @param listed takes the pair, and each thing in which the two disagree */
    static Instrument of(Matching.Pair pair, List<Listed> listed) {
        return new Merging(pair.inventory(), pair.dispute(), listed).merged();
    }

    private Instrument merged() {
        list("DUPLICATE", "", inventory.record(), dispute.record(), inventory.record());
        Standing standing = standing();
        Instrument dated = dated();
        Term term = later.term().isKnown() ? later.term() : earlier.term();
        LocalDate effective = later.effective();
        Instrument merged = new Instrument(
                inventory.record(),
                standing,
                inventory.state(),
                inventory.name(),
                inventory.type(),
                dispute.counties().contains(";") ? dispute.counties() : inventory.counties(),
                inventory.sectors(),
                inventory.thresholdMw().isEmpty() ? dispute.thresholdMw() : inventory.thresholdMw(),
                inventory.scope().equals(dispute.scope()) ? inventory.scope() : "PART",
                dated.adopted(),
                effective == null ? earlier.effective() : effective,
                term,
                later.ended() == null ? earlier.ended() : later.ended(),
                dated.certainty(),
                later.knownOn(),
                dispute.url());
        disagree("status", inventory.standing().name(), dispute.standing().name(), standing.name());
        disagree("adopted", text(inventory.adopted()), text(dispute.adopted()), text(merged.adopted()));
        disagree("last_day", lastDay(inventory), lastDay(dispute), lastDay(merged));
        disagree("sectors", inventory.sectors(), dispute.sectors(), merged.sectors());
        return merged;
    }

    private Standing standing() {
        if (later.standing().isAdopted() == earlier.standing().isAdopted()) {
            return later.standing();
        }
        return later.standing().isAdopted() ? later.standing() : earlier.standing();
    }

    /** The record whose day of adoption is taken: of one that was adopted, the more exact, else the later known. */
    private Instrument dated() {
        if (later.adopted() == null || !later.standing().isAdopted()) {
            return earlier.adopted() == null ? later : earlier;
        }
        boolean earlierIsBetter = earlier.standing().isAdopted()
                && earlier.adopted() != null
                && earlier.certainty().equals("EXACT")
                && !later.certainty().equals("EXACT");
        return earlierIsBetter ? earlier : later;
    }

    private static String lastDay(Instrument record) {
        return text(record.term().lastDay(record.first()));
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private void disagree(String field, String ofInventory, String ofDispute, String taken) {
        if (!ofInventory.isEmpty() && !ofDispute.isEmpty() && !ofInventory.equals(ofDispute)) {
            list("DISAGREES", field, ofInventory, ofDispute, taken);
        }
    }

    private void list(String what, String field, String ofInventory, String ofDispute, String taken) {
        listed.add(new Listed(what, inventory.state(), Names.full(inventory), field, ofInventory, ofDispute, taken));
    }
}
