package org.headroom.miningconversion;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What import right a facility holds, by how far it is and by what its source means by the figure of capacity. Reused from site to site by one thread.
 *
 * <p>A figure that is contracted or energised is a right; a name plate is one in part, as a facility may have less connected than it has installed; a plan
 * is none. A facility that is only proposed holds nothing that anybody has told of, and one that is withdrawn nothing at all. Where the status
 * is not known, or building has begun, the right may be anything up to the figure.
 *
 * <p>A connection that was granted for export, for interruptible load only, or not at all gives no firm import right, whatever is fed through it.
 */
final class ImportRight {
    private static final Set<String> GIVE_NO_FIRM_IMPORT = Set.of("IMPORT_INTERRUPTIBLE", "EXPORT", "NONE");

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
     * @param connection what the connection was granted for; null or UNKNOWN leave it open
     * @return whether anything is known
     */
    boolean find(double figureMw, @Nullable String status, @Nullable String meaning, @Nullable String connection) {
        String known = status == null ? "UNKNOWN" : status;
        boolean isRight = "CONTRACTED".equals(meaning) || "ENERGISED".equals(meaning);
        low = 0;
        high = 0;
        if (connection != null && GIVE_NO_FIRM_IMPORT.contains(connection)) {
            return true;
        }
        switch (known) {
            case "WITHDRAWN", "RETIRED" -> {
                return true;
            }
            case "PROPOSED", "DELAYED" -> high = isRight ? figureMw : 0;
            case "OPERATING", "RETIRING", "CONVERTED" -> {
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
