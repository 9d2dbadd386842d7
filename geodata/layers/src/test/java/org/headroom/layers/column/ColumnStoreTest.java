package org.headroom.layers.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was put comes back, from the heap and from files, also across the parts that a column lies in. */
final class ColumnStoreTest {
    private static final int MANY = 100_000;

    @TempDir
    Path folder;

    private List<ColumnStore> stores() {
        return List.of(new MemoryStore(), new FolderStore(folder));
    }

    @Test
    void numbers() throws IOException {
        for (ColumnStore store : stores()) {
            ColumnOutput output = store.create("n");
            for (int i = 0; i < MANY; i++) {
                output.putDouble(i / 7.0);
            }
            output.close();
            ColumnBytes bytes = store.open("n");
            assertThat(bytes.size()).isEqualTo(8L * MANY).isEqualTo(output.bytes());
            assertThat(bytes.checkSum()).isEqualTo(output.checkSum());
            double[] out = new double[20_000];
            for (int first : new int[] {0, 1, 8190, 79_999, 80_000}) {
                bytes.get(8L * first, out, out.length);
                for (int i = 0; i < out.length; i++) {
                    assertThat(out[i]).isEqualTo((first + i) / 7.0).isEqualTo(bytes.getDouble(8L * (first + i)));
                }
            }
        }
    }

    @Test
    void anEmptyColumn() throws IOException {
        for (ColumnStore store : stores()) {
            store.create("e").close();
            assertThat(store.open("e").size()).isZero();
            store.open("e").get(0, new int[0], 0);
        }
    }

    @Test
    void texts() throws IOException {
        Random random = new Random(1);
        List<@Nullable String> texts = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            texts.add(i % 5 == 0 ? null : i % 5 == 1 ? "Qu\u00e9bec" : "t" + random.nextInt(40_000));
        }
        texts.set(30_000, "\u5317".repeat(70_000));
        texts.set(40_000, "");
        for (ColumnStore store : stores()) {
            try (TextOutput output = new TextOutput(store, "t")) {
                for (String text : texts) {
                    output.put(text);
                }
            }
            TextColumn column = new TextColumn(store.open("t.i64"), store.open("t.utf8"));
            @Nullable String[] out = new @Nullable String[texts.size()];
            column.read(0, out.length, out);
            assertThat(out).containsExactlyElementsOf(texts);
            assertThat(out[6]).isSameAs(out[1]);
            column.read(29_990, 20, out);
            for (int i = 0; i < 20; i++) {
                assertThat(out[i]).isEqualTo(texts.get(29_990 + i)).isEqualTo(column.get(29_990 + i));
            }
        }
    }

    @Test
    void fewDistinctTextsAreStoredOnce() throws IOException {
        try (TextOutput output = new TextOutput(new FolderStore(folder), "t")) {
            for (int i = 0; i < MANY; i++) {
                output.put("status " + i % 100);
            }
        }
        assertThat(Files.size(folder.resolve("t.utf8"))).isEqualTo(100 * 4 + 10 * 8 + 90 * 9);
    }

    @Test
    void filesAreLittleEndian() throws IOException {
        try (ColumnOutput output = new FolderStore(folder).create("n")) {
            output.putLong(1);
            output.putInt(2);
            output.putBytes("ab".getBytes(StandardCharsets.US_ASCII), 0, 2);
        }
        assertThat(ByteBuffer.wrap(Files.readAllBytes(folder.resolve("n"))))
                .isEqualTo(ByteBuffer.wrap(new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 'a', 'b'}));
    }
}
