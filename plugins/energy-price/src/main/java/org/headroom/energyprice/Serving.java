package org.headroom.energyprice;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** The offers that hold at one place, each once, in the order in which territories name them. Used again for each site. */
final class Serving implements IntConsumer {
    private int[] numbers = new int[16];
    private int size;
    private boolean covered;
    private int[] offerOfRecord = new int[0];

    void clear() {
        size = 0;
        covered = false;
    }

    void from(int[] offersByRecord) {
        offerOfRecord = offersByRecord;
    }

    @Override
    public void accept(int record) {
        covered = true;
        int number = offerOfRecord[record];
        if (number < 0) {
            return;
        }
        for (int i = 0; i < size; i++) {
            if (numbers[i] == number) {
                return;
            }
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    int size() {
        return size;
    }

    int number(int i) {
        return numbers[i];
    }

    /** Whether any territory covers the place, with a usable offer or without. */
    boolean isCovered() {
        return covered;
    }
}
