package org.headroom.runs.verify;

import java.util.List;
import org.headroom.runs.PublishedRun;
import org.headroom.spi.ScoringModule;

/** A check of a run that is made by who made what it is about. */
public interface FurtherCheck {
    /**
     * Makes the check; called only for a run of which every file is as it was written.
     *
     * @param modules the installed modules
     */
    CheckResult check(PublishedRun run, List<? extends ScoringModule> modules);
}
