package org.headroom.export;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the first rows of a published ranking from its {@code ranked.dbf}, the first where there are several, whose rows stand in the order of their rank: cheap for any
 * number of sites, and without compiling the policy anew. Format: dBASE III (Ashton-Tate 1984), as Headroom writes it.
 */
public final class RankedHead {
    private static final String FILE = "ranked.dbf";
    private static final int PREFIX = 32;
    private static final int DESCRIPTOR = 32;
    private static final int NAME_LENGTH = 11;
    private static final int WIDTH_AT = 16;

    private RankedHead() {}

    /** A field of the file. */
    private record Field(String name, int width) {}

    /**
     * The first rows, each with its texts by the long names of the columns; a missing value is an empty text.
     *
     * @param folder folder of the run
     * @param rows how many at most
     */
    public static List<Map<String, String>> read(Path folder, int rows) {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(folder.resolve(FILE)));
                DataInputStream in = new DataInputStream(file)) {
            ByteBuffer prefix = bytes(in, PREFIX);
            long size = Integer.toUnsignedLong(prefix.getInt(4));
            int headerLength = Short.toUnsignedInt(prefix.getShort(8));
            ByteBuffer header = bytes(in, headerLength - PREFIX);
            Map<String, String> longNames = new HashMap<>();
            DbfNames.known().forEach((longName, name) -> longNames.put(name, longName));
            List<Field> fields = new ArrayList<>();
            for (int at = 0; at + DESCRIPTOR <= header.limit(); at += DESCRIPTOR) {
                String name = new String(header.array(), at, NAME_LENGTH, StandardCharsets.US_ASCII);
                String shortName = name.replace("\0", "");
                fields.add(new Field(
                        longNames.getOrDefault(shortName, shortName), Byte.toUnsignedInt(header.get(at + WIDTH_AT))));
            }
            List<Map<String, String>> result = new ArrayList<>();
            while (result.size() < Math.min(rows, size)) {
                in.readByte(); // the deletion flag
                Map<String, String> values = new LinkedHashMap<>();
                for (Field field : fields) {
                    values.put(
                            field.name(), new String(bytes(in, field.width()).array(), StandardCharsets.UTF_8).strip());
                }
                result.add(values);
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException("the ranking in " + folder.resolve(FILE) + " cannot be read", e);
        }
    }

    private static ByteBuffer bytes(DataInputStream in, int count) throws IOException {
        byte[] bytes = new byte[count];
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
