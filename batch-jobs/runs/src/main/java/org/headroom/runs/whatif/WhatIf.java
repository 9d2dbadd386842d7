package org.headroom.runs.whatif;

import java.util.List;
import org.headroom.workbench.whatif.MeasurementChange;
import org.headroom.workbench.whatif.WeightChange;
import org.jspecify.annotations.Nullable;

/**
 * The smallest changes that bring a site among the first of a run, or push it out.
 *
 * @param top how many are among the first
 * @param isIn whether the site is among them; a site that a gate excludes never is
 * @param rank its rank, excluded sites counted
 * @param measurement the change of one number that is smallest as a share of its span; else what comes first in {@code measurements}; null
 *     when no change of one measurement is enough
 * @param weight the smallest change of one weight; null when none is enough
 * @param measurements one line for each field of which a change is enough
 * @param measurementsNotEnough fields that count, but of which no change is enough
 * @param weights one line for each criterion whose weight is enough
 */
public record WhatIf(
        int top,
        boolean isIn,
        int rank,
        @Nullable MeasurementChange measurement,
        @Nullable WeightChange weight,
        List<MeasurementChange> measurements,
        List<String> measurementsNotEnough,
        List<WeightChange> weights) {
    public WhatIf {
        measurements = List.copyOf(measurements);
        measurementsNotEnough = List.copyOf(measurementsNotEnough);
        weights = List.copyOf(weights);
    }
}
