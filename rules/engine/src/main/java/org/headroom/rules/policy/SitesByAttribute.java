package org.headroom.rules.policy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.headroom.model.FieldType;
import org.headroom.model.SiteAttributes;
import org.headroom.model.SiteOrigin;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/**
 * Sites in memory that are given attribute by attribute, for examples and tests: at first all are GREENFIELD, at longitude and latitude 0, with
 * the ids S0, S1 and so on, and without any other attribute. For one thread.
 */
public final class SitesByAttribute implements SiteBlock {
    private final int size;
    private final Map<String, double[]> numbers = new HashMap<>();
    private final Map<String, @Nullable String[]> texts = new HashMap<>();

    /**
     * Makes the sites.
     *
     * @param size how many, at least 1
     */
    public SitesByAttribute(int size) {
        this.size = size;
        SiteAttributes.all().forEach(attribute -> {
            if (attribute.type() == FieldType.NUMBER) {
                double[] missing = new double[size];
                Arrays.fill(missing, Double.NaN);
                numbers.put(attribute.name(), missing);
            } else {
                texts.put(attribute.name(), new @Nullable String[size]);
            }
        });
        for (int site = 0; site < size; site++) {
            with(site, "siteId", "S" + site);
            with(site, SiteAttributes.ORIGIN, SiteOrigin.GREENFIELD.name());
        }
    }

    /** Gives a site a number; NaN takes it away. */
    public SitesByAttribute with(int site, String attribute, double value) {
        numbers(attribute)[site] = value;
        return this;
    }

    /** Gives a site a text; null takes it away. */
    public SitesByAttribute with(int site, String attribute, @Nullable String value) {
        texts(attribute)[site] = value;
        return this;
    }

    /** Takes an attribute of either type away from a site. */
    public void unset(int site, String attribute) {
        if (numbers.containsKey(attribute)) {
            with(site, attribute, Double.NaN);
        } else {
            with(site, attribute, null);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String siteId(int site) {
        return String.valueOf(texts("siteId")[site]);
    }

    /** As the attribute says; GREENFIELD where that names no origin. */
    @Override
    public SiteOrigin origin(int site) {
        String name = String.valueOf(texts(SiteAttributes.ORIGIN)[site]);
        return Arrays.stream(SiteOrigin.values())
                .filter(origin -> origin.name().equals(name))
                .findFirst()
                .orElse(SiteOrigin.GREENFIELD);
    }

    @Override
    public double[] longitudes() {
        return new double[size];
    }

    @Override
    public double[] latitudes() {
        return new double[size];
    }

    @Override
    public double[] numbers(String attribute) {
        double[] values = numbers.get(attribute);
        if (values == null) {
            throw new IllegalArgumentException("no number attribute is named " + attribute);
        }
        return values;
    }

    @Override
    @SuppressWarnings("NullAway") // javac 17 drops the annotation on the array in the interface's class file
    public @Nullable String[] texts(String attribute) {
        @Nullable String[] values = texts.get(attribute);
        if (values == null) {
            throw new IllegalArgumentException("no text attribute is named " + attribute);
        }
        return values;
    }
}
