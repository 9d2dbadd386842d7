package org.headroom.jobs.engine;

import org.headroom.jobs.step.BlockRange;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runs.file.Json;
import org.jspecify.annotations.Nullable;

/**
 * What another process made of a part.
 *
 * @param part the blocks
 * @param attempt name of the folder with their columns in that of the session
 * @param failure why there are none, where doing it again would change nothing; null when all went well
 */
public record PartResult(
        BlockRange part, String attempt, @Nullable Failure failure) {
    /** A failure on its way. */
    public record Failure(FailureFamily family, String message, String advice) {
        /** As it is thrown here. */
        HeadroomException toException() {
            return new HeadroomException(family, message, advice);
        }
    }

    /** For the way. */
    public byte[] toBytes() {
        return Json.bytes(this);
    }

    /** What {@link #toBytes} gave. */
    static PartResult of(byte[] bytes) {
        return Json.parse(bytes, PartResult.class);
    }
}
