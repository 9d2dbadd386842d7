package org.headroom.gridheadroom;

/**
 * The largest loads that one line carries, MW, by its nominal voltage, and so the voltage that a load asks for. Between two voltages the load is a
 * power of the voltage. What exceeds a line of 230 kV asks for 345 kV, whatever its size: from there on a campus is given more lines, not a
 * higher voltage.
 */
record LineLoads(double at69KvMw, double at138KvMw, double at230KvMw) {
    private static final double HIGHEST_KV = 345;

    /** Lowest nominal voltage of a line that carries a load, kV; at least 69. */
    double voltageKv(double loadMw) {
        if (loadMw <= at69KvMw) {
            return 69;
        }
        if (loadMw <= at138KvMw) {
            return between(loadMw, at69KvMw, 69, at138KvMw, 138);
        }
        return loadMw <= at230KvMw ? between(loadMw, at138KvMw, 138, at230KvMw, 230) : HIGHEST_KV;
    }

    private static double between(double mw, double lowMw, double lowKv, double highMw, double highKv) {
        double share = StrictMath.log(mw / lowMw) / StrictMath.log(highMw / lowMw);
        return lowKv * StrictMath.pow(highKv / lowKv, share);
    }
}
