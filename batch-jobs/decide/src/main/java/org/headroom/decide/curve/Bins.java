package org.headroom.decide.curve;

import java.util.ArrayList;
import java.util.List;

/** Sites and MW of a scope by bin, the lower end and the upper end each by its own values. */
final class Bins {
    private final int[] sitesLow;
    private final int[] sitesHigh;
    private final double[] mwLow;
    private final double[] mwHigh;
    private int sitesUnknown;
    private double mwUnknown;

    Bins(int bins) {
        sitesLow = new int[bins];
        sitesHigh = new int[bins];
        mwLow = new double[bins];
        mwHigh = new double[bins];
    }

    void addSite(int binLow, int binHigh) {
        sitesLow[binLow]++;
        sitesHigh[binHigh]++;
    }

    void addMw(boolean isLow, int bin, double mw) {
        (isLow ? mwLow : mwHigh)[bin] += mw;
    }

    void addUnknown(double mw) {
        sitesUnknown++;
        mwUnknown += mw;
    }

    List<SupplyCurve.Point> points(Axis axis) {
        List<SupplyCurve.Point> points = new ArrayList<>();
        int low = 0;
        int high = 0;
        double sumLow = 0;
        double sumHigh = 0;
        for (int bin = 0; bin < sitesLow.length; bin++) {
            if (sitesLow[bin] > 0 || sitesHigh[bin] > 0) {
                low += sitesLow[bin];
                high += sitesHigh[bin];
                sumLow += mwLow[bin];
                sumHigh += mwHigh[bin];
                points.add(new SupplyCurve.Point(axis.value(bin), low, high, sumLow, sumHigh));
            }
        }
        if (sitesUnknown > 0) {
            points.add(new SupplyCurve.Point(null, 0, sitesUnknown, 0, mwUnknown));
        }
        return points;
    }
}
