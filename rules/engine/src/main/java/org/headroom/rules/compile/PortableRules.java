package org.headroom.rules.compile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Compiled rules as bytes, for a file or for another process. */
final class PortableRules {
    private PortableRules() {}

    /** The classes alone. */
    static byte[] encode(RuleClasses classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(classes, out);
        }
        return bytes.toByteArray();
    }

    /** The classes, behind the key that tells what they were made of. */
    static byte[] encode(String key, RuleClasses classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(key);
            write(classes, out);
        }
        return bytes.toByteArray();
    }

    /** The classes behind a key; empty when it is another one. */
    static Optional<RuleClasses> decode(byte[] bytes, String key) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return in.readUTF().equals(key) ? Optional.of(read(in)) : Optional.empty();
        }
    }

    /** What {@link #encode(RuleClasses)} gave. */
    static RuleClasses decode(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return read(in);
        }
    }

    private static void write(RuleClasses classes, DataOutputStream out) throws IOException {
        out.writeUTF(classes.model());
        out.writeInt(classes.files().size());
        for (Map.Entry<String, byte[]> file : classes.files().entrySet()) {
            out.writeUTF(file.getKey());
            out.writeInt(file.getValue().length);
            out.write(file.getValue());
        }
    }

    private static RuleClasses read(DataInputStream in) throws IOException {
        String model = in.readUTF();
        int size = in.readInt();
        Map<String, byte[]> files = new HashMap<>();
        for (int i = 0; i < size; i++) {
            String name = in.readUTF();
            int length = in.readInt();
            if (length < 0) {
                throw new IOException("a class file has the length " + length);
            }
            byte[] file = in.readNBytes(length);
            if (file.length < length) {
                throw new IOException("a class file is cut off");
            }
            files.put(name, file);
        }
        return new RuleClasses(model, files);
    }
}
