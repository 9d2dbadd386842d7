package org.headroom.layers.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Watches whether texts that were read in one of the old sets of a byte a letter are UTF-8 in truth: then each of them has one other letter or more in
 * the place of an accented one, and nothing fails. Texts that are UTF-8 by chance are rare, several of them rarer. Not safe for several threads.
 */
public final class EncodingDoubt {
    private static final int MAX_SHOWN = 60;

    private final Charset charset;
    private boolean isOpen;
    private String first = "";

    /** @param charset the set that texts are read in */
    public EncodingDoubt(Charset charset) {
        this.charset = charset;
        this.isOpen = charset.name().matches("ISO-8859-\\d+|windows-125\\d|IBM\\d+");
    }

    /** Takes a text as it was read. */
    public void see(String text) {
        if (!isOpen || text.chars().allMatch(c -> c < 128)) {
            return;
        }
        try {
            String other = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text.getBytes(charset)))
                    .toString();
            first = first.isEmpty() ? "\"" + shown(text) + "\" for \"" + shown(other) + "\"" : first;
        } catch (CharacterCodingException e) {
            isOpen = false;
        }
    }

    private static String shown(String text) {
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "..." : text;
    }

    /** What is to be said of all texts so far, without a full stop; empty for nothing. */
    public Optional<String> note() {
        return isOpen && !first.isEmpty()
                ? Optional.of("all texts that are not plain ASCII are UTF-8, but were read as " + charset.name()
                        + ", such as " + first + "; give source.encoding: UTF-8")
                : Optional.empty();
    }
}
