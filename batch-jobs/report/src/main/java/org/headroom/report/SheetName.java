package org.headroom.report;

/** The name of a sheet's file, which any file system takes. */
public final class SheetName {
    private static final int LONGEST_ID = 60;

    private SheetName() {}

    /** {@code RANK-ID.html}, with a low line for each character that is no plain letter, digit, dot or dash. */
    public static String of(int rank, String siteId) {
        String safe = siteId.replaceAll("[^A-Za-z0-9.-]", "_");
        return rank + "-" + safe.substring(0, Math.min(LONGEST_ID, safe.length())) + ".html";
    }
}
