package org.headroom.layers.format.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.ValuesRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways to ask for a cell agree, over several blocks of rows. */
final class DbfReaderTest {
    private static final int WIDTH = 10;
    private static final String TYPES = "NFCDL";

    @TempDir
    Path folder;

    private static Path write(Path file, List<String> cells) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(33 + 32 * TYPES.length()).order(ByteOrder.LITTLE_ENDIAN);
        header.put(0, (byte) 3)
                .putInt(4, cells.size())
                .putShort(8, (short) header.capacity())
                .putShort(10, (short) (1 + WIDTH * TYPES.length()));
        for (int i = 0; i < TYPES.length(); i++) {
            header.put(32 + 32 * i, (byte) ('a' + i));
            header.put(32 + 32 * i + 11, (byte) TYPES.charAt(i)).put(32 + 32 * i + 16, (byte) WIDTH);
        }
        header.put(header.capacity() - 1, (byte) 0x0D);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(header.array());
        for (String cell : cells) {
            String row =
                    " " + cell.concat(" ".repeat(WIDTH)).substring(0, WIDTH).repeat(TYPES.length());
            out.write(row.getBytes(StandardCharsets.ISO_8859_1));
        }
        return Files.write(file, out.toByteArray());
    }

    @Property(tries = 200)
    void numberAndTextFollowFromTheValue(@ForAll("cells") List<String> cells) throws IOException {
        Path file = Files.createTempFile("dbf", ".dbf");
        try (DbfReader reader = new DbfReader(write(file, cells), null)) {
            for (int row = 0; row < cells.size(); row++) {
                assertThat(reader.next()).isTrue();
                for (int column = 0; column < TYPES.length(); column++) {
                    @Nullable Object value = reader.value(column);
                    RawRecord plain = new ValuesRecord(1, new @Nullable Object[] {value}, null, null);
                    assertThat(reader.text(column)).isEqualTo(plain.text(0));
                    assertThat(reader.decimal(column)).isEqualTo(Double.valueOf(plain.decimal(0)));
                }
            }
            assertThat(reader.next()).isFalse();
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<List<String>> cells() {
        Arbitrary<String> known = Arbitraries.of(
                "",
                "7",
                "007",
                "-7",
                "1.50",
                "-0",
                "-0.0",
                "1e3",
                "****",
                "20240229",
                "20230230",
                "00000000",
                "T",
                "n",
                "?",
                "x\0y",
                "\tz",
                "Qu\u00e9bec");
        Arbitrary<String> random =
                Arbitraries.strings().withChars("0123456789.-+ ").ofMaxLength(WIDTH);
        return Arbitraries.oneOf(known, random).list().ofMaxSize(40);
    }

    @Test
    void manyRowsAndSharedTexts() throws IOException {
        List<String> cells = IntStream.range(0, 20_000)
                .mapToObj(i -> i % 3 == 0 ? "shared" : Integer.toString(i))
                .toList();
        try (DbfReader reader = new DbfReader(write(folder.resolve("a.dbf"), cells), null)) {
            String last = "";
            int made = 0;
            for (String cell : cells) {
                reader.next();
                String text = String.valueOf(reader.text(2));
                assertThat(text).isEqualTo(cell);
                if (cell.equals("shared")) {
                    made += text == last ? 0 : 1;
                    last = text;
                } else {
                    assertThat(reader.decimal(0)).isEqualTo(Integer.parseInt(cell));
                }
            }
            // Now and then another cell takes its place.
            assertThat(made).isLessThan(cells.size() / 30);
            assertThat(reader.next()).isFalse();
        }
    }

    @Test
    void valuesOfEveryType() throws IOException {
        Path file = write(folder.resolve("b.dbf"), List.of("20240229", "T", "**********", "1.5"));
        try (DbfReader reader = new DbfReader(file, null)) {
            reader.next();
            assertThat(reader.value(0)).isEqualTo(20240229L);
            assertThat(reader.value(3)).isEqualTo(LocalDate.of(2024, 2, 29));
            reader.next();
            assertThat(reader.value(4)).isEqualTo(true);
            assertThat(reader.value(0)).isEqualTo("T");
            reader.next();
            assertThat(reader.value(0)).isNull();
            reader.next();
            assertThat(reader.value(1)).isEqualTo(1.5);
        }
    }
}
