package org.headroom.rules.drl;

/**
 * A word of a condition or an action.
 *
 * @param kind what it is
 * @param text the text; for a string its content without quotes
 * @param at place in the text, from 0
 */
record Token(Kind kind, String text, int at) {
    private static final int LONGEST_SHOWN = 80;

    enum Kind {
        NAME,
        NUMBER,
        STRING,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** As the reader of a message knows it. */
    String shown() {
        return switch (kind) {
            case END -> "the end";
            case STRING, NAME, NUMBER, SIGN ->
                "\"" + (text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text) + "\"";
        };
    }
}
