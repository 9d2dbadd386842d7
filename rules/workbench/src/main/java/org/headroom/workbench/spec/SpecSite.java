package org.headroom.workbench.spec;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.headroom.model.FieldType;
import org.headroom.model.SiteAttributes;
import org.headroom.model.SiteOrigin;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/** The one site of an example. */
final class SpecSite implements SiteBlock {
    private final Map<String, double[]> numbers = new HashMap<>();
    private final Map<String, @Nullable String[]> texts = new HashMap<>();
    private SiteOrigin origin = SiteOrigin.GREENFIELD;

    SpecSite() {
        SiteAttributes.all().forEach(attribute -> {
            if (attribute.type() == FieldType.NUMBER) {
                double[] missing = new double[1];
                Arrays.fill(missing, Double.NaN);
                numbers.put(attribute.name(), missing);
            } else {
                texts.put(attribute.name(), new @Nullable String[1]);
            }
        });
        set("siteId", "example");
        origin(SiteOrigin.GREENFIELD);
    }

    void origin(SiteOrigin newOrigin) {
        origin = newOrigin;
        set(SiteAttributes.ORIGIN, newOrigin.name());
    }

    void set(String attribute, double value) {
        numbers(attribute)[0] = value;
    }

    void set(String attribute, String value) {
        texts(attribute)[0] = value;
    }

    /** Makes an attribute missing. */
    void unset(String attribute) {
        if (numbers.containsKey(attribute)) {
            set(attribute, Double.NaN);
        } else {
            texts(attribute)[0] = null;
        }
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public String siteId(int site) {
        return "example";
    }

    @Override
    public SiteOrigin origin(int site) {
        return origin;
    }

    @Override
    public double[] longitudes() {
        return new double[1];
    }

    @Override
    public double[] latitudes() {
        return new double[1];
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
