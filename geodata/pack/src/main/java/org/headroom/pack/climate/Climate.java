package org.headroom.pack.climate;

import java.util.List;
import org.headroom.pack.file.PackFile;
import org.headroom.pack.file.Provenance;

/** Stations with their hours by dry and wet bulb, and normal degree days. */
public final class Climate {
    static final String STATIONS = "e_climate/tmy3_stations.csv";
    static final String DEGREE_DAYS = "e_climate/tract_degday_normals.csv";
    static final String TRACTS = "e_climate/tract_lat_lon.csv";
    static final String POPULATION = "e_climate/tract_pop.csv";

    private Climate() {}

    public static List<PackFile> files() {
        return List.of(
                new ClimateStations(new Provenance(
                        "climate-stations.csv",
                        "National Renewable Energy Laboratory, through arras-energy/gridlabd-weather",
                        "TMY3, typical meteorological years, base 1991 to 2005",
                        "US government work; BSD-3-Clause (compilation)",
                        "2008",
                        List.of(STATIONS, "e_climate/hourly/"),
                        "stations of the lower 48 states; hours by whole degrees of dry and wet bulb, the wet bulb from dew point and"
                                + " station pressure of the hour (ASHRAE Fundamentals, chapter 1); percentiles by nearest rank; DOUBTFUL"
                                + " where a station has gaps or departs from its neighbours by more than 2.5 K")),
                new DegreeDayNormals(
                        new Provenance(
                                "degree-day-normals.csv",
                                "Breakthrough Energy Sciences, from NOAA climate normals and the US Census",
                                "PreREISE, bldg_electrification; 72,246 tracts of 2010, base 65 degF",
                                "MIT",
                                "2010",
                                List.of(DEGREE_DAYS, TRACTS, POPULATION),
                                "means of tracts by cells of 0.2 degrees, weighted by population as is their place; in kelvin days")));
    }
}
