package org.headroom.runs.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptFolderTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;

    private KeptFolder kept() {
        return new KeptFolder(folder.resolve("kept"));
    }

    private List<Path> column() throws IOException {
        Path file = folder.resolve("kv.column");
        Files.writeString(file, "measured");
        return List.of(file);
    }

    @Test
    void whatIsKeptIsFoundUnderItsKeyOnly() throws IOException {
        kept().keep("sample.grid", KEY, column());
        assertThat(kept().find("sample.grid", KEY)).isPresent();
        assertThat(kept().find("sample.grid", "f" + KEY)).isEmpty();
        assertThat(kept().find("sample.cooling", KEY)).isEmpty();
    }

    @Test
    void whatIsDamagedIsNotUsedAndCanBeKeptAgain() throws IOException {
        kept().keep("sample.grid", KEY, column());
        Path entry = kept().find("sample.grid", KEY).orElseThrow();
        Files.delete(folder.resolve("kv.column"));
        Files.writeString(entry.resolve("kv.column"), "mEasured");
        assertThat(kept().find("sample.grid", KEY)).isEmpty();
        kept().keep("sample.grid", KEY, column());
        assertThat(kept().find("sample.grid", KEY)).isPresent();
    }

    @Test
    void aLinkIsNotUsedThoughItLeadsToTheSame() throws IOException {
        kept().keep("sample.grid", KEY, column());
        Path file = kept().find("sample.grid", KEY).orElseThrow().resolve("kv.column");
        Files.delete(file);
        Files.createSymbolicLink(file, folder.resolve("kv.column"));
        assertThat(kept().find("sample.grid", KEY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "null", "[]", "{\"key\": 1, \"crc32c\": {\"kv.column\": null}}", "{\"crc32c\": {}}"})
    void anEntryWithoutItsSumsIsNotUsedAndCanBeKeptAgain(String sums) throws IOException {
        kept().keep("sample.grid", KEY, column());
        Files.writeString(kept().find("sample.grid", KEY).orElseThrow().resolve("sums.json"), sums);
        assertThat(kept().find("sample.grid", KEY)).isEmpty();
        kept().keep("sample.grid", KEY, column());
        assertThat(kept().find("sample.grid", KEY)).isPresent();
    }
}
