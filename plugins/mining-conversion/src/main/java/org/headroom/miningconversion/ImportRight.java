package org.headroom.miningconversion;

import org.jspecify.annotations.Nullable;

/**
 * What import right a facility holds, by how far it is and by what its source means by the figure of capacity. Reused from site to site by one thread.
 *
 * <p>A figure that is contracted or energised is a right; a name plate is one in part, as a facility may have less connected than it has installed; a plan
 * is none. A facility that is only proposed holds nothing that anybody has told of, and one that is withdrawn nothing at all. Where the status
 * is not known, or building has begun, the right may be anything up to the figure.
 */
final class ImportRight {
    private final double nameplateFirmFraction;
    private double low;
    private double high;

    /** @param nameplateFirmFraction least share of a name plate that is taken for a firm right, 0..1 */
    ImportRight(double nameplateFirmFraction) {
        this.nameplateFirmFraction = nameplateFirmFraction;
    }

    /**
     * Works it out.
     *
     * @param figureMw capacity as the source gives it; NaN where it gives none
     * @return whether anything is known
     */
    boolean find(double figureMw, @Nullable String status, @Nullable String meaning) {
        String known = status == null ? "UNKNOWN" : status;
        boolean isRight = "CONTRACTED".equals(meaning) || "ENERGISED".equals(meaning);
        low = 0;
        high = 0;
        switch (known) {
            case "WITHDRAWN" -> {
                return true;
            }
            case "PROPOSED", "DELAYED" -> high = isRight ? figureMw : 0;
            case "OPERATING", "CONVERTED" -> {
                high = figureMw;
                low = isRight ? figureMw : "NAMEPLATE".equals(meaning) ? nameplateFirmFraction * figureMw : 0;
            }
            case "BUILDING" -> {
                high = figureMw;
                low = "ENERGISED".equals(meaning) ? figureMw : 0;
            }
            default -> high = figureMw;
        }
        return high >= 0;
    }

    /** Least right, MW. */
    double low() {
        return low;
    }

    /** Greatest right, MW. */
    double high() {
        return high;
    }
}
