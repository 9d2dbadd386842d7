package org.headroom.rules.outcome;

/**
 * The points at which all that is unknown is drawn: a Latin hypercube (McKay, Beckman and Conover 1979). Each unknown has a stream of its own; in
 * {@code count} draws it takes each of {@code count} equally likely levels once, in an order that hangs on the key of the stream alone. So draws
 * are the same whatever the threads and however the sites are ordered, and an estimate errs no more than one of {@code count - 1} independent draws
 * (Owen 1997). Immutable and safe for several threads.
 */
public final class Draws {
    private static final long SEED = 0x4865_6164_726F_6F6DL;
    private static final int SHUFFLES = 64;
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;
    private static final long FNV_OFFSET = 0xCBF2_9CE4_8422_2325L;
    private static final long FNV_PRIME = 0x100_0000_01B3L;

    private final int count;
    private final char[][] shuffles;

    /** @param count number of draws, 1 to 65,536 */
    public Draws(int count) {
        if (count < 1 || count > 1 << Character.SIZE) {
            throw new IllegalArgumentException(count + " draws; there may be 1 to 65536");
        }
        this.count = count;
        shuffles = new char[SHUFFLES][count];
        long state = SEED;
        for (char[] shuffle : shuffles) {
            for (int i = 0; i < count; i++) {
                state += GOLDEN;
                int other = below(mix(state), i + 1);
                shuffle[i] = shuffle[other];
                shuffle[other] = (char) i;
            }
        }
    }

    public int count() {
        return count;
    }

    /** The key of a stream: the same for the same texts on every machine. */
    public static long stream(String kind, String id) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < kind.length(); i++) {
            hash = (hash ^ kind.charAt(i)) * FNV_PRIME;
        }
        hash = (hash ^ Character.MAX_VALUE) * FNV_PRIME;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * FNV_PRIME;
        }
        return mix(hash);
    }

    /**
     * The levels of a stream, 0 to {@code count - 1}, in some draws.
     *
     * @param from first draw
     * @param to behind the last
     * @param levels takes the levels, from place 0 on
     */
    public void levels(long stream, int from, int to, int[] levels) {
        long second = mix(stream + GOLDEN);
        char[] one = shuffles[(int) (stream >>> 58)];
        char[] other = shuffles[(int) (second >>> 58)];
        int place = (below(stream, count) + from) % count;
        int shift = below(second, count) - count;
        for (int done = 0, end; done < to - from; done = end, place = 0) {
            end = Math.min(to - from, done + count - place);
            for (int i = done; i < end; i++) {
                int level = one[place + i - done] + shift;
                // Around the end without a branch, which would be foretold wrongly every other time.
                levels[i] = other[level + (count & level >> 31)];
            }
        }
    }

    /** For each level the one of {@code fewer} equally likely levels that it lies in. */
    char[] narrowed(int fewer) {
        char[] narrowed = new char[count];
        for (int level = 0; level < count; level++) {
            narrowed[level] = (char) ((long) level * fewer / count);
        }
        return narrowed;
    }

    /** The share of a distribution at the middle of a level. */
    public double share(int level) {
        return (level + 0.5) / count;
    }

    /** A number below a bound, from the lower half of some bits. */
    private static int below(long bits, int bound) {
        return (int) ((bits & 0xFFFF_FFFFL) * bound >>> Integer.SIZE);
    }

    /** Spreads bits (Steele, Lea and Flood 2014, the variant of Stafford). */
    private static long mix(long bits) {
        long z = (bits ^ bits >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
        return z ^ z >>> 31;
    }
}
