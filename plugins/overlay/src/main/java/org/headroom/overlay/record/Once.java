package org.headroom.overlay.record;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for, by one thread, and once. */
public final class Once<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T value;

    /** @param maker makes the value; called at most once unless it throws */
    public Once(Supplier<T> maker) {
        this.maker = maker;
    }

    /** The value; waits for another thread that is making it. */
    public T get() {
        T made = value;
        if (made == null) {
            synchronized (this) {
                made = value;
                if (made == null) {
                    made = maker.get();
                    value = made;
                }
            }
        }
        return made;
    }
}
