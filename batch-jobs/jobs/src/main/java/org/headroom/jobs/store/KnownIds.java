package org.headroom.jobs.store;

import java.nio.file.Path;
import java.util.Arrays;

/**
 * The ids written so far, to tell whether one was there already. As long as ids only ascend nothing has to be kept but the last one; from the
 * first that does not, 12 bytes a site and as much again in room. An id is known by 64 bits of a hash, and compared on the disk when these
 * are the same.
 */
final class KnownIds {
    private static final int FREE = -1;

    private final Path folder;
    private final String column;
    private final TextWriter writer;
    private byte[] last = new byte[0];
    private int size;
    private boolean ascending = true;
    private long[] hashes = new long[0];
    private int[] places = new int[0];

    KnownIds(Path folder, String column, TextWriter writer) {
        this.folder = folder;
        this.column = column;
        this.writer = writer;
    }

    /** Whether every id so far came after the one before it. */
    boolean isAscending() {
        return ascending;
    }

    /** Takes an id, in UTF-8, that is to be written next; false when it is known already, and then nothing changes. */
    boolean add(byte[] id) {
        if (ascending) {
            if (size == 0 || SiteIdOrder.compare(last, 0, last.length, id, 0, id.length) < 0) {
                last = id;
                size++;
                return true;
            }
            ascending = false;
            writer.flush();
            collect();
        }
        if (2 * (size + 1) > hashes.length) {
            grow();
        }
        long hash = hash(id);
        int slot = slot(hash);
        for (; places[slot] != FREE; slot = slot + 1 & hashes.length - 1) {
            if (hashes[slot] == hash && isAt(places[slot], id)) {
                return false;
            }
        }
        hashes[slot] = hash;
        places[slot] = size++;
        return true;
    }

    private boolean isAt(int place, byte[] id) {
        writer.flush();
        try (TextFile written = new TextFile(folder, column)) {
            return written.read(place, 1).isEqual(0, id);
        }
    }

    private void collect() {
        int known = size;
        size = 0;
        try (TextFile written = new TextFile(folder, column)) {
            for (int from = 0, together = 4096; from < known; from += together) {
                TextBlock block = written.read(from, Math.min(together, known - from));
                for (int i = 0; i < block.size(); i++) {
                    if (2 * (size + 1) > hashes.length) {
                        grow();
                    }
                    put(hash(block.bytes(i)), size++);
                }
            }
        }
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldPlaces = places;
        hashes = new long[Math.max(1024, 2 * oldHashes.length)];
        places = new int[hashes.length];
        Arrays.fill(places, FREE);
        for (int i = 0; i < oldPlaces.length; i++) {
            if (oldPlaces[i] != FREE) {
                put(oldHashes[i], oldPlaces[i]);
            }
        }
    }

    private void put(long hash, int place) {
        int slot = slot(hash);
        while (places[slot] != FREE) {
            slot = slot + 1 & hashes.length - 1;
        }
        hashes[slot] = hash;
        places[slot] = place;
    }

    private int slot(long hash) {
        return (int) (hash >>> 32) & hashes.length - 1;
    }

    /** FNV-1a (Fowler, Noll & Vo 1991), mixed once more as its high bits are weak (Stafford 2011, variant 13). */
    private static long hash(byte[] id) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : id) {
            hash = (hash ^ (b & 0xFF)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        return hash ^ hash >>> 31;
    }
}
