package org.headroom.rules.value;

/**
 * The S-function of Zadeh (Calculus of fuzzy restrictions, 1975): with {@code t = (x - zeroAt) / (oneAt - zeroAt)} held to 0..1, the
 * value is {@code 2 t^2} up to t = 1/2 and {@code 1 - 2 (1 - t)^2} from there. It falls when {@code oneAt < zeroAt}.
 */
public final class SCurve implements ValueFunction {
    private final double zeroAt;
    private final double oneAt;

    /**
     * @param zeroAt measurement at and beyond which the value is 0
     * @param oneAt measurement at and beyond which the value is 1
     */
    public SCurve(double zeroAt, double oneAt) {
        if (zeroAt == oneAt || !Double.isFinite(zeroAt) || !Double.isFinite(oneAt)) {
            throw new IllegalArgumentException("zeroAt and oneAt must be two different finite numbers, not "
                    + Words.number(zeroAt) + " and " + Words.number(oneAt));
        }
        this.zeroAt = zeroAt;
        this.oneAt = oneAt;
    }

    @Override
    public double at(double measurement) {
        double t = Math.min(1, Math.max(0, (measurement - zeroAt) / (oneAt - zeroAt)));
        return t <= 0.5 ? 2 * t * t : 1 - 2 * (1 - t) * (1 - t);
    }

    @Override
    public double lowest(double low, double high) {
        return at(neverFalls() ? low : high);
    }

    @Override
    public double highest(double low, double high) {
        return at(neverFalls() ? high : low);
    }

    @Override
    public double mean(double low, double high) {
        if (low == high) {
            return at(low);
        }
        double from = (low - zeroAt) / (oneAt - zeroAt);
        double to = (high - zeroAt) / (oneAt - zeroAt);
        return (areaTo(to) - areaTo(from)) / (to - from);
    }

    /** Area below the curve from {@code t = 0}; the curve is parted at 1/2 and level outside 0 to 1. */
    private static double areaTo(double t) {
        if (t <= 0) {
            return 0;
        }
        if (t <= 0.5) {
            return 2 * t * t * t / 3;
        }
        double left = Math.max(0, 1 - t);
        return t - 0.5 + 2 * left * left * left / 3;
    }

    @Override
    public String segment(double measurement, String unit) {
        return "on the S-curve from " + Words.anchor(zeroAt, 0, unit) + " to " + Words.anchor(oneAt, 1, unit);
    }

    @Override
    public double[] breakpoints() {
        return new double[] {Math.min(zeroAt, oneAt), Math.max(zeroAt, oneAt)};
    }

    /** The slope is {@code 4 t / (oneAt - zeroAt)} up to t = 1/2, and the same backwards from there. */
    @Override
    public double[] turns(double slope) {
        double way = oneAt - zeroAt;
        double t = slope * way / 4;
        return t > 0 && t <= 0.5
                ? new double[] {zeroAt + t * way, zeroAt + (1 - t) * way}
                : ValueFunction.super.turns(slope);
    }

    @Override
    public String definition() {
        return "sCurve: {zeroAt: " + Words.exact(zeroAt) + ", oneAt: " + Words.exact(oneAt) + "}";
    }

    @Override
    public boolean neverFalls() {
        return zeroAt < oneAt;
    }

    @Override
    public boolean neverRises() {
        return zeroAt > oneAt;
    }
}
