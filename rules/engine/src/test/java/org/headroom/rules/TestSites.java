package org.headroom.rules;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.headroom.model.FieldType;
import org.headroom.model.SiteAttributes;
import org.headroom.model.SiteOrigin;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/** Sites in memory, all GREENFIELD and without attributes until told otherwise. */
public final class TestSites implements SiteBlock {
    private final int size;
    private final Map<String, double[]> numbers = new HashMap<>();
    private final Map<String, String[]> texts = new HashMap<>();

    public TestSites(int size) {
        this.size = size;
        SiteAttributes.all().forEach(attribute -> {
            double[] values = new double[size];
            Arrays.fill(values, Double.NaN);
            numbers.put(attribute.name(), attribute.type() == FieldType.NUMBER ? values : new double[0]);
            texts.put(attribute.name(), new String[attribute.type() == FieldType.TEXT ? size : 0]);
        });
        for (int i = 0; i < size; i++) {
            with(i, "siteId", "S" + i);
            with(i, "origin", "GREENFIELD");
        }
    }

    public TestSites with(int site, String attribute, double value) {
        numbers.get(attribute)[site] = value;
        return this;
    }

    public TestSites with(int site, String attribute, @Nullable String value) {
        texts.get(attribute)[site] = value;
        return this;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String siteId(int site) {
        return texts.get("siteId")[site];
    }

    @Override
    public SiteOrigin origin(int site) {
        return SiteOrigin.valueOf(texts.get("origin")[site]);
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
        return numbers.get(attribute);
    }

    @Override
    public @Nullable String[] texts(String attribute) {
        return texts.get(attribute);
    }
}
