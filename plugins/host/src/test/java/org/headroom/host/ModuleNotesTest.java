package org.headroom.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.headroom.model.Criterion;
import org.headroom.model.LayerKind;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.RecordNote;
import org.headroom.spi.ScoringModule;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemoryLayer;
import org.junit.jupiter.api.Test;

class ModuleNotesTest {
    private static final RecordNote NOTE = new RecordNote(
            MemoryLayer.of(LayerKind.ENERGY_PRICE, "prices").build(), 0, "salesMwh", "3 MWh", "too small");

    private static ModuleNotes ask(Supplier<List<RecordNote>> notes, ModuleLimits limits) {
        ScoringModule module = new ScoringModule() {
            @Override
            public String id() {
                return "probe";
            }

            @Override
            public List<Criterion> criteria() {
                return List.of();
            }

            @Override
            public Measurer bind(ModuleContext context) {
                throw new IllegalStateException("not asked for");
            }

            @Override
            public List<RecordNote> notes(ModuleContext context) {
                return notes.get();
            }
        };
        return ModuleNotes.of(
                new InstalledModule(module, "1", "test"),
                MemoryContext.builder().build(),
                limits);
    }

    @Test
    void notesGoThroughUntouched() {
        assertThat(ask(() -> List.of(NOTE), ModuleLimits.DEFAULT)).isEqualTo(new ModuleNotes(List.of(NOTE), ""));
    }

    @Test
    void aModuleThatThrowsCostsItsNotesOnly() {
        ModuleNotes told = ask(
                () -> {
                    throw new IllegalStateException("no such column");
                },
                ModuleLimits.DEFAULT);
        assertThat(told.notes()).isEmpty();
        assertThat(told.failure())
                .startsWith("the module failed to tell what it leaves out")
                .contains("no such column");
    }

    @Test
    void aModuleThatHangsIsLeft() {
        ModuleNotes told = ask(
                () -> {
                    try {
                        Thread.sleep(60_000);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return List.of(NOTE);
                },
                new ModuleLimits(Duration.ofMillis(20), Duration.ofMillis(20)));
        assertThat(told.notes()).isEmpty();
        assertThat(told.failure()).contains("limits.moduleBindSeconds");
    }
}
