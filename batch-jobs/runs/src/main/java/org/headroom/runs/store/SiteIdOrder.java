package org.headroom.runs.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The order of site ids, which decides where scores are equal: ids that are whole numbers by their value and before all others, so that 9
 * comes before 10; the others by code points. A total order: of numbers that are equal the shorter text comes first.
 */
public final class SiteIdOrder {
    private SiteIdOrder() {}

    public static int compare(String one, String other) {
        byte[] a = one.getBytes(StandardCharsets.UTF_8);
        byte[] b = other.getBytes(StandardCharsets.UTF_8);
        return compare(a, 0, a.length, b, 0, b.length);
    }

    /** Compares two ids in UTF-8. */
    public static int compare(byte[] a, int aStart, int aEnd, byte[] b, int bStart, int bEnd) {
        boolean aNumber = isNumber(a, aStart, aEnd);
        boolean bNumber = isNumber(b, bStart, bEnd);
        if (aNumber != bNumber) {
            return aNumber ? -1 : 1;
        }
        if (!aNumber) {
            return Arrays.compareUnsigned(a, aStart, aEnd, b, bStart, bEnd);
        }
        int aFirst = firstDigitThatCounts(a, aStart, aEnd);
        int bFirst = firstDigitThatCounts(b, bStart, bEnd);
        int byDigits = Integer.compare(aEnd - aFirst, bEnd - bFirst);
        if (byDigits != 0) {
            return byDigits;
        }
        int byValue = Arrays.compareUnsigned(a, aFirst, aEnd, b, bFirst, bEnd);
        return byValue != 0 ? byValue : Integer.compare(aEnd - aStart, bEnd - bStart);
    }

    private static boolean isNumber(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
        }
        return end > start;
    }

    private static int firstDigitThatCounts(byte[] text, int start, int end) {
        int at = start;
        while (at < end - 1 && text[at] == '0') {
            at++;
        }
        return at;
    }
}
