package org.headroom.layers;

/**
 * What became of a source's records: {@code read = used + skipped}. A raster counts as one record.
 *
 * @param read records that the filter let through
 * @param used records in the layer
 * @param skipped bad records, each listed as an issue
 * @param filtered records that {@code where} removed
 */
public record LayerCounts(long read, long used, long skipped, long filtered) {
    public LayerCounts {
        if (read != used + skipped || used < 0 || skipped < 0 || filtered < 0) {
            throw new IllegalArgumentException(
                    "read " + read + " is not used " + used + " + skipped " + skipped + " (filtered " + filtered + ")");
        }
    }
}
