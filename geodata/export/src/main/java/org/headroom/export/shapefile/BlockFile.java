package org.headroom.export.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.concurrent.ExecutorService;
import org.headroom.export.Sha256;
import org.headroom.export.WrittenFile;

/**
 * A file of a header, records of one length and a trailer. Blocks of records are written at their places by any thread in any order;
 * the digest takes the same blocks from one thread after the other in the order of the file, so that nothing is read again.
 */
final class BlockFile implements Closeable {
    private final Path path;
    private final FileChannel channel;
    private final Writeback writeback;
    private final MessageDigest digest = Sha256.begin();
    private final int headerLength;
    private final int recordLength;
    private long length;

    BlockFile(Path path, byte[] header, int recordLength, ExecutorService helpers) throws IOException {
        this.path = path;
        this.headerLength = header.length;
        this.recordLength = recordLength;
        channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        writeback = new Writeback(channel, helpers);
        try {
            append(header);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Writes records at their place; {@code number} is that of the first, from 0. */
    void write(byte[] records, int count, int number) throws IOException {
        writeFully(ByteBuffer.wrap(records, 0, count * recordLength), headerLength + (long) number * recordLength);
    }

    /** Takes records into the digest; not safe for several threads. */
    void digest(byte[] records, int count) {
        digest.update(records, 0, count * recordLength);
        length += (long) count * recordLength;
    }

    /** Writes the trailer behind what the digest has taken, and syncs the file. */
    WrittenFile finish(byte[] trailer) throws IOException {
        append(trailer);
        writeback.await();
        channel.force(true);
        return new WrittenFile(path, length, Sha256.finish(digest));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void append(byte[] bytes) throws IOException {
        writeFully(ByteBuffer.wrap(bytes), length);
        digest.update(bytes);
        length += bytes.length;
    }

    private void writeFully(ByteBuffer bytes, long position) throws IOException {
        int count = bytes.remaining();
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
        writeback.written(count);
    }
}
