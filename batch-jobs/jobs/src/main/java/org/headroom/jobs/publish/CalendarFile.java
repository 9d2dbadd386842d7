package org.headroom.jobs.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.headroom.host.InstalledModule;
import org.headroom.jobs.calendar.CalendarMaker;
import org.headroom.jobs.calendar.CalendarMaker.Depth;
import org.headroom.jobs.load.LayerSet;
import org.headroom.jobs.measure.MeasurementPlan;
import org.headroom.jobs.project.CalendarSpec;
import org.headroom.jobs.project.Project;
import org.headroom.ledger.calendar.Calendar;
import org.headroom.model.HeadroomException;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.CandidateReport;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.file.Folders;
import org.headroom.runs.file.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what comes up by itself, as far as a night has time to look; nothing where the project wants none. */
record CalendarFile(
        Project project,
        Policy policy,
        MeasurementPlan plan,
        List<InstalledModule> modules,
        LayerSet layers,
        LocalDate date) {
    private static final Logger LOG = LoggerFactory.getLogger(CalendarFile.class);

    /**
     * Writes {@code calendar.json}. What stands in its way costs this file, never the night.
     *
     * @param folder the run, which is not shown yet
     * @param explanations its columns
     * @param scratch a folder that is made, and deleted at the end
     */
    void write(Path folder, ExplanationFiles explanations, CandidateReport candidates, Path scratch)
            throws IOException {
        CalendarSpec wanted = project.calendar();
        if (wanted.days() == 0) {
            return;
        }
        long sites = candidates.sources().stream()
                .mapToLong(source -> source.sites())
                .sum();
        try {
            Files.createDirectories(scratch);
            List<InstalledModule> measuring = plan.modules(InstalledModule.declaring(modules, policy.declared()));
            Calendar calendar = new CalendarMaker(project, policy, measuring, plan, layers, explanations, date, scratch)
                    .make(date.plusDays(wanted.days()), sites > wanted.mostSites() ? Depth.LAYERS : Depth.GATES);
            Json.write(folder.resolve(Calendar.FILE), calendar);
        } catch (HeadroomException e) {
            LOG.warn("what comes up by itself is not told: {}", e.getMessage());
            Files.deleteIfExists(folder.resolve(Calendar.FILE));
        } catch (RuntimeException e) {
            LOG.warn("what comes up by itself is not told, as looking at the days to come failed");
            LOG.debug("the calendar failed", e);
            Files.deleteIfExists(folder.resolve(Calendar.FILE));
        } finally {
            Folders.delete(scratch);
        }
    }
}
