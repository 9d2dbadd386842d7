package org.headroom.pack.climate;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.List;
import org.headroom.model.climate.JointHours;
import org.headroom.model.climate.Psychrometrics;

/** The hours of a station's typical year, from its first to its last; NaN where one is missing. */
final class HourlyWeather {
    private static final int HOURS_PER_DAY = 24;
    private static final double DAYS_PER_YEAR = 365.25;
    private static final double BASE_C = (65.0 - 32.0) / 1.8;
    private static final double P99 = 0.99;

    private final double[] dryBulbsC;
    private final double[] wetBulbsC;
    private final double[] pressuresPa;

    private HourlyWeather(int hours) {
        dryBulbsC = new double[hours];
        wetBulbsC = new double[hours];
        pressuresPa = new double[hours];
    }

    static HourlyWeather of(List<NamedCsvRecord> hours) {
        HourlyWeather year = new HourlyWeather(hours.size());
        for (int hour = 0; hour < hours.size(); hour++) {
            NamedCsvRecord row = hours.get(hour);
            double dry = number(row, "dry_bulb_c");
            double pressure = number(row, "pressure_pa");
            year.dryBulbsC[hour] = dry;
            year.pressuresPa[hour] = pressure;
            double wet = Psychrometrics.wetBulbC(dry, number(row, "dew_point_c"), pressure);
            year.wetBulbsC[hour] = wet;
        }
        return year;
    }

    private static double number(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    JointHours jointHours() {
        return JointHours.of(dryBulbsC, wetBulbsC, dryBulbsC.length);
    }

    double meanPressurePa() {
        return mean(pressuresPa);
    }

    double meanWetBulbC() {
        return mean(wetBulbsC);
    }

    double dryBulbP99C() {
        return p99(dryBulbsC);
    }

    double wetBulbP99C() {
        return p99(wetBulbsC);
    }

    /** Degree days of an average year from the means of whole days: cooling for sign 1, heating for -1. */
    double degreeDays(int sign) {
        double sum = 0;
        int days = 0;
        for (int first = 0; first + HOURS_PER_DAY <= dryBulbsC.length; first += HOURS_PER_DAY) {
            double mean = mean(Arrays.copyOfRange(dryBulbsC, first, first + HOURS_PER_DAY));
            if (!Double.isNaN(mean)) {
                sum += Math.max(0, sign * (mean - BASE_C));
                days++;
            }
        }
        return sum * DAYS_PER_YEAR / days;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    /** The smallest value that at least 99 % of the hours do not pass. */
    private static double p99(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return sorted[(int) Math.ceil(P99 * sorted.length) - 1];
    }
}
