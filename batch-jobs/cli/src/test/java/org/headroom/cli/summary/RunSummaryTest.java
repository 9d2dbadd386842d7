package org.headroom.cli.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.headroom.ledger.Changes;
import org.headroom.ledger.Move;
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
        assertThat(Changes.of(run)).isEmpty();
        Files.writeString(run.folder().resolve("changes.json"), """
                {"format":1,"from":{"run":"2026-11-28-1","date":"2026-11-28","policy":"p 1"},
                 "to":{"run":"2026-11-29-1","date":"2026-11-29","policy":"p 1"},"topN":20,"order":[],
                 "counts":{"moved":214},"causes":[{"cause":"data","of":"queue","sites":120,"text":"data of layer queue (120 sites)"}],
                 "withoutEffect":[],
                 "entered":[{"site":"A","name":"","rankFrom":null,"rankTo":4,
                   "terms":[{"ranks":0,"score":0.1,"records":[],"text":"little"},{"ranks":-3,"score":0.0,"records":[],"text":"three fell"}]}],
                 "left":[{"site":"B","name":"Bee","rankFrom":3,"rankTo":21,"terms":[]}],"moved":[],"gates":[],"settled":[]}
                """);
        Changes changes = Changes.of(run).orElseThrow();
        assertThat(changes.from().date()).isEqualTo("2026-11-28");
        assertThat(changes.entered()).singleElement().satisfies(move -> {
            assertThat(move.site()).isEqualTo("A");
            assertThat(move.rankFrom()).isNull();
            assertThat(move.rankTo()).isEqualTo(4);
            assertThat(move.mainOfRank()).map(Move.Term::text).contains("three fell");
        });
        assertThat(changes.left()).singleElement().satisfies(move -> {
            assertThat(move.name()).isEqualTo("Bee");
            assertThat(move.rankTo()).isEqualTo(21);
        });
        assertThat(changes.counts().moved()).isEqualTo(214);
        assertThat(changes.notes()).isEmpty();
        Files.writeString(run.folder().resolve("changes.json"), "{\"format\":1,\"from\":null}");
        assertThatThrownBy(() -> Changes.of(run)).isInstanceOf(UncheckedIOException.class);
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
