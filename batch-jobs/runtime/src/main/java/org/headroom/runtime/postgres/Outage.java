package org.headroom.runtime.postgres;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.jspecify.annotations.Nullable;

/** The times in which a database is out of reach: how long they may last, and what people are told of them. Safe for several threads. */
final class Outage {
    private static final long FIRST_WAIT_MS = 100;
    private static final long LONGEST_WAIT_MS = 3000;

    private final String place;
    private final Duration patience;
    private final Consumer<String> messages;
    private boolean isOut;
    private long began;
    private @Nullable HeadroomException end;

    /**
     * @param place the database, for people
     * @param messages told once when an outage begins and once when it is over
     */
    Outage(String place, Duration patience, Consumer<String> messages) {
        this.place = place;
        this.patience = patience;
        this.messages = messages;
    }

    /**
     * Waits before another attempt to reach the database.
     *
     * @param attempt how many have failed in a row, from 1
     * @throws HeadroomException of family EXTERNAL when the patience is over, from then on at once
     */
    void waitFor(int attempt, Throwable reason) {
        long wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS << Math.min(attempt - 1, 10));
        synchronized (this) {
            if (end != null) {
                throw end;
            }
            long now = System.nanoTime();
            if (!isOut) {
                isOut = true;
                began = now;
                messages.accept("the job repository at " + place + " cannot be reached (" + reason.getMessage()
                        + "); waiting up to " + patience.toSeconds() + " s for it");
            }
            long left = patience.toMillis() - (now - began) / 1_000_000;
            if (left <= 0) {
                throw end(
                        "the job repository at " + place + " could not be reached for " + patience.toSeconds() + " s ("
                                + reason.getMessage() + ")",
                        reason);
            }
            wait = Math.min(wait, left);
        }
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HeadroomException(
                    FailureFamily.EXTERNAL, "interrupted while waiting for the job repository at " + place, "", e);
        }
    }

    /** The database was reached. */
    synchronized void over() {
        if (isOut) {
            isOut = false;
            messages.accept("the job repository at " + place + " is back after "
                    + (System.nanoTime() - began) / 1_000_000_000 + " s");
        }
    }

    /** There is no use in waiting any longer. */
    synchronized HeadroomException end(String message, Throwable reason) {
        HeadroomException failure = end;
        if (failure == null) {
            failure = new HeadroomException(
                    FailureFamily.EXTERNAL,
                    message,
                    "Nothing is lost: the same command goes on at the last checkpoint.",
                    reason);
            end = failure;
        }
        return failure;
    }

    /** Why the wait was given up; empty while there is hope. */
    synchronized Optional<HeadroomException> given() {
        return Optional.ofNullable(end);
    }
}
