package org.headroom.jobs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.IntUnaryOperator;

/** The sites in the order of their rank: place 0 holds the site of rank 1. Little endian, four bytes each. */
public final class OrderFile {
    private OrderFile() {}

    /** Writes the order as a whole; a reader sees all of it or nothing. */
    public static void write(Path file, int[] sites) {
        Path hidden = file.resolveSibling("." + file.getFileName() + ".new");
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * sites.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(sites);
        try {
            try (FileChannel channel = FileChannel.open(
                    hidden,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The site at each place, for random reading. */
    public static IntUnaryOperator read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            IntBuffer sites = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asIntBuffer();
            return sites::get;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
