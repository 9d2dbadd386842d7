package org.headroom.energyprice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.RecordNote;

/** The records that are left out or odd, with the reason of each. Not safe for several threads. */
final class ListedRecords {
    /** Records listed one by one of a layer; a note about the layer counts the others. */
    private static final int MAX_LISTED = 200;

    private final List<RecordNote> notes = new ArrayList<>();
    private final Map<PriceLayer, Set<Integer>> records = new LinkedHashMap<>();

    /**
     * Adds a record, once.
     *
     * @param usdPerMwh what it gives, before it is brought to another year; NaN when it gives no price of its own
     * @param reason in one sentence without a full stop
     */
    void add(PriceLayer layer, int record, double usdPerMwh, String reason) {
        Set<Integer> known = records.computeIfAbsent(layer, key -> new HashSet<>());
        if (known.add(record) && known.size() <= MAX_LISTED) {
            String field = Double.isNaN(layer.statedPrice(record)) ? "revenueUsd, salesMwh" : "energyPriceUsdPerMwh";
            String value = Double.isNaN(usdPerMwh) ? "" : plain(usdPerMwh) + " USD/MWh";
            notes.add(new RecordNote(layer.layer(), record, field, value, named(layer, record) + reason));
        }
    }

    private static String named(PriceLayer layer, int record) {
        String name = layer.name(record);
        String state = layer.stateCode(record);
        return name == null ? "" : name + (state == null ? "" : ", " + state) + ": ";
    }

    /** All notes, in the order in which they came. */
    List<RecordNote> notes() {
        List<RecordNote> all = new ArrayList<>(notes);
        records.forEach((layer, known) -> {
            if (known.size() > MAX_LISTED) {
                all.add(new RecordNote(
                        layer.layer(),
                        MeasurementColumn.NO_RECORD,
                        "",
                        "",
                        known.size() + " records are left out or odd, of which the first " + MAX_LISTED
                                + " are listed"));
            }
        });
        return all;
    }

    /** A number for people, with at most two decimals. */
    static String plain(double number) {
        BigDecimal rounded =
                BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }
}
