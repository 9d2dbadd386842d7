package org.headroom.ledger.stage;

/** Takes sites that follow one another in the earlier run together, as columns are read. */
final class Runs {
    private Runs() {}

    /** Is given some sites that follow one another. */
    @FunctionalInterface
    interface Action {
        /**
         * @param row row of the first one in the block of the later run
         * @param site its number in the earlier run
         * @param length how many they are
         */
        void take(int row, int site, int length);
    }

    /** @param earlier number of each site of the block in the earlier run, -1 for a new one, which is left out */
    static void forEach(int[] earlier, int count, Action action) {
        int row = 0;
        while (row < count) {
            if (earlier[row] < 0) {
                row++;
                continue;
            }
            int end = row + 1;
            while (end < count && earlier[end] == earlier[end - 1] + 1) {
                end++;
            }
            action.take(row, earlier[row], end - row);
            row = end;
        }
    }
}
