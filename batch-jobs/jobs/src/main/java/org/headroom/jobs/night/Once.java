package org.headroom.jobs.night;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for, once for all threads; when making it fails, the next asker tries again. */
final class Once<T extends Object> {
    private final Supplier<T> maker;
    private @Nullable T value;

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        T made = value;
        if (made == null) {
            made = maker.get();
            value = made;
        }
        return made;
    }

    synchronized void ifMade(Consumer<T> action) {
        if (value != null) {
            action.accept(value);
        }
    }
}
