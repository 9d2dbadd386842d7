package org.headroom.runs.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.function.Consumer;
import org.headroom.export.Sha256;

/**
 * The ids that came so far, to tell whether one was there already. As long as ids only ascend nothing has to be kept but the last one; from
 * the first that does not, 128 bits of a SHA-256 of each, some forty bytes a site.
 */
final class KnownIds {
    private final Consumer<Consumer<byte[]>> earlier;
    private final MessageDigest digest = Sha256.begin();
    private byte[] last = new byte[0];
    private int size;
    private boolean ascending = true;
    /** Two words an id, both 0 where there is none; a power of two of places. */
    private long[] table = new long[0];

    /** @param earlier hands out the ids that were taken so far */
    KnownIds(Consumer<Consumer<byte[]>> earlier) {
        this.earlier = earlier;
    }

    /** Whether every id so far came after the one before it. */
    boolean isAscending() {
        return ascending;
    }

    /** Takes an id, in UTF-8; false when it is known already, and then nothing changes. */
    boolean add(byte[] id) {
        if (ascending) {
            if (size == 0 || SiteIdOrder.compare(last, 0, last.length, id, 0, id.length) < 0) {
                last = id;
                size++;
                return true;
            }
            ascending = false;
            size = 0;
            earlier.accept(this::put);
        }
        return put(id);
    }

    private boolean put(byte[] id) {
        if (4 * (size + 1) > table.length) {
            grow();
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(id));
        long first = hash.getLong();
        // Both words are 0 for no id that anybody will ever find.
        boolean isNew = put(first, hash.getLong());
        size += isNew ? 1 : 0;
        return isNew;
    }

    private boolean put(long first, long second) {
        int slot = (int) first & table.length / 2 - 1;
        while (table[2 * slot] != 0 || table[2 * slot + 1] != 0) {
            if (table[2 * slot] == first && table[2 * slot + 1] == second) {
                return false;
            }
            slot = slot + 1 & table.length / 2 - 1;
        }
        table[2 * slot] = first;
        table[2 * slot + 1] = second;
        return true;
    }

    private void grow() {
        long[] old = table;
        table = new long[Math.max(1 << 12, 2 * old.length)];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0 || old[i + 1] != 0) {
                put(old[i], old[i + 1]);
            }
        }
    }
}
