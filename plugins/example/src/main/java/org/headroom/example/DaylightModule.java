package org.headroom.example;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.EvidenceClass;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ScoringModule;
import org.headroom.spi.SiteBlock;
import org.headroom.spi.SpiVersion;

/** Measures how long the shortest day of the year is at a site, from its latitude alone. */
public final class DaylightModule implements ScoringModule {
    static final String SHORTEST_DAY = "shortestDayHours";

    private static final double DEGREES = StrictMath.PI / 180;
    /** Obliquity of the ecliptic, 23.44 degrees (Meeus 1998, Astronomical Algorithms, chapter 22). */
    private static final double TILT = StrictMath.tan(23.44 * DEGREES);

    private static final List<Criterion> CRITERIA = List.of(Criterion.number(
            SHORTEST_DAY,
            "Shortest day",
            "h",
            Direction.HIGHER_IS_BETTER,
            0,
            24,
            "Hours between sunrise and sunset on the shortest day of the year, without refraction",
            "Sunrise equation; Meeus 1998, Astronomical Algorithms, chapter 15"));

    /** Made by the service loader. */
    public DaylightModule() {}

    @Override
    public String id() {
        return "example";
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public List<Criterion> criteria() {
        return CRITERIA;
    }

    @Override
    public Measurer bind(ModuleContext context) {
        return DaylightModule::measure;
    }

    private static void measure(SiteBlock sites, MeasurementBlock out) {
        MeasurementColumn column = out.column(SHORTEST_DAY);
        double[] latitudes = sites.latitudes();
        for (int site = 0; site < sites.size(); site++) {
            column.set(site, shortestDayHours(latitudes[site]), EvidenceClass.DERIVED);
        }
    }

    /**
     * Length of the shortest day, hours, 0 beyond the polar circles: {@code 24 / pi * acos(tan |latitude| * tan 23.44 degrees)}.
     *
     * @param latitude degrees, -90 to 90
     */
    static double shortestDayHours(double latitude) {
        double cosine = StrictMath.tan(Math.abs(latitude) * DEGREES) * TILT;
        return cosine >= 1 ? 0 : 24 / StrictMath.PI * StrictMath.acos(cosine);
    }
}
