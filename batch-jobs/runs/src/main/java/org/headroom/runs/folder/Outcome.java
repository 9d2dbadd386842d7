package org.headroom.runs.folder;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.headroom.model.FailureFamily;

/** What came of a run. Paths are names of folders inside the folder for runs. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Published.class, name = "PUBLISHED"),
    @JsonSubTypes.Type(value = Outcome.Unchanged.class, name = "UNCHANGED"),
    @JsonSubTypes.Type(value = Outcome.Failed.class, name = "FAILED")
})
public sealed interface Outcome {
    /**
     * A new run was published.
     *
     * @param folder name of its folder
     */
    record Published(String folder) implements Outcome {}

    /**
     * Nothing changed since a published run.
     *
     * @param folder name of that run's folder
     */
    record Unchanged(String folder) implements Outcome {}

    /**
     * The run failed.
     *
     * @param family what kind of thing failed
     * @param message what happened
     * @param advice what to do next; may be empty
     * @param log the technical cause, for the log only; may be empty
     */
    record Failed(FailureFamily family, String message, String advice, String log) implements Outcome {}
}
