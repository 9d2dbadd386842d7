package org.headroom.cli.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.headroom.runs.PublishedRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of the files that other steps leave in a run, and what is said where they left none. */
class RunSummaryTest {
    @TempDir
    Path folder;

    private PublishedRun run() throws Exception {
        return new PublishedRun(Files.createDirectories(folder.resolve("2026-11-29-1")));
    }

    @Test
    void changesAreThoseOfTheList() throws Exception {
        PublishedRun run = run();
        assertThat(Changes.find(run)).isEmpty();
        Files.writeString(run.folder().resolve("changes.json"), """
                {"format":1,"from":{"run":"2026-11-28-1","date":"2026-11-28","policy":"p 1"},"topN":20,
                 "counts":{"moved":214},"causes":[{"cause":"data","of":"queue","sites":120,"text":"data of layer queue (120 sites)"}],
                 "entered":[{"site":"A","name":null,"rankFrom":null,"rankTo":4,
                   "terms":[{"ranks":0,"score":0.1,"text":"little"},{"ranks":-3,"score":0.0,"text":"three fell"}]}],
                 "left":[{"site":"B","name":"Bee","rankFrom":3,"rankTo":21,"terms":[]}]}
                """);
        Changes changes = Changes.find(run).orElseThrow();
        assertThat(changes.since()).isEqualTo("2026-11-28");
        assertThat(changes.entered()).containsExactly(new Changes.Move("A", "A", "none to 4", "three fell"));
        assertThat(changes.left()).containsExactly(new Changes.Move("B", "Bee", "3 to 21", ""));
        assertThat(changes.moved()).isEqualTo(214);
        Files.writeString(run.folder().resolve("changes.json"), "{\"format\":1,\"from\":null}");
        assertThat(Changes.find(run)).isEmpty();
    }

    @Test
    void theFirstDayOnWhichSomethingHappensComesUp() throws Exception {
        PublishedRun run = run();
        assertThat(ComingUp.find(run)).isEmpty();
        Files.writeString(run.folder().resolve("calendar.json"), """
                {"format":1,"days":[{"date":"2027-01-01","events":[]},
                 {"date":"2027-07-01","events":[{"text":"a moratorium ends"},{"text":"another"}]}]}
                """);
        assertThat(ComingUp.find(run).orElseThrow().line())
                .isEqualTo("2027-07-01  a moratorium ends; and 1 more on that day");
    }
}
