package org.headroom.export;

/**
 * A box round points, degrees, EPSG:4326.
 *
 * @param minX smallest longitude
 * @param minY smallest latitude
 * @param maxX largest longitude
 * @param maxY largest latitude
 */
public record Extent(double minX, double minY, double maxX, double maxY) {
    /** What the header of a file without points says. */
    public static final Extent NONE = new Extent(0, 0, 0, 0);

    public Extent {
        if (!isPlace(minX, minY) || !isPlace(maxX, maxY) || minX > maxX || minY > maxY) {
            throw new IllegalArgumentException("longitudes " + minX + " to " + maxX + ", latitudes " + minY + " to "
                    + maxY + " are not a box on the earth");
        }
    }

    /** False for NaN. */
    public boolean contains(double longitude, double latitude) {
        return longitude >= minX && longitude <= maxX && latitude >= minY && latitude <= maxY;
    }

    /** The smallest box round this one and another. */
    public Extent with(Extent other) {
        return new Extent(
                Math.min(minX, other.minX),
                Math.min(minY, other.minY),
                Math.max(maxX, other.maxX),
                Math.max(maxY, other.maxY));
    }

    public static boolean isPlace(double longitude, double latitude) {
        return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
    }
}
