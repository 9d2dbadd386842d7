package org.headroom.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.headroom.jobs.engine.BlockEngine;
import org.headroom.jobs.engine.Engines;
import org.headroom.jobs.engine.PartOrder;
import org.headroom.jobs.step.BlockRange;
import org.headroom.jobs.step.BlockStep;
import org.headroom.model.HeadroomException;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunFolders;
import org.headroom.runs.file.Digests;
import org.headroom.runs.folder.WorkFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nights whose sites are measured and scored by an engine, which does all that may become of a part; it works on threads of this process. */
class EngineTest {
    @TempDir
    Path folder;

    /** What an engine does with a part, and gives to the receiver. */
    private interface Doing {
        void part(byte[] order, String step, BlockRange part, BlockEngine.Receiver receiver) throws IOException;
    }

    private record Threads(Doing doing) implements BlockEngine {
        @Override
        public void prepare(byte[] request) {
            PartWorker.prepare(request);
        }

        @Override
        public Work begin(byte[] order, String step, List<BlockRange> parts, Receiver receiver) {
            List<BlockRange> shuffled = new ArrayList<>(parts);
            Collections.shuffle(shuffled, new Random(7));
            shuffled.forEach(part -> new Thread(() -> {
                        try {
                            doing.part(order, step, part, receiver);
                        } catch (IOException | RuntimeException e) {
                            receiver.failed(e);
                        }
                    })
                    .start());
            return () -> {};
        }

        @Override
        public void close() {}
    }

    private static byte[] attempt(byte[] order, String step, BlockRange part, String attempt) {
        return PartWorker.carryOut(order, step, part, step + "-" + part.first() + "-" + attempt);
    }

    private PublishedRun publish(String name, Doing doing) {
        TinyProject project = new TinyProject(folder.resolve(name));
        WorkFolder work = project.newRun();
        try (Engines.Use use = Engines.use(new Threads(doing))) {
            night(work);
        }
        return new RunFolders(project.out()).getLatest();
    }

    private static void night(WorkFolder work) {
        try (Night night = new Night(work)) {
            night.inputs().take();
            night.layersToLoad().forEach(night.layers()::load);
            night.collectCandidates();
            process(night, "measure");
            process(night, "score");
            night.rank();
            night.publish();
        }
    }

    private static void process(Night night, String step) {
        BlockStep blocks = night.blockStep(step);
        for (int block = blocks.blocks().count() - 1; block >= 0; block--) {
            blocks.process(block);
            assertThat(blocks.isSealed(block)).isTrue();
            blocks.done(List.of(block));
        }
    }

    private Map<String, String> inThisProcess() {
        TinyProject project = new TinyProject(folder.resolve("here"));
        night(project.newRun());
        return digests(new RunFolders(project.out()).getLatest());
    }

