package org.headroom.layers.format.postgis;

import java.util.HexFormat;

/** Bytes as the server writes them. */
final class Hex {
    private Hex() {}

    /** The bytes of a text of digits, of which those of a bytea have {@code \x} before them. IllegalArgumentException when it is none. */
    static byte[] bytes(String text) {
        return HexFormat.of().parseHex(text, text.startsWith("\\x") ? 2 : 0, text.length());
    }
}
