package org.headroom.jobs.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.headroom.layers.LayerAge;
import org.headroom.layers.LayerDescriptor;
import org.headroom.layers.LoadedLayer;
import org.headroom.model.FieldType;
import org.headroom.model.HeadroomException;
import org.headroom.model.LayerField;
import org.headroom.model.LayerKind;
import org.headroom.spi.FeatureLayer;

/**
 * The days on which a search looks in any case: those that moratoria name, with their terms reckoned, those on which a layer becomes too old, and
 * one every so many days for all that no book names.
 */
final class DayLooks {
    private static final double DAYS_OF_MONTH = 30.436875;

    private final LocalDate from;
    private final LocalDate until;
    private final SortedSet<LocalDate> days = new TreeSet<>();

    private DayLooks(LocalDate from, LocalDate until) {
        this.from = from;
        this.until = until;
    }

    /**
     * The days after {@code from} up to {@code until}.
     *
     * @param everyDays a look every so many days
     */
    static SortedSet<LocalDate> of(
            List<LoadedLayer> layers,
            List<LayerDescriptor> descriptors,
            LocalDate from,
            LocalDate until,
            int everyDays) {
        DayLooks looks = new DayLooks(from, until);
        for (LocalDate day = from.plusDays(everyDays); day.isBefore(until); day = day.plusDays(everyDays)) {
            looks.days.add(day);
        }
        layers.forEach(looks::addDated);
        descriptors.forEach(looks::addAges);
        return looks.days;
    }

    private void addDated(LoadedLayer loaded) {
        if (!loaded.layer().kind().equals(LayerKind.MORATORIUM) || !(loaded.layer() instanceof FeatureLayer layer)) {
            return;
        }
        double[] termDays = layer.numbers("durationDays");
        double[] termMonths = layer.numbers("durationMonths");
        for (LayerField field : layer.kind().fields()) {
            if (field.type() != FieldType.DATE) {
                continue;
            }
            int[] dates = layer.dates(field.name());
            for (int record = 0; record < dates.length; record++) {
                if (dates[record] != FeatureLayer.NO_DATE) {
                    addAround(dates[record]);
                    addAround(dates[record] + termDays[record]);
                    addAround(dates[record] + termMonths[record] * DAYS_OF_MONTH);
                }
            }
        }
    }

    /** That day and the one after it: what holds on its last day is over on the next. */
    private void addAround(double epochDay) {
        if (!Double.isNaN(epochDay) && epochDay >= from.toEpochDay() && epochDay <= until.toEpochDay()) {
            days.add(LocalDate.ofEpochDay((long) epochDay));
            days.add(LocalDate.ofEpochDay((long) epochDay + 1));
        }
    }

    private void addAges(LayerDescriptor layer) {
        String before = use(layer, from);
        for (LocalDate day = from.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            String now = use(layer, day);
            if (!now.equals(before)) {
                days.add(day);
                days.add(day.minusDays(1));
                before = now;
            }
        }
    }

    private static String use(LayerDescriptor layer, LocalDate day) {
        try {
            return LayerAge.of(layer, day).use().name();
        } catch (HeadroomException tooOld) {
            return CalendarEvents.REFUSED;
        }
    }
}
