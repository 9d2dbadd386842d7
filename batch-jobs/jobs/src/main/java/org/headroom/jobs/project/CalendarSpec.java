package org.headroom.jobs.project;

/**
 * What a night looks at to tell what comes up.
 *
 * @param days so many days after its evaluation date; 0 for none
 * @param mostSites with more sites than this, gates are left to who asks for them
 */
public record CalendarSpec(int days, int mostSites) {
    /** What holds for a project that says nothing. */
    public static final CalendarSpec USUAL = new CalendarSpec(365, 100_000);
}
