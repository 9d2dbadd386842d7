package org.headroom.runtime.lease;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;
import org.headroom.runtime.Holder;
import org.headroom.runtime.OutputBusyException;

/**
 * The right to write to an output folder: a lock on a file, which the operating system drops when its process dies, however it
 * dies. The text of the file names the holder, for people; the lock alone decides, so neither a number of a process that was given
 * away again nor a clock that was put back can mislead it.
 *
 * <p>Two bytes far behind the text are locked. The first decides, and only who wants to write touches it. The second shows: a
 * command that only reads may try it for an instant without being in the way of a process that wants the first.
 *
 * <p>Safe to call from several threads.
 */
public final class Lease implements AutoCloseable {
    private static final String FILE = "lease";
    private static final long DECIDES = Long.MAX_VALUE - 2;
    private static final long SHOWS = Long.MAX_VALUE - 1;

    /** The holder writes its name right after it has the lock; so long is that waited for. */
    private static final int LOOKS = 10;

    private static final long BETWEEN_LOOKS_MS = 20;

    /** Leases of this JVM. Where one closes a file, the operating system drops all locks that the process has on it. */
    private static final Map<Path, Holder> MINE = new ConcurrentHashMap<>();

    private final Path folder;
    private final FileChannel channel;
    private final Holder holder;
    private final Optional<Holder> predecessor;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private volatile boolean isSettled;

    private Lease(Path folder, FileChannel channel, Holder holder) throws IOException {
        this.folder = folder;
        this.channel = channel;
        this.holder = holder;
        this.predecessor = Holder.parse(read(channel));
        write(holder.toString());
    }

    /** Where the lease and everything else about jobs lies in an output folder. */
    public static Path folder(Path output) {
        return output.resolve(".jobs");
    }

    /**
     * Takes the lease of an output folder, from a dead holder too.
     *
     * @param output the output folder; made when it is missing
     * @param clock tells since when it is held
     * @throws OutputBusyException when a living process holds it
     * @throws HeadroomException of family EXTERNAL when the folder cannot be written, is not the user's own, or its file system has no
     *     locks
     */
    public static Lease take(Path output, Clock clock) {
        try {
            Path folder = JobFolder.make(output);
            Holder me = ThisProcess.asHolder(clock);
            Holder mine = MINE.putIfAbsent(folder, me);
            if (mine != null) {
                throw new OutputBusyException(output, Optional.of(mine));
            }
            boolean taken = false;
            try {
                Optional<Lease> lease = lock(folder, me);
                if (lease.isEmpty()) {
                    throw new OutputBusyException(output, describe(folder));
                }
                taken = true;
                return lease.get();
            } finally {
                if (!taken) {
                    MINE.remove(folder);
                }
            }
        } catch (IOException e) {
            throw new HeadroomException(
                    FailureFamily.EXTERNAL,
                    "the folder " + folder(output) + " cannot be made, written or locked (" + OutsideFailure.describe(e)
                            + ")",
                    "Choose another output folder with --out, or mend its permissions.",
                    e);
        }
    }

    private static Optional<Lease> lock(Path folder, Holder me) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            FileLock lock = channel.tryLock(DECIDES, 1, false);
            if (lock == null) {
                return Optional.empty();
            }
            // Only readers have this one, and for an instant.
            channel.lock(SHOWS, 1, false);
            Lease lease = new Lease(folder, channel, me);
            taken = true;
            return Optional.of(lease);
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    /**
     * Whether a process, this one or another, holds the lease of an output folder now.
     *
     * @throws HeadroomException of family EXTERNAL when the folder with the lease is not the user's own
     */
    public static boolean isHeld(Path output) {
        JobFolder.check(output);
        Path file = folder(output).resolve(FILE);
        if (!Files.exists(file)) {
            return false;
        }
        try {
            if (MINE.containsKey(folder(output).toRealPath())) {
                return true;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                    FileLock lock = channel.tryLock(SHOWS, 1, true)) {
                return lock == null;
            }
        } catch (OverlappingFileLockException | IOException e) {
            // Taken by this process at this moment, or a file that may not be read: whoever wrote it is to be believed.
            return true;
        }
    }

    private static Optional<Holder> describe(Path folder) throws IOException {
        Optional<Holder> found = Optional.empty();
        for (int look = 0; look < LOOKS && found.isEmpty(); look++) {
            try {
                Thread.sleep(BETWEEN_LOOKS_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return found;
            }
            found = Holder.parse(Files.readString(folder.resolve(FILE), StandardCharsets.UTF_8));
        }
        return found;
    }

    /** This process. */
    public Holder holder() {
        return holder;
    }

    /** The process that held the lease before and died; empty when the last one gave it back. */
    public Optional<Holder> predecessor() {
        return predecessor;
    }

    /** What the predecessor left is settled; until then, giving the lease back leaves it named. */
    public void settled() {
        isSettled = true;
    }

    /** Gives the lease back. */
    @Override
    public void close() {
        if (!open.compareAndSet(true, false)) {
            return;
        }
        try (channel) {
            write(isSettled ? "" : predecessor.map(Holder::toString).orElse(""));
        } catch (IOException e) {
            // The lock is gone with the file; a name that stays makes the next holder look for what is not there.
        } finally {
            MINE.remove(folder);
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(4096, channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
            continue;
        }
        return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    }

    private void write(String text) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.isEmpty() ? "" : text + "\n");
        channel.truncate(0);
        while (bytes.hasRemaining()) {
            channel.write(bytes, bytes.position());
        }
    }
}
