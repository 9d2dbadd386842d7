package org.headroom.export;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes doubles with a fixed number of decimals, without garbage and without a locale.
 *
 * <p>The digits are those of {@code printf("%.*f")} in C and Python, and so of GDAL: the exact binary value, rounded half to
 * even. {@link Double#toString} is of no use here: it changed in JDK 19, so its digits depend on the JDK.
 */
public final class FixedDecimal {
    public static final int MAX_DECIMALS = 15;

    /** Below this a double has a place for the half, so that the scaled value can be split exactly. */
    private static final double EXACT_LIMIT = 0x1p52;

    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private static final VarHandle PAIR = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    /** The two digits of 0 to 99 as they stand in a text. */
    private static final short[] PAIRS = new short[100];

    static {
        for (int i = 0; i < PAIRS.length; i++) {
            PAIRS[i] = (short) ('0' + i / 10 << 8 | '0' + i % 10);
        }
    }

    private FixedDecimal() {}

    /** Number of characters that {@link #putRight} writes for a finite value. */
    public static int length(double value, int decimals) {
        int digits;
        double scaled = Math.abs(value) * POWERS[decimals];
        if (scaled < EXACT_LIMIT) {
            digits = digits(scaledLong(Math.abs(value), scaled, decimals));
        } else {
            digits = exact(Math.abs(value), decimals).precision();
        }
        int sign = Double.doubleToRawLongBits(value) < 0 ? 1 : 0;
        return sign + (decimals == 0 ? digits : Math.max(digits, decimals + 1) + 1);
    }

    /**
     * Writes a finite value so that it ends before {@code end}, and gives the place of its first character, which is
     * {@code end - length(value, decimals)}. A negative value that rounds to zero keeps its sign, as in C.
     */
    public static int putRight(double value, int decimals, byte[] out, int end) {
        double magnitude = Math.abs(value);
        double scaled = magnitude * POWERS[decimals];
        int at = scaled < EXACT_LIMIT
                ? putScaled(scaledLong(magnitude, scaled, decimals), decimals, out, end)
                : putExact(exact(magnitude, decimals), out, end);
        if (Double.doubleToRawLongBits(value) < 0) {
            out[--at] = '-';
        }
        return at;
    }

    /** The value as text; for places where speed does not matter. */
    public static String toString(double value, int decimals) {
        byte[] out = new byte[length(value, decimals)];
        putRight(value, decimals, out, out.length);
        return new String(out, StandardCharsets.US_ASCII);
    }

    /** Writes a whole number so that it ends before {@code end}. */
    public static void putRight(long value, byte[] out, int end) {
        int at = putScaled(Math.abs(value), 0, out, end);
        if (value < 0) {
            out[at - 1] = '-';
        }
    }

    /** Number of characters of a whole number; not for {@link Long#MIN_VALUE}. */
    public static int length(long value) {
        return digits(Math.abs(value)) + (value < 0 ? 1 : 0);
    }

    /**
     * Magnitude times the power of ten, rounded half to even as if computed exactly. The product is rounded to the nearest
     * double, and rounding is monotone, so it lies on the same side of a half (itself a double) as the exact product does,
     * unless it is that half; only then the error of the product, which a fused multiply-add gives exactly, has to decide.
     */
    private static long scaledLong(double magnitude, double scaled, int decimals) {
        double rounded = Math.rint(scaled);
        if (Math.abs(scaled - rounded) == 0.5) {
            double error = Math.fma(magnitude, POWERS[decimals], -scaled);
            if (error != 0) {
                return (long) Math.floor(scaled) + (error > 0 ? 1 : 0);
            }
        }
        return (long) rounded;
    }

    private static BigDecimal exact(double magnitude, int decimals) {
        return new BigDecimal(magnitude).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    private static int putScaled(long scaled, int decimals, byte[] out, int end) {
        int at = end;
        long rest = scaled;
        int left = decimals;
        if (left > 0) {
            for (; left >= 2; left -= 2) {
                long hundreds = rest / 100;
                at -= 2;
                PAIR.set(out, at, PAIRS[(int) (rest - hundreds * 100)]);
                rest = hundreds;
            }
            if (left == 1) {
                long tens = rest / 10;
                out[--at] = (byte) ('0' + (rest - tens * 10));
                rest = tens;
            }
            out[--at] = '.';
        }
        while (rest >= 100) {
            long hundreds = rest / 100;
            at -= 2;
            PAIR.set(out, at, PAIRS[(int) (rest - hundreds * 100)]);
            rest = hundreds;
        }
        if (rest >= 10) {
            at -= 2;
            PAIR.set(out, at, PAIRS[(int) rest]);
        } else {
            out[--at] = (byte) ('0' + rest);
        }
        return at;
    }

    private static int putExact(BigDecimal magnitude, byte[] out, int end) {
        String text = magnitude.toPlainString();
        int at = end - text.length();
        for (int i = 0; i < text.length(); i++) {
            out[at + i] = (byte) text.charAt(i);
        }
        return at;
    }

    private static int digits(long value) {
        int count = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            count++;
        }
        return count;
    }
}
