package org.headroom.queuepressure;

import java.util.Arrays;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;

/** Classes of size, by rising bounds in MW. Immutable. */
final class SizeClasses {
    /** Class of a size that is missing or not above 0. */
    static final int NONE = -1;

    private final double[] bounds;

    /** @throws HeadroomException when the bounds do not rise */
    SizeClasses(double[] bounds) {
        for (int i = 1; i < bounds.length; i++) {
            if (bounds[i] <= bounds[i - 1]) {
                throw new HeadroomException(
                        FailureFamily.POLICY,
                        "module queue-pressure: parameter sizeClassBoundsMw has " + bounds[i] + " after "
                                + bounds[i - 1] + "; the bounds must rise",
                        "Correct it in the policy's parameters for queue-pressure.");
            }
        }
        this.bounds = bounds.clone();
    }

    int count() {
        return bounds.length + 1;
    }

    /** Number of the class, from 0 for the smallest; {@link #NONE} for a size that is missing or not above 0. */
    int of(double mw) {
        if (!(mw > 0)) {
            return NONE;
        }
        int found = Arrays.binarySearch(bounds, mw);
        return found >= 0 ? found : -found - 1;
    }
}
