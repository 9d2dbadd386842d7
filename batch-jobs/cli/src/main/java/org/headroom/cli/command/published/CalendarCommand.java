package org.headroom.cli.command.published;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.DayConverter;
import org.headroom.cli.option.JsonOption;
import org.headroom.cli.option.OutOption;
import org.headroom.cli.option.ProjectOption;
import org.headroom.cli.show.JsonLines;
import org.headroom.jobs.calendar.CalendarMaker;
import org.headroom.jobs.calendar.RunCalendar;
import org.headroom.ledger.calendar.Calendar;
import org.headroom.ledger.calendar.CalendarText;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunFolders;
import org.headroom.runs.file.Folders;
import org.headroom.runs.file.Json;
import org.headroom.runs.folder.RunRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells on which days to come something changes by itself. */
@Command(
        name = "calendar",
        header = "Tells on which days a verdict or the top of the list will change by itself.",
        description = {
            "What is on the books already: moratoria that end or begin, dates of studies and contracts, layers that become too"
                    + " old. Each day is ranked as a run of that day would be, from the layers and by the policy of a run;"
                    + " nothing is published. Printed is one line for each day on which something changes.",
            "Looked at are the sites in or near an area with a moratorium, and those near the top; --all looks at every site,"
                    + " which takes longer."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  headroom calendar                      a year from the latest run on",
            "  headroom calendar --until 2028-06-30   longer",
            "  headroom calendar --json | jq .days    for scripts"
        })
public final class CalendarCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ProjectOption project = new ProjectOption();

    @Mixin
    private OutOption out = new OutOption();

    @Option(
            names = "--run",
            paramLabel = "RUN",
            description = "The run to begin with, such as 2026-05-01-1. Default: the latest.")
    private @Nullable String name;

    @Option(
            names = "--until",
            paramLabel = "YYYY-MM-DD",
            converter = DayConverter.class,
            description = "The last day that is looked at. Default: a year after the date of the run.")
    private @Nullable LocalDate until;

    @Option(names = "--all", description = "Look at every site.")
    private boolean all;

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public CalendarCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        RunFolders folders = new RunFolders(out.folder());
        PublishedRun run = name == null ? folders.getLatest() : folders.get(name);
        LocalDate last = until == null ? run.day().plusYears(1) : until;
        if (!last.isAfter(run.day())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--until is " + last + "; it must be after " + run.day() + ", the date of run " + run.shownName());
        }
        Calendar calendar = make(run, last);
        if (json.isWanted()) {
            surroundings
                    .out()
                    .println(JsonLines.onOneLine(new String(Json.bytes(calendar), StandardCharsets.UTF_8), Map.of()));
        } else {
            CalendarText.lines(calendar).forEach(surroundings.out()::println);
            surroundings
                    .err()
                    .println("headroom: from run " + run.shownName() + " until " + last + ": "
                            + (calendar.days().isEmpty() ? "nothing changes by itself; " : "")
                            + "looked at were " + calendar.checked().text());
        }
        return ExitCode.DONE;
    }

    private Calendar make(PublishedRun run, LocalDate last) {
        RunRequest request = new RunRequest(
                project.file(surroundings),
                out.folder(),
                run.date(),
                Runtime.getRuntime().availableProcessors(),
                surroundings.pluginsFolder(),
                false,
                RunRequest.DEFAULT_BLOCK_SITES,
                null);
        try {
            Path scratch = Files.createTempDirectory("headroom-calendar");
            try {
                CalendarMaker.Depth depth = all ? CalendarMaker.Depth.ALL : CalendarMaker.Depth.CONCERNED;
                return RunCalendar.of(run, request, last, depth, scratch);
            } finally {
                Folders.delete(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
