package org.headroom.spi;

/** Measures blocks of sites. Called from several threads at once, each with its own block. */
@FunctionalInterface
public interface Measurer {
    /**
     * Fills the module's columns for all sites of the block. A site that is left alone stays UNKNOWN. What is written for a site must
     * depend on that site, the layers, the parameters and the date only, never on the other sites of the block or the list.
     */
    void measure(SiteBlock sites, MeasurementBlock out);
}
