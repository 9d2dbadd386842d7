package org.headroom.cli.watch;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Waits until the files of a folder and of the folders in it differ from what they were. Saves that follow one another closely are one change;
 * so is a save by a new file that is renamed to the old one's name. Hidden files, and those that editors keep beside a file, do not count. What
 * counts is the bytes: a file that is written anew with the same ones is no change, and one that the system did not tell of is found some
 * seconds later. Not safe for several threads.
 */
public final class FolderChanges implements AutoCloseable {
    private static final long QUIET_MILLIS = 150;
    private static final int MAX_QUIET_WAITS = 20;
    private static final long LOOK_SECONDS = 2;
    private static final long MAX_BYTES = 1 << 20;

    private final Path folder;
    private final WatchService watcher;
    private String seen;

    private FolderChanges(Path folder, WatchService watcher) throws IOException {
        this.folder = folder;
        this.watcher = watcher;
        register();
        seen = digest();
    }

    /**
     * Changes from now on.
     *
     * @param folder an existing folder
     * @throws IOException when it cannot be read or watched
     */
    public static FolderChanges of(Path folder) throws IOException {
        WatchService watcher = folder.getFileSystem().newWatchService();
        try {
            return new FolderChanges(folder, watcher);
        } catch (IOException | RuntimeException e) {
            watcher.close();
            throw e;
        }
    }

    /**
     * Waits for the next change.
     *
     * @throws InterruptedException when the thread is interrupted meanwhile
     * @throws IOException when the folder can no longer be read
     */
    public void await() throws InterruptedException, IOException {
        while (true) {
            WatchKey key = watcher.poll(LOOK_SECONDS, TimeUnit.SECONDS);
            for (int waits = 0; key != null && waits < MAX_QUIET_WAITS; waits++) {
                key.pollEvents();
                key.reset();
                key = watcher.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
            }
            if (key != null) {
                key.reset();
            }
            register();
            String now = digest();
            if (!now.equals(seen)) {
                seen = now;
                return;
            }
        }
    }

    /** Folders that are registered already keep their key. */
    private void register() throws IOException {
        folder.register(watcher, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.filter(Files::isDirectory).toList()) {
                try {
                    entry.register(watcher, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
                } catch (NoSuchFileException e) {
                    // It went between listing and watching it; its end is a change of the folder itself.
                    continue;
                }
            }
        }
    }

    private String digest() throws IOException {
        MessageDigest digest = sha256();
        for (Path file : files()) {
            digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            try {
                digest.update(
                        Files.size(file) > MAX_BYTES
                                ? Files.getLastModifiedTime(file).toString().getBytes(StandardCharsets.UTF_8)
                                : Files.readAllBytes(file));
            } catch (IOException e) {
                // It went between listing and reading, as files do while an editor saves; the next look finds it.
                digest.update((byte) 0);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.find(folder, 2, (path, attributes) -> attributes.isRegularFile())) {
            return all.filter(FolderChanges::counts).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean counts(Path file) {
        String name = String.valueOf(file.getFileName());
        return !name.startsWith(".")
                && !name.startsWith("~$")
                && !name.endsWith("~")
                && !name.matches("[0-9]+|.*\\.(swp|swx|tmp|bak)");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        watcher.close();
    }
}
