package org.headroom.workbench.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;

/**
 * What a sheet changes in a policy, checked and not yet written. Immutable.
 *
 * @param changes in the order of the tables
 * @param texts the new text of each changed table, by its path within the policy folder
 */
public record SheetEdits(List<SheetChange> changes, Map<String, String> texts) {
    public SheetEdits {
        changes = List.copyOf(changes);
        texts = Map.copyOf(texts);
    }

    /**
     * Writes the changed tables, each whole or not at all.
     *
     * @throws HeadroomException of family EXTERNAL when one cannot be written; those written before it are put back
     */
    public void write(Path folder) {
        Map<Path, byte[]> written = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, String> entry : texts.entrySet()) {
                Path file = folder.resolve(entry.getKey());
                byte[] before = Files.readAllBytes(file);
                replace(file, entry.getValue().getBytes(StandardCharsets.UTF_8));
                written.put(file, before);
            }
        } catch (IOException e) {
            HeadroomException failure = new HeadroomException(
                    FailureFamily.EXTERNAL,
                    "cannot write the criteria tables in " + folder + ": " + e,
                    "Make room or give the right to write there, and import again.",
                    e);
            written.forEach((file, before) -> putBack(file, before, failure));
            throw failure;
        }
    }

    private static void putBack(Path file, byte[] before, HeadroomException failure) {
        try {
            replace(file, before);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Path hidden = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            Files.copy(file, hidden, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            Files.write(hidden, bytes, StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(hidden);
        }
    }
}
