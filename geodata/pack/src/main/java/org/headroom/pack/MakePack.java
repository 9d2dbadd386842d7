package org.headroom.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.headroom.pack.file.PackFile;
import org.headroom.pack.file.Provenance;
import org.headroom.pack.file.RawFolder;
import org.headroom.pack.file.Table;

/** Makes the pack: every file of it, the table of their sources, and the notice that licences ask for. */
public final class MakePack {
    /** Whoever clones the repository loads the pack too. */
    static final long LARGEST_PACK_BYTES = 15_000_000;

    static final String SOURCES = "SOURCES.csv";

    private MakePack() {}

    /**
     * Makes the pack.
     *
     * @param args folder of the raw files, folder of the pack
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("Give the folder of the raw files and the folder of the pack.");
        }
        long bytes = make(Path.of(args[0]), Path.of(args[1]));
        System.err.printf("%,d bytes in %s%n", bytes, args[1]);
    }

    /** Makes the pack; the bytes of all its files. */
    static long make(Path rawFolder, Path packFolder) throws IOException {
        RawFolder raw = new RawFolder(rawFolder);
        Files.createDirectories(packFolder);
        List<List<String>> sources = new ArrayList<>();
        long bytes = 0;
        for (PackFile file : PackFiles.all()) {
            Provenance provenance = file.provenance();
            Path target = packFolder.resolve(provenance.file());
            long records = file.write(raw, target);
            bytes += Files.size(target);
            sources.add(List.of(
                    provenance.file(),
                    provenance.publisher(),
                    provenance.reference(),
                    provenance.licence(),
                    provenance.edition(),
                    String.join(" ", provenance.from()),
                    provenance.done(),
                    Long.toString(records),
                    sha256(target)));
        }
        Table.write(
                packFolder.resolve(SOURCES),
                List.of("file", "publisher", "reference", "licence", "edition", "from", "done", "records", "sha256"),
                sources.stream());
        Files.writeString(
                packFolder.resolve(Notice.FILE),
                Notice.of(PackFiles.all().stream().map(PackFile::provenance).toList()));
        dropOthers(packFolder);
        if (bytes > LARGEST_PACK_BYTES) {
            throw new IOException("the pack has " + bytes + " bytes; at most " + LARGEST_PACK_BYTES + " are allowed");
        }
        return bytes;
    }

    /** A file that no class makes any more would stay without a source. */
    private static void dropOthers(Path packFolder) throws IOException {
        List<String> made = new ArrayList<>(List.of(SOURCES, Notice.FILE));
        PackFiles.all().forEach(file -> made.add(file.provenance().file()));
        List<Path> others;
        try (Stream<Path> files = Files.list(packFolder)) {
            others = files.filter(file -> !made.contains(file.getFileName().toString()))
                    .toList();
        }
        for (Path other : others) {
            Files.delete(other);
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
