package org.headroom.rules.rule;

import java.util.Optional;

/** How a number is compared with a literal. Bounds that are NaN make every comparison unknown. */
public enum Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /** As it stands in a rule file. */
    public String sign() {
        return sign;
    }

    /** The operator of a sign; empty when there is none. */
    public static Optional<Operator> find(String sign) {
        for (Operator operator : values()) {
            if (operator.sign.equals(sign)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    /** The one that holds where this one fails, also on intervals. */
    public Operator negated() {
        return switch (this) {
            case EQUAL -> NOT_EQUAL;
            case NOT_EQUAL -> EQUAL;
            case LESS -> AT_LEAST;
            case AT_MOST -> MORE;
            case MORE -> AT_MOST;
            case AT_LEAST -> LESS;
        };
    }

    /** Whether both ask for less, or both for more. */
    public boolean isWayOf(Operator other) {
        boolean asksForLess = this == LESS || this == AT_MOST;
        boolean asksForMore = this == MORE || this == AT_LEAST;
        return asksForLess && (other == LESS || other == AT_MOST)
                || asksForMore && (other == MORE || other == AT_LEAST);
    }

    /** The one that says the same with its sides changed. */
    public Operator turned() {
        return switch (this) {
            case EQUAL, NOT_EQUAL -> this;
            case LESS -> MORE;
            case AT_MOST -> AT_LEAST;
            case MORE -> LESS;
            case AT_LEAST -> AT_MOST;
        };
    }

    /** The comparison over an interval: true or false when it is so for all of it. */
    Truth truth(double lower, double upper, double literal) {
        return switch (this) {
            case EQUAL -> of(lower == literal && upper == literal, lower > literal || upper < literal);
            case NOT_EQUAL -> of(lower > literal || upper < literal, lower == literal && upper == literal);
            case LESS -> of(upper < literal, lower >= literal);
            case AT_MOST -> of(upper <= literal, lower > literal);
            case MORE -> of(lower > literal, upper <= literal);
            case AT_LEAST -> of(lower >= literal, upper < literal);
        };
    }

    private static Truth of(boolean holds, boolean fails) {
        return holds ? Truth.TRUE : fails ? Truth.FALSE : Truth.UNKNOWN;
    }

    /** Where {@link #truth} is TRUE, over the names of the two bounds. */
    String drl(String lower, String upper, String literal) {
        return switch (this) {
            case EQUAL -> "(" + lower + " == " + literal + " && " + upper + " == " + literal + ")";
            case NOT_EQUAL -> "(" + lower + " > " + literal + " || " + upper + " < " + literal + ")";
            case LESS, AT_MOST -> upper + " " + sign + " " + literal;
            case MORE, AT_LEAST -> lower + " " + sign + " " + literal;
        };
    }
}
