package org.headroom.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was put comes back, from the heap and from files, also across the blocks that are written together. */
class ColumnStoreTest {
    private static final int MANY = 100_000;

    @TempDir
    Path folder;

    private List<ColumnStore> stores() {
        return List.of(ColumnStore.memory(), ColumnStore.folder(folder));
    }

    @Test
    void numbers() {
        for (ColumnStore store : stores()) {
            ColumnWriter output = store.create("n");
            for (int i = 0; i < MANY; i++) {
                output.putDouble(i / 7.0, Double.NaN);
            }
            output.close();
            ColumnBytes bytes = store.open("n");
            assertThat(bytes.size()).isEqualTo(8L * MANY).isEqualTo(output.size());
            assertThat(bytes.checkSum()).isEqualTo(output.checkSum());
            Column column = new ColumnFile(bytes, MANY, 8).column(0);
            ColumnMap map = bytes.map();
            double[] out = new double[20_000];
            for (int first : new int[] {0, 1, 8190, 79_999, 80_000}) {
                column.readDoubles(first, out.length, out, Double.NaN);
                for (int i = 0; i < out.length; i++) {
                    assertThat(out[i]).isEqualTo((first + i) / 7.0).isEqualTo(map.getDouble(first + i, Double.NaN));
                }
            }
        }
    }

    @Test
    void blocksOfUsualValuesAtBothEndsAndInTheMiddleComeBackToo() {
        for (ColumnStore store : stores()) {
            ColumnWriter output = store.create("i");
            output.putUsual(4L * MANY);
            for (int i = 0; i < MANY; i++) {
                output.putInt(i % 50_000 < 10 ? i : -1, -1);
            }
            output.putUsual(4L * MANY);
            output.close();
            assertThat(output.isBegun()).isTrue();
            ColumnBytes bytes = store.open("i");
            assertThat(bytes.size()).isEqualTo(12L * MANY);
            assertThat(bytes.checkSum()).isEqualTo(output.checkSum());
            int[] out = new int[3 * MANY];
            new ColumnFile(bytes, out.length, 4).column(0).readInts(0, out.length, out, -1);
            for (int i = 0; i < out.length; i++) {
                int value = i - MANY;
                assertThat(out[i]).isEqualTo(value >= 0 && value < MANY && value % 50_000 < 10 ? value : -1);
            }
            assertThat(bytes.map().getInt(MANY + 50_003, -1)).isEqualTo(50_003);
        }
    }

    @Test
    void thereIsNoColumnOfWhatIsOnlyUsual() {
        for (ColumnStore store : stores()) {
            try (store) {
                store.create("usual").putUsual(1_000_000);
                store.create("empty");
                store.create("begun").begin().putUsual(17);
            }
            assertThat(store.written()).extracting(ColumnWriter::name).containsExactly("begun");
            assertThat(store.open("begun").size()).isEqualTo(17);
            assertThatThrownBy(() -> store.open("usual")).hasMessageContaining("usual");
        }
    }

    @Test
    void anEmptyColumn() {
        for (ColumnStore store : stores()) {
            store.create("e").begin().close();
            ColumnBytes bytes = store.open("e");
            assertThat(bytes.size()).isZero();
            bytes.map();
            new ColumnFile(bytes, 0, 4).column(0).readInts(0, 0, new int[0], 0);
        }
    }

