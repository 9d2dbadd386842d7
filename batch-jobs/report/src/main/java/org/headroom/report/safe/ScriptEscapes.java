package org.headroom.report.safe;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/** JSON that may stand in a script element: nothing in it ends the element, begins a comment, or ends a line of a script. */
final class ScriptEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = standardAsciiEscapesForJSON();
        for (char c : new char[] {'<', '>', '&', '\''}) {
            codes[c] = ESCAPE_STANDARD;
        }
        return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
        return c == 0x2028 || c == 0x2029 ? new SerializedString(String.format("\\u%04x", c)) : null;
    }
}
