package org.headroom.moratorium;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.spi.MeasurementBlock;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemoryLayerBuilder;
import org.headroom.testkit.MemorySites;

/** Contexts and single answers for the tests of this module. The area of every record made here is the unit square. */
final class MoratoriumFixture {
    static final LocalDate AS_OF = LocalDate.of(2026, 4, 29);

    private MoratoriumFixture() {}

    static MemoryContext.Builder context() {
        return MemoryContext.builder()
                .text("generalSectorCovers", "YES")
                .number("releaseHorizonDays", 0)
                .number("openEndedStaleDays", 730)
                .number("unverifiedDateSlackDays", 30)
                .number("checkedValidityDays", 365)
                .number("jurisdictionReachKm", 25)
                .text("silentAreaAnswer", "UNKNOWN");
    }

    static MemoryLayerBuilder layer() {
        return MemoryLayer.of(LayerKind.MORATORIUM, "moratoria")
                .evidence(EvidenceClass.MANUAL)
                .asOf(AS_OF);
    }

    /** A county's instrument for data centres, with more or other fields. */
    static Map<String, Object> instrument(String status, Object... more) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "instrumentId",
                "I",
                "jurisdictionType",
                "County",
                "sectors",
                "data_center",
                "moratoriumStatus",
                status));
        for (int i = 0; i < more.length; i += 2) {
            if (more[i + 1] == null) {
                fields.remove((String) more[i]);
            } else {
                fields.put((String) more[i], more[i + 1]);
            }
        }
        return fields;
    }

    /** PASS, CONDITIONAL or FAIL with the days left, or UNKNOWN with the reason, at 0.5 / 0.5. */
    static String answer(MemoryContext context) {
        return answer(context, 0.5, 0.5);
    }

    static String answer(MemoryContext context, double longitude, double latitude) {
        MeasurementBlock block = measure(context, longitude, latitude);
        var gate = block.column(MoratoriumModule.GATE);
        if (!gate.isKnown(0)) {
            return "UNKNOWN " + gate.reason(0);
        }
        var days = block.column(MoratoriumModule.DAYS_LEFT);
        String left = !days.isKnown(0)
                ? "?"
                : days.lower(0) == days.upper(0)
                        ? Long.toString((long) days.lower(0))
                        : (long) days.lower(0) + ".." + (long) days.upper(0);
        return List.of("PASS", "CONDITIONAL", "FAIL").get((int) gate.lower(0)) + " " + left;
    }

    static MeasurementBlock measure(MemoryContext context, double longitude, double latitude) {
        MemorySites site =
                MemorySites.builder().greenfield("site", longitude, latitude).build();
        MeasurementBlock block = new MeasurementBlock(List.of(MoratoriumModule.GATE, MoratoriumModule.DAYS_LEFT), 1);
        new MoratoriumModule().bind(context).measure(site, block);
        return block;
    }

    /** The answer for one county-wide instrument on a day. */
    static String on(LocalDate day, Map<String, Object> fields) {
        return answer(context()
                .evaluationDate(day)
                .layer(layer().box("R", 0, 0, 1, 1, fields).build())
                .build());
    }
}
