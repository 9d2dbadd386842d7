package org.headroom.runs.folder;

import java.util.OptionalInt;

/**
 * Which old runs of a project stay. A run stays as long as either says so; a project that says nothing keeps all.
 *
 * @param runs so many of the newest; empty when the number keeps none
 * @param days those whose evaluation date lies less than so many days before that of the newest; empty when the age keeps none
 */
public record KeepSpec(OptionalInt runs, OptionalInt days) {
    /** Whether every run stays for ever. */
    public boolean isEverything() {
        return runs.isEmpty() && days.isEmpty();
    }

    /**
     * Whether a run stays.
     *
     * @param newer runs of the project that are newer
     * @param age days from its evaluation date to that of the newest
     */
    public boolean stays(int newer, long age) {
        return isEverything()
                || runs.isPresent() && newer < runs.getAsInt()
                || days.isPresent() && age < days.getAsInt();
    }
}
