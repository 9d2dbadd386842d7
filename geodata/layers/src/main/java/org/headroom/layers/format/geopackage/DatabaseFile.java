package org.headroom.layers.format.geopackage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.headroom.layers.format.SourceAddress;
import org.headroom.layers.format.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * The file that SQLite is to open. Changes that were committed may lie in a log beside the database (SQLite, Write-Ahead Logging and Atomic
 * Commit); SQLite folds them in by writing. So where there is a log, both are copied into a temporary folder: nothing is written where the
 * user's files are.
 */
final class DatabaseFile implements Closeable {
    private static final String WAL = "-wal";
    private static final List<String> LOGS = List.of(WAL, "-journal");
    private static final int TRIES = 3;
    private static final int LOG_HEADER_BYTES = 32;
    private static final int WAL_MAGIC = 0x377F0682;
    private static final long JOURNAL_MAGIC = 0xD9D505F920A163D7L;

    private static final String COPY = "copy.gpkg";

    private final Path file;
    private final @Nullable Path copies;
    private final List<String> notes = new ArrayList<>();
    /** Name of the log that SQLite is to read; empty for none. */
    private String wholeLog = "";

    private DatabaseFile(Path file, @Nullable Path copies) {
        this.file = file;
        this.copies = copies;
    }

    static DatabaseFile of(SourceAddress source) throws IOException {
        List<Path> parts = parts(source);
        Path main = parts.get(0);
        if (parts.size() == 1) {
            checkSize(main);
            return new DatabaseFile(main, null);
        }
        Path folder = Files.createTempDirectory("headroom-gpkg");
        DatabaseFile copy = new DatabaseFile(folder.resolve(COPY), folder);
        try {
            copy.copy(parts);
            for (Path log : parts.subList(1, parts.size())) {
                copy.note(log);
            }
            return copy;
        } catch (IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    /** Notes what becomes of a log: one that has no sound beginning is passed over by SQLite without a word. */
    private void note(Path log) throws IOException {
        String name = String.valueOf(log.getFileName());
        ByteBuffer header;
        try (InputStream in = Files.newInputStream(log)) {
            header = ByteBuffer.wrap(in.readNBytes(LOG_HEADER_BYTES));
        }
        boolean isWhole = header.remaining() == LOG_HEADER_BYTES;
        if (!name.endsWith(WAL)) {
            notes.add(
                    isWhole && header.getLong(0) == JOURNAL_MAGIC
                            ? "a change that another program did not finish (" + name
                                    + ") was taken back in what was read"
                            : name + " beside it is no journal of SQLite and was passed over");
        } else if (!isWhole || (header.getInt(0) & ~1) != WAL_MAGIC) {
            notes.add(name + " beside it is no log of SQLite and was passed over; changes that it held are not read");
        } else if (header.getInt(8) <= 0 || (Files.size(log) - LOG_HEADER_BYTES) % (24L + header.getInt(8)) != 0) {
            notes.add(
                    name + " is cut off or damaged: changes that another program has committed to it may be missing in"
                            + " what was read; copy it again, or close the file there");
        } else {
            wholeLog = name;
        }
    }

    /** Notes how far SQLite has read the log. */
    void noteRead(Connection connection) throws IOException, SQLException {
        if (wholeLog.isEmpty()) {
            return;
        }
        WalFrames frames = WalFrames.of(file.resolveSibling(COPY + WAL));
        try (Statement statement = connection.createStatement();
                ResultSet counts = statement.executeQuery("PRAGMA wal_checkpoint")) {
            notes.add(frames.note(wholeLog, counts.next() ? counts.getLong(2) : 0));
        }
    }

    /** The database and its logs that hold something. */
    static List<Path> parts(SourceAddress source) {
        Path main = real(source.file());
        List<Path> parts = new ArrayList<>(List.of(main));
        for (String log : LOGS) {
            String name = main.getFileName() + log;
            Path beside = main.resolveSibling(name);
            if (Files.isRegularFile(beside) && beside.toFile().length() > 0) {
                // A log that is a link itself might lead out of the folder.
                parts.add(Files.isSymbolicLink(beside) ? source.beside(name) : beside);
            }
        }
        return parts;
    }

    /** Where a link leads: there SQLite keeps the logs. */
    private static Path real(Path file) {
        try {
            return Files.isSymbolicLink(file) ? file.toRealPath() : file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(List<Path> parts) throws IOException {
        String main = String.valueOf(parts.get(0).getFileName());
        for (int i = 0; i < TRIES; i++) {
            String before = state(parts);
            for (Path part : parts) {
                String log = String.valueOf(part.getFileName()).substring(main.length());
                Files.deleteIfExists(file.resolveSibling(COPY + log));
                Files.copy(part, file.resolveSibling(COPY + log));
            }
            if (state(parts).equals(before)) {
                return;
            }
        }
        throw new SourceException("is being written to", "Close it in QGIS, or in whatever program has it open.");
    }

    private static String state(List<Path> parts) throws IOException {
        StringBuilder state = new StringBuilder();
        for (Path part : parts) {
            state.append(Files.size(part))
                    .append(' ')
                    .append(Files.getLastModifiedTime(part))
                    .append(' ');
        }
        return state.toString();
    }

    /** SQLite itself only sees that a file is cut when it comes to what is missing (Database File Format, 1.3). */
    private static void checkSize(Path main) throws IOException {
        ByteBuffer header;
        try (InputStream in = Files.newInputStream(main)) {
            header = ByteBuffer.wrap(in.readNBytes(100));
        }
        if (header.remaining() < 100) {
            throw new SourceException("is cut off within its header", "Copy the file again.");
        }
        int pageBytes = header.getShort(16) & 0xFFFF;
        long declared = (header.getInt(28) & 0xFFFFFFFFL) * (pageBytes == 1 ? 65_536 : pageBytes);
        boolean isDeclared = header.getInt(24) == header.getInt(92);
        if (isDeclared && declared > Files.size(main)) {
            throw new SourceException(
                    "is cut off: it says that it has " + declared + " bytes, but has " + Files.size(main),
                    "Copy the file again.");
        }
    }

    /** The address of the database for the driver; a copy may be written to, the user's file is not. */
    String url() {
        return "jdbc:sqlite:" + file.toUri() + (copies == null ? "?immutable=1" : "");
    }

    boolean isCopy() {
        return copies != null;
    }

    List<String> notes() {
        return notes;
    }

    @Override
    public void close() throws IOException {
        if (copies == null) {
            return;
        }
        try (var files = Files.list(copies)) {
            for (Path copy : files.toList()) {
                Files.delete(copy);
            }
        }
        Files.delete(copies);
    }
}
