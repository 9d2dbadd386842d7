package org.headroom.ledger.cause;

import java.util.List;

/**
 * The replacing of one input.
 *
 * @param cause what kind of input
 * @param layer id of the layer for {@link Cause#DATA}, else empty
 * @param names what differs in it, for people; empty where nothing does, and of a layer
 * @param isOfPolicy whether it makes another policy, so that any site may be scored otherwise
 */
public record Step(Cause cause, String layer, List<String> names, boolean isOfPolicy) {
    private static final int NAMED = 5;

    public Step {
        names = List.copyOf(names);
    }

    /** The step as the stated order has it: {@code data LAYER}, {@code rules}. */
    public String label() {
        return layer.isEmpty() ? cause.id() : cause.id() + " " + layer;
    }

    /** What differs: the layer, or the first of the names. */
    public String of() {
        if (!layer.isEmpty()) {
            return layer;
        }
        String first = String.join("; ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() > NAMED ? first + "; and " + (names.size() - NAMED) + " more" : first;
    }
}