    private static Map<String, String> digests(PublishedRun run) {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(run.folder())) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> digests.put(run.folder().relativize(file).toString(), Digests.ofFile(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digests;
    }

    @Test
    void theSameBytesAsInOneProcess() {
        Map<String, String> here = inThisProcess();
        PublishedRun run =
                publish("once", (order, step, part, receiver) -> receiver.done(attempt(order, step, part, "1")));
        assertThat(digests(run)).isEqualTo(here);
    }

    /** An attempt that dies half way, two at once, and one that goes on when the part is taken. */
    @Test
    void deadDoubledAndLateAttemptsLeaveNoTrace() {
        Map<String, String> here = inThisProcess();
        PublishedRun run = publish("often", (order, step, part, receiver) -> {
            Path dead = PartOrder.of(order).session().resolve(step + "-" + part.first() + "-dead");
            WorkFolder.createForPart(dead);
            Files.write(dead.resolve("measurements").resolve(NorthModule.NORTH + ".col"), new byte[] {1, 2, 3});
            byte[] first = attempt(order, step, part, "1");
            byte[] second = attempt(order, step, part, "2");
            receiver.done(second);
            attempt(order, step, part, "3");
            assertThat(first).isNotEqualTo(second);
        });
        assertThat(digests(run)).isEqualTo(here);
    }

    /** As when a shared folder does not give what was written to it. */
    @Test
    void whatDoesNotArriveAsItWasWrittenIsMadeHere() {
        Map<String, String> here = inThisProcess();
        PublishedRun run = publish("damaged", (order, step, part, receiver) -> {
            byte[] result = attempt(order, step, part, "1");
            Path attempt = PartOrder.of(order).session().resolve(step + "-" + part.first() + "-1");
            try (Stream<Path> files = Files.walk(attempt)) {
                for (Path file : files.filter(path -> path.endsWith("scores.columns")
                                || path.startsWith(attempt.resolve("measurements")) && Files.isRegularFile(path))
                        .toList()) {
                    byte[] bytes = Files.readAllBytes(file);
                    bytes[bytes.length / 2] ^= 1;
                    Files.write(file, bytes);
                }
            }
            receiver.done(result);
        });
        assertThat(digests(run)).isEqualTo(here);
    }

    /** A module that fails at a site wherever it measures, and one that cannot be bound in another process only: that costs it the run. */
    @ParameterizedTest
    @ValueSource(strings = {"south", "bind"})
    void whatAModuleFailsToGiveIsTheSame(String where) {
        try {
            NorthModule.failsAt = where;
            Map<String, String> here = inThisProcess();
            NorthModule.failsAt = where.equals("bind") ? "" : where;
            PublishedRun run = publish("faulty", (order, step, part, receiver) -> {
                NorthModule.failsAt = where;
                receiver.done(attempt(order, step, part, "1"));
            });
            assertThat(digests(run)).isEqualTo(here);
        } finally {
            NorthModule.failsAt = "";
        }
    }

    /** The process dies when some parts are taken; the next one has only the others done. */
    /** A cluster takes seconds to begin, and a night on which nothing has changed needs none. */
    @Test
    void otherProcessesBeginWhileLayersAreRead() {
        AtomicBoolean isPrepared = new AtomicBoolean();
        BlockEngine engine = new BlockEngine() {
            @Override
            public void prepare(byte[] request) {
                isPrepared.set(true);
            }

            @Override
            public Work begin(byte[] order, String step, List<BlockRange> parts, Receiver receiver) {
                throw new AssertionError("no step was asked for");
            }

            @Override
            public void close() {}
        };
        TinyProject project = new TinyProject(folder.resolve("prepared"));
        try (Engines.Use use = Engines.use(engine);
                Night night = new Night(project.newRun())) {
            night.inputs().take();
            assertThat(isPrepared).isFalse();
            assertThat(night.layersToLoad()).isNotEmpty();
            assertThat(isPrepared).isTrue();
        }
    }

    @Test
    void aRunGoesOnWithWhatWasTaken() {
        Map<String, String> here = inThisProcess();
        TinyProject project = new TinyProject(folder.resolve("goes-on"));
        WorkFolder work = project.newRun();
        Doing some = (order, step, part, receiver) -> {
            if (part.first() == 1) {
                receiver.done(attempt(order, step, part, "1"));
            }
        };
        try (Engines.Use use = Engines.use(new Threads(some));
                Night night = new Night(work)) {
            night.inputs().take();
            night.collectCandidates();
            night.blockStep("measure").process(1);
        }
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        try (Engines.Use use = Engines.use(new Threads((order, step, part, receiver) -> {
                    if (step.equals("measure")) {
                        done.add(part.first());
                    }
                    receiver.done(attempt(order, step, part, "2"));
                }));
                Night night = new Night(work)) {
            process(night, "measure");
            process(night, "score");
            night.rank();
            night.publish();
        }
        assertThat(done).containsExactlyInAnyOrder(0, 2);
        assertThat(digests(new RunFolders(project.out()).getLatest())).isEqualTo(here);
        assertThat(work.attempts().toFile().list()).isNullOrEmpty();
    }

    @Test
    void aMachineThatSeesAnotherPolicyIsRefused() {
        AtomicBoolean isChanged = new AtomicBoolean();
        assertThatThrownBy(() -> publish("other", (order, step, part, receiver) -> {
                    // Parts are done at once, and none may see a file that is half written.
                    synchronized (isChanged) {
                        if (isChanged.compareAndSet(false, true)) {
                            new TinyProject(folder.resolve("other")).times(3);
                        }
                    }
                    receiver.done(attempt(order, step, part, "1"));
                }))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("sees other inputs than the run began with: policy");
    }

    @Test
    void aMachineThatDoesNotSeeTheFolderIsTold() {
        assertThatThrownBy(() -> publish("apart", (order, step, part, receiver) -> {
                    byte[] result = attempt(order, step, part, "1");
                    receiver.done(new String(result, StandardCharsets.UTF_8)
                            .replace("-1\"", "-elsewhere\"")
                            .getBytes(StandardCharsets.UTF_8));
                }))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("-elsewhere");
    }

    /** The driver removes what it has taken, so a name that leads elsewhere must not be followed. */
    @ParameterizedTest
    @ValueSource(strings = {"../../elsewhere", "/elsewhere", ".", ".."})
    void anAnswerThatLeadsOutOfTheFolderOfAttemptsIsRefused(String name) throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        String led = name.startsWith("/") ? elsewhere.toString() : name;
        assertThatThrownBy(() -> publish(
                        "led",
                        (order, step, part, receiver) -> receiver.done(("{\"part\":{\"first\":" + part.first()
                                        + ",\"end\":" + part.end() + "},\"attempt\":\"" + led + "\",\"failure\":null}")
                                .getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("is no name of an attempt");
        assertThat(elsewhere).exists();
    }

    /** As when a shared folder gives the end of a file twice. */
    @Test
    void aSiteThatIsPutInOrderTwiceIsTold() {
        assertThatThrownBy(() -> publish("twice", (order, step, part, receiver) -> {
                    byte[] result = attempt(order, step, part, "1");
                    if (step.equals("merge") && part.first() == 0) {
                        Path ranks = PartOrder.of(order).session().resolve(step + "-0-1/order.run");
                        byte[] sites = Files.readAllBytes(ranks);
                        Files.write(ranks, sites, StandardOpenOption.APPEND);
                    }
                    receiver.done(result);
                }))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("is not what is read there");
    }

    @Test
    void anEngineThatNobodyKnowsIsNamedWithTheWayToIt() {
        assertThatThrownBy(() -> Engines.use("spark://nowhere:7077"))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("no engine is installed that knows --engine spark://nowhere:7077");
    }
}
