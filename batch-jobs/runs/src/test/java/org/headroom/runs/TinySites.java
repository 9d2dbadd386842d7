package org.headroom.runs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.headroom.runs.store.SiteRows;
import org.jspecify.annotations.Nullable;

/**
 * Made-up candidates.
 *
 * @param rows attributes by name, with {@code longitude} and {@code latitude}
 */
record TinySites(List<Map<String, Object>> rows) implements SiteRows {
    /** So many sites, and behind them some more with ids that were there before. */
    static TinySites of(int sites, int doubled, SplittableRandom random) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row = 0; row < sites + doubled; row++) {
            int number = row % sites;
            Map<String, Object> site = new HashMap<>();
            site.put("siteId", number % 3 == 0 ? Integer.toString(number) : "S-" + number);
            // Two sites share each place.
            site.put("longitude", -120 + number / 2 * 1.7);
            site.put("latitude", 30 + number / 2 % 7 * 1.3);
            site.put("origin", number % 4 == 0 ? "BROWNFIELD" : "GREENFIELD");
            put(site, "name", random, "", "Québec", "North \"40\", east", "x".repeat(60));
            put(site, "stateCode", random, "TX", "OH");
            put(site, "jurisdictionCode", random, "48001", "39003");
            put(site, "coolingTechnology", random, "AIR", "LIQUID");
            put(site, "buildableAreaHa", random, 1.5, 40.0);
            if (number % 4 == 0) {
                put(site, "contractedCapacityMw", random, 3.0, 100.0, 250.0);
            }
            rows.add(site);
        }
        return new TinySites(rows);
    }

    /** One of some values, or none. */
    private static void put(Map<String, Object> site, String name, SplittableRandom random, Object... values) {
        int drawn = random.nextInt(values.length + 1);
        if (drawn < values.length) {
            site.put(name, values[drawn]);
        }
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public String siteId(int row) {
        return (String) rows.get(row).getOrDefault("siteId", "");
    }

    @Override
    public double[] longitudes() {
        return numbers("longitude");
    }

    @Override
    public double[] latitudes() {
        return numbers("latitude");
    }

    @Override
    public double[] numbers(String attribute) {
        return rows.stream()
                .mapToDouble(site -> (Double) site.getOrDefault(attribute, Double.NaN))
                .toArray();
    }

    @Override
    public @Nullable String @Nullable [] texts(String attribute) {
        @Nullable String[] texts = new @Nullable String[rows.size()];
        for (int row = 0; row < texts.length; row++) {
            texts[row] = (String) rows.get(row).get(attribute);
        }
        return texts;
    }
}
