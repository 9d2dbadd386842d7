package org.headroom.layers.format.geopackage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * How many frames a log of SQLite holds, by the headers of the frames alone (Database File Format, 4.1). Frames behind them that are left from before
 * the log was begun anew are not counted. Immutable.
 *
 * @param committed frames up to the end of the last change that was committed
 * @param all frames, those of a change that was not committed among them
 */
record WalFrames(long committed, long all) {
    private static final int HEADER_BYTES = 32;
    private static final int FRAME_HEADER_BYTES = 24;
    private static final int PAGE_BYTES_AT = 8;
    private static final int SALTS_AT = 16;
    /** Size of the database behind the frame; 0 unless it ends a change. */
    private static final int COMMIT_AT = 4;

    private static final int FRAME_SALTS_AT = 8;

    /** The frames of a log whose header is whole. */
    static WalFrames of(Path log) throws IOException {
        try (FileChannel file = FileChannel.open(log)) {
            ByteBuffer header = at(file, 0, HEADER_BYTES);
            long frameBytes = FRAME_HEADER_BYTES + (header.getInt(PAGE_BYTES_AT) & 0xFFFFFFFFL);
            long committed = 0;
            long all = 0;
            for (long end = HEADER_BYTES + frameBytes; end <= file.size(); end += frameBytes) {
                ByteBuffer frame = at(file, end - frameBytes, FRAME_HEADER_BYTES);
                if (frame.getLong(FRAME_SALTS_AT) != header.getLong(SALTS_AT)) {
                    break;
                }
                all++;
                committed = frame.getInt(COMMIT_AT) == 0 ? committed : all;
            }
            return new WalFrames(committed, all);
        }
    }

    private static ByteBuffer at(FileChannel file, long offset, int count) throws IOException {
        ByteBuffer read = ByteBuffer.allocate(count);
        while (read.hasRemaining() && file.read(read, offset + read.position()) >= 0) {
            continue;
        }
        return read;
    }

    /**
     * What became of the log, without a full stop.
     *
     * @param name of the log
     * @param read frames that SQLite has read: it ends before the first that is damaged, without a word
     */
    String note(String name, long read) {
        if (read < committed) {
            return name + " is damaged: of its " + committed
                    + " pages that another program has committed only the first " + Math.max(0, read)
                    + " could be read, and changes behind them are missing; copy it again, or close the file there";
        }
        return "changes that another program has committed to " + name
                + " were read with the file; close it there to have them in one file"
                + (committed < all ? "; a last change in it is not finished, and was not read" : "");
    }
}
