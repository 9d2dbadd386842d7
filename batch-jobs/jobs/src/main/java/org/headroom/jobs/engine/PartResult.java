package org.headroom.jobs.engine;

import java.util.regex.Pattern;
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
    private static final Pattern ATTEMPT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,200}");

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

    /**
     * What {@link #toBytes} gave.
     *
     * @throws HeadroomException of family EXTERNAL when the attempt has no plain name: its folder is read and removed, so the name must not lead out of
     *     that of the session
     */
    static PartResult of(byte[] bytes) {
        PartResult result = Json.parse(bytes, PartResult.class);
        if (!ATTEMPT.matcher(result.attempt()).matches()) {
            throw new HeadroomException(
                    FailureFamily.EXTERNAL,
                    "another process answers with \"" + result.attempt() + "\", which is no name of an attempt",
                    "Look who may speak to the engine, and let every machine that takes part have the same build, then give"
                            + " the same command again.");
        }
        return result;
    }
}
