package org.headroom.rules.policy;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Makes a value once: on a thread of its own, so that whoever needs it later waits less, or when somebody asks for it. */
final class Ahead {
    private Ahead() {}

    /** The value; what the maker throws is thrown by each call. */
    static <T> Supplier<T> of(Supplier<T> maker) {
        FutureTask<T> task = new FutureTask<>(maker::get);
        Thread thread = new Thread(task, "headroom-rules");
        thread.setDaemon(true);
        thread.start();
        return () -> get(task);
    }

    /** The value, made by the first call; what the maker throws is thrown by each call. */
    static <T> Supplier<T> whenAsked(Supplier<T> maker) {
        FutureTask<T> task = new FutureTask<>(maker::get);
        return () -> {
            task.run();
            return get(task);
        };
    }

    private static <T> T get(FutureTask<T> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            if (e.getCause() instanceof Error known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
