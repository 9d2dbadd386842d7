package org.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code rules watch}, with files saved as editors save them. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class RulesWatchTest {
    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final AtomicInteger exit = new AtomicInteger(-1);
    private PolicyFolderCopy policy = new PolicyFolderCopy(Path.of(""));
    private Thread watching = new Thread();

    @BeforeEach
    void watch() throws Exception {
        policy = PolicyFolderCopy.in(temp.resolve("policy"));
        Program program = new Program(CommandRun.surroundings(PolicyFolderCopy.HOME, out, err));
        watching = new Thread(
                () -> exit.set(program.run("rules", "watch", policy.folder().toString())));
        watching.start();
        awaitLooks(1);
    }

    @AfterEach
    void interruptionEndsIt() throws InterruptedException {
        watching.interrupt();
        watching.join();
        assertThat(exit).hasValue(0);
    }

    private List<String> looks() {
        return out.toString()
                .lines()
                .filter(line -> line.startsWith("12:00:00 "))
                .toList();
    }

    /** The test's own timeout ends it when they never come. */
    private String awaitLooks(int count) throws InterruptedException {
        while (looks().size() < count) {
            assertThat(watching.isAlive()).as(err.toString()).isTrue();
            Thread.sleep(20);
        }
        return looks().get(count - 1);
    }

    @Test
    void everySaveIsLookedAt() throws Exception {
        assertThat(looks().get(0)).startsWith("12:00:00 good: 0 errors, 0 warnings; ");
        String gates = policy.read("drl/gates.drl");

        policy.edit("drl/gates.drl", text -> text.replace("nominalVoltageKv", "nominalVoltage"));
        assertThat(awaitLooks(2)).startsWith("12:00:00 BAD: 1 error").endsWith("; no example was run");
        assertThat(out.toString()).contains("drl/gates.drl:30:14: ", "did you mean \"nominalVoltageKv\"?");

        // Saved as editors do that write a new file and give it the old one's name.
        Path fresh = Files.writeString(policy.folder().resolve("drl/.gates.drl.new"), gates);
        Files.move(
                fresh,
                policy.folder().resolve("drl/gates.drl"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
        assertThat(awaitLooks(3)).startsWith("12:00:00 good: ");

        policy.edit("spec/tiers.spec.yaml", text -> text.replace("tier: 1}", "tier: 2}"));
        assertThat(awaitLooks(4)).startsWith("12:00:00 BAD: 0 errors").contains(" 2 failed");
        assertThat(out.toString()).contains("expected 2, got 1");
    }

    @Test
    void savesAtOnceAreOneLookAndWhatIsNoChangeIsNone() throws Exception {
        String cooling = policy.read("criteria/cooling.yaml");
        Files.writeString(policy.folder().resolve("criteria/cooling.yaml"), cooling);
        Files.writeString(policy.folder().resolve("criteria/.cooling.yaml.swp"), "x");
        Files.writeString(policy.folder().resolve("criteria/cooling.yaml~"), cooling);
        policy.edit("criteria/cooling.yaml", text -> text.replace("weight: 0.02", "weight: 0.01"));
        policy.edit("criteria/energy-price.yaml", text -> text.replace("weight: 0.16", "weight: 0.17"));
        policy.edit("policy.yaml", text -> text + "\n");
        assertThat(awaitLooks(2)).startsWith("12:00:00 ");
        // Longer than it takes to look for what the system did not tell of.
        Thread.sleep(3_000);
        assertThat(looks()).hasSize(2);
    }

    @Test
    void aPolicyThatCannotBeReadAtAllIsToldAndWatchedOn() throws Exception {
        Path file = policy.folder().resolve("policy.yaml");
        String text = Files.readString(file);
        Files.delete(file);
        assertThat(awaitLooks(2)).contains("BAD: there is no policy.yaml");
        Files.writeString(file, text);
        assertThat(awaitLooks(3)).startsWith("12:00:00 good: ");
    }
}
