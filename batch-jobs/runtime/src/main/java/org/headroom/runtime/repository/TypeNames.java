package org.headroom.runtime.repository;

import java.nio.ByteBuffer;
import java.util.Set;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Reads the descriptions by which H2 makes readers of data, without making any: H2 loads whatever class such a description names (2.4.240, {@code
 * MetaType.read}). What is read is the first name that Headroom's databases do not have, and else an empty text.
 */
final class TypeNames extends BasicDataType<String> {
    private static final String ROWS = "org.h2.mvstore.db.RowDataType$Factory";
    private static final String VALUES = "org.h2.mvstore.db.ValueDataType$Factory";
    private static final String VERSIONS = "org.h2.mvstore.tx.VersionedValueType$Factory";

    /** These have no description beyond their names. */
    private static final Set<String> PLAIN = Set.of(
            "org.h2.mvstore.db.LobStorageMap$BlobMeta$Type",
            "org.h2.mvstore.db.LobStorageMap$BlobReference$Type",
            "org.h2.mvstore.db.NullValueDataType",
            "org.h2.mvstore.type.ByteArrayDataType",
            "org.h2.mvstore.type.LongDataType",
            "org.h2.mvstore.type.StringDataType");

    private static final int LONGEST_NAME = 200;
    private static final int MOST_NUMBERS = 1_000;

    @Override
    public String read(ByteBuffer buffer) {
        int length = DataUtils.readVarInt(buffer);
        if (length < 0 || length > LONGEST_NAME) {
            return "(a name of " + length + " signs)";
        }
        String name = DataUtils.readString(buffer, length);
        switch (name) {
            case VERSIONS -> {
                return read(buffer);
            }
            case ROWS -> {
                DataUtils.readVarInt(buffer);
                numbers(buffer);
                numbers(buffer);
                buffer.get();
                return "";
            }
            case VALUES -> {
                numbers(buffer);
                DataUtils.readVarInt(buffer);
                numbers(buffer);
                buffer.get();
                return "";
            }
            default -> {
                return PLAIN.contains(name) ? "" : name;
            }
        }
    }

    private static void numbers(ByteBuffer buffer) {
        int count = DataUtils.readVarInt(buffer) - 1;
        if (count > MOST_NUMBERS) {
            throw new IllegalArgumentException("a row of " + count + " columns");
        }
        for (int i = 0; i < count; i++) {
            DataUtils.readVarInt(buffer);
        }
    }

    @Override
    public int getMemory(String name) {
        return 0;
    }

    @Override
    public void write(WriteBuffer buffer, String name) {
        throw new UnsupportedOperationException("only read");
    }

    @Override
    public String[] createStorage(int size) {
        return new String[size];
    }
}