    @Test
    void wordsThatComeOftenAndSomeThatDoNot() {
        Random random = new Random(1);
        List<@Nullable String> texts = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            texts.add(i % 5 == 0 ? null : i % 5 == 1 ? "Qu\u00e9bec" : "t" + random.nextInt(40_000));
        }
        texts.set(30_000, "\u5317".repeat(70_000));
        texts.set(40_000, "");
        for (ColumnStore store : stores()) {
            WordWriter words = new WordWriter(store, "t", 1 << 14);
            texts.forEach(words::put);
            store.close();
            WordColumn column = new WordColumn(
                    new ColumnFile(store.open("t.word"), texts.size(), 4),
                    new TextFile(store.open("t.words.end"), store.open("t.words.txt")).mapped());
            @Nullable String[] out = new @Nullable String[texts.size()];
            column.read(0, out.length, out);
            assertThat(out).containsExactlyElementsOf(texts);
            assertThat(out[6]).isSameAs(out[1]);
            column.read(29_990, 20, out);
            int[] numbers = new int[20];
            column.read(29_990, 20, numbers);
            for (int i = 0; i < 20; i++) {
                assertThat(out[i]).isEqualTo(texts.get(29_990 + i));
                assertThat(numbers[i] < 0 ? null : column.words().get(numbers[i]))
                        .isEqualTo(out[i]);
            }
        }
    }

    @Test
    void fewDistinctWordsAreStoredOnce() throws IOException {
        try (ColumnStore store = ColumnStore.folder(folder)) {
            WordWriter words = new WordWriter(store, "t", 1 << 14);
            for (int i = 0; i < MANY; i++) {
                words.put("status " + i % 100);
            }
        }
        assertThat(Files.size(folder.resolve("t.words.txt"))).isEqualTo(10 * 8 + 90 * 9);
        assertThat(Files.size(folder.resolve("t.words.end"))).isEqualTo(100 * 8);
    }

    @Test
    void aColumnWithoutAnyWordIsMissingAll() {
        try (ColumnStore store = ColumnStore.folder(folder)) {
            WordWriter words = new WordWriter(store, "t", 10);
            words.put(null);
            words.put(null);
        }
        for (String name : new String[] {"t", "none"}) {
            try (WordColumn column = WordColumn.openIfAny(folder, name, 2)) {
                int[] numbers = new int[2];
                @Nullable String[] texts = {"x", "y"};
                column.read(0, 2, numbers);
                column.read(0, 2, texts);
                assertThat(numbers).containsOnly(WordColumn.MISSING);
                assertThat(texts).containsOnlyNulls();
                assertThat(column.words()).isEmpty();
            }
        }
    }

    @Property(tries = 200)
    void textsComeBackOneByOneAndTogether(
            @ForAll @Size(max = 50) List<@StringLength(max = 12) String> texts, @ForAll long missing) {
        ColumnStore store = ColumnStore.memory();
        @Nullable String[] put = texts.toArray(new @Nullable String[0]);
        try (TextWriter writer = new TextWriter(store, "t")) {
            for (int i = 0; i < put.length; i++) {
                // A lone surrogate has no bytes in UTF-8.
                put[i] = (missing >> i & 1) != 0 ? null : new String(utf8(texts.get(i)), StandardCharsets.UTF_8);
                writer.add(put[i]);
            }
        }
        TextFile file = new TextFile(store.open("t.end"), store.open("t.txt"));
        TextFile mapped = file.mapped();
        assertThat(file.size()).isEqualTo(put.length);
        for (int first = 0; first < put.length; first++) {
            TextBlock block = file.read(first, put.length - first);
            assertThat(file.get(first)).isEqualTo(put[first]).isEqualTo(mapped.get(first));
            assertThat(file.start(first)).isEqualTo(mapped.start(first));
            for (int i = 0; i < block.size(); i++) {
                String text = put[first + i];
                assertThat(block.get(i)).isEqualTo(text);
                assertThat(block.isMissing(i)).isEqualTo(text == null);
                assertThat(block.bytes(i)).isEqualTo(utf8(text == null ? "" : text));
            }
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void textsAreThereForReadersAfterAFlush() {
        try (TextWriter writer = new TextWriter(folder, "t")) {
            writer.add("");
            writer.add((String) null);
            writer.flush();
            try (TextFile file = new TextFile(folder, "t")) {
                assertThat(file.size()).isEqualTo(2);
                assertThat(file.get(0)).isEmpty();
                assertThat(file.get(1)).isNull();
            }
            writer.add("more");
            writer.flush();
            try (TextFile file = new TextFile(folder, "t")) {
                assertThat(file.read(0, 3).get(2)).isEqualTo("more");
            }
        }
    }

    @Test
    void textsThatAreCutOffAreNoticed() throws IOException {
        try (TextWriter writer = new TextWriter(folder, "t")) {
            writer.add("one");
            writer.add("two");
        }
        Path texts = folder.resolve("t.txt");
        Files.write(texts, Arrays.copyOf(Files.readAllBytes(texts), 5));
        try (TextFile file = new TextFile(folder, "t")) {
            assertThat(file.get(0)).isEqualTo("one");
            assertThatThrownBy(() -> file.get(1)).hasMessageContaining("1 bytes too short");
            assertThatThrownBy(() -> file.read(0, 3)).hasMessageContaining("too short");
        }
    }

    @Test
    void filesAreLittleEndianAndAMissingTextIsComplemented() throws IOException {
        try (ColumnWriter output = ColumnStore.folder(folder).create("n")) {
            output.putLong(1);
            output.putInt(2, 0);
            output.putBytes(utf8("ab"), 0, 2);
        }
        assertThat(ByteBuffer.wrap(Files.readAllBytes(folder.resolve("n"))))
                .isEqualTo(ByteBuffer.wrap(new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 'a', 'b'}));
        try (TextWriter writer = new TextWriter(folder, "t")) {
            writer.add("ab");
            writer.add((String) null);
            writer.add("");
        }
        assertThat(Files.readAllBytes(folder.resolve("t.end")))
                .isEqualTo(new byte[] {2, 0, 0, 0, 0, 0, 0, 0, -3, -1, -1, -1, -1, -1, -1, -1, 2, 0, 0, 0, 0, 0, 0, 0});
        assertThat(Files.readString(folder.resolve("t.txt"))).isEqualTo("ab");
    }

    @Test
    void everyDamagedByteChangesTheCheckSum() throws IOException {
        ColumnWriter writer = ColumnStore.folder(folder).create("n");
        for (int i = 0; i < 100; i++) {
            writer.putInt(i, 0);
        }
        writer.close();
        byte[] good = Files.readAllBytes(folder.resolve("n"));
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 0x10;
            Files.write(folder.resolve("n"), bad);
            try (ColumnBytes bytes = ColumnStore.folder(folder).open("n")) {
                assertThat(bytes.checkSum()).isNotEqualTo(writer.checkSum());
            }
        }
    }

    @Test
    void whatCannotBeWrittenSaysSo() {
        ColumnStore store = ColumnStore.folder(folder.resolve("missing"));
        assertThatThrownBy(() -> store.create("n").begin())
                .isInstanceOf(ColumnWriteException.class)
                .hasMessageContaining("missing");
        assertThatThrownBy(() -> store.open("n")).isNotInstanceOf(ColumnWriteException.class);
    }
}
