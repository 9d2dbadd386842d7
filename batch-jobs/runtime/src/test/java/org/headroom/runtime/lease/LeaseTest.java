package org.headroom.runtime.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.headroom.model.HeadroomException;
import org.headroom.runtime.Holder;
import org.headroom.runtime.OutputBusyException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LeaseTest {
    @TempDir
    Path folder;

    private Path output;

    @BeforeEach
    void output() {
        output = folder.resolve("runs");
    }

    @Test
    void namesItsHolderAndLeavesNothingWhenGivenBack() throws Exception {
        assertThat(Lease.isHeld(output)).isFalse();
        try (Lease lease = Lease.take(output, Clock.systemUTC())) {
            lease.settled();
            assertThat(lease.predecessor()).isEmpty();
            assertThat(Holder.parse(Files.readString(output.resolve(".jobs/lease"))))
                    .hasValue(lease.holder());
            assertThat(lease.holder().pid()).isEqualTo(ProcessHandle.current().pid());
        }
        assertThat(output.resolve(".jobs/lease")).isEmptyFile();
        assertThat(Lease.isHeld(output)).isFalse();
        try (Lease next = Lease.take(output, Clock.systemUTC())) {
            assertThat(next.predecessor()).isEmpty();
        }
    }

    @Test
    void isHeldOnceInAProcess() {
        try (Lease lease = Lease.take(output, Clock.systemUTC())) {
            assertThat(Lease.isHeld(output)).isTrue();
            assertThatThrownBy(() -> Lease.take(output, Clock.systemUTC()))
                    .isInstanceOf(OutputBusyException.class)
                    .hasMessageContaining(lease.holder().toString());
        }
        Lease.take(output, Clock.systemUTC()).close();
    }

    @Test
    void isTakenFromADeadProcessThatIsNamed() throws Exception {
        Process holder = Contender.launch(output, folder, "holder", 1);
        try {
            Files.writeString(folder.resolve("go-0"), "");
            waitFor(holder, folder.resolve("holder-0"));
            assertThat(Lease.isHeld(output)).isTrue();
            assertThatThrownBy(() -> Lease.take(output, Clock.systemUTC()))
                    .isInstanceOf(OutputBusyException.class)
                    .hasMessageContaining("process " + holder.pid() + " on ");
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertThat(Lease.isHeld(output)).isFalse();
        try (Lease lease = Lease.take(output, Clock.systemUTC())) {
            assertThat(lease.predecessor().orElseThrow().pid()).isEqualTo(holder.pid());
        }
        // What was not settled is still the dead one's.
        try (Lease lease = Lease.take(output, Clock.systemUTC())) {
            assertThat(lease.predecessor().orElseThrow().pid()).isEqualTo(holder.pid());
            lease.settled();
        }
        try (Lease lease = Lease.take(output, Clock.systemUTC())) {
            assertThat(lease.predecessor()).isEmpty();
        }
    }

    @Test
    void isNotMisledByANumberThatALivingProcessHasNow() throws Exception {
        Holder reused = new Holder(
                ProcessHandle.current().pid(),
                "here",
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2026-01-01T00:00:01Z"));
        Files.createDirectories(output.resolve(".jobs"));
        Files.writeString(output.resolve(".jobs/lease"), reused + "\n");
        assertThat(Lease.isHeld(output)).isFalse();
        try (Lease lease = Lease.take(output, Clock.systemUTC())) {
            assertThat(lease.predecessor()).hasValue(reused);
        }
    }

    @Test
    void bearsAFileThatAPowerCutHasSpoiled() throws Exception {
        Files.createDirectories(output.resolve(".jobs"));
        Files.write(output.resolve(".jobs/lease"), new byte[5000]);
        try (Lease lease = Lease.take(output, Clock.systemUTC())) {
            assertThat(lease.predecessor()).isEmpty();
        }
    }

    @Test
    void saysWhenTheFolderCannotBeMade() throws Exception {
        Files.writeString(output, "a file");
        assertThatThrownBy(() -> Lease.take(output, Clock.systemUTC()))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining(output.toString());
    }

    @Test
    void exactlyOneOfSeveralThatStartAtOnceHasIt() throws Exception {
        int rounds = 40;
        List<Process> contenders = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                contenders.add(Contender.launch(output, folder, "contender" + i, rounds));
            }
            for (int round = 0; round < rounds; round++) {
                Files.writeString(folder.resolve("go-" + round), "");
                List<String> came = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    Path told = folder.resolve("contender" + i + "-" + round);
                    waitFor(contenders.get(i), told);
                    came.add(Files.readString(told));
                }
                List<String> taken =
                        came.stream().filter(text -> text.startsWith("taken")).toList();
                assertThat(taken).as("round " + round + ": " + came).hasSize(1);
                String pid = taken.get(0).replaceAll("\\D", "");
                assertThat(came)
                        .filteredOn(text -> text.startsWith("busy"))
                        .allMatch(text -> text.contains("process " + pid + " on "), "names process " + pid);
                Files.writeString(folder.resolve("end-" + round), "");
                // Else who is quick would still find it held for the round before.
                while (!Files.exists(folder.resolve("free-" + round))) {
                    assertThat(contenders).allMatch(contender -> contender.isAlive() || contender.exitValue() == 0);
                    Thread.sleep(1);
                }
            }
            for (Process contender : contenders) {
                assertThat(contender.waitFor()).isZero();
            }
        } finally {
            contenders.forEach(Process::destroyForcibly);
        }
    }

    @Test
    void lookingAtItIsNotInTheWayOfWhoTakesIt() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        int rounds = 200;
        for (int round = 0; round < rounds; round++) {
            Files.writeString(folder.resolve("go-" + round), "");
            Files.writeString(folder.resolve("end-" + round), "");
        }
        Thread reader = new Thread(() -> {
            while (!enough.get()) {
                Lease.isHeld(output);
            }
        });
        reader.start();
        Process taker = Contender.launch(output, folder, "taker", rounds);
        try {
            assertThat(taker.waitFor())
                    .as(Files.readString(folder.resolve("taker.log")))
                    .isZero();
        } finally {
            enough.set(true);
            taker.destroyForcibly();
            reader.join();
        }
        for (int round = 0; round < rounds; round++) {
            assertThat(folder.resolve("taker-" + round)).content().startsWith("taken");
        }
    }

    private static void waitFor(Process process, Path file) throws Exception {
        while (!Files.exists(file)) {
            assertThat(process.isAlive()).as("the process is alive").isTrue();
            Thread.sleep(1);
        }
    }
}
