package org.headroom.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.headroom.model.Criterion;
import org.headroom.model.DataIssue;
import org.headroom.model.Direction;
import org.headroom.model.EvidenceClass;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ScoringModule;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemorySites;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class GuardedMeasurerTest {
    private static final MeasurementBlock NOTHING = new MeasurementBlock(List.of(), 1);

    private static final ModuleLimits SHORT = new ModuleLimits(Duration.ofMillis(200), Duration.ofMillis(200));
    private static final CompletableFuture<Boolean> FOREVER = new CompletableFuture<>();

    private final FaultLog log = new FaultLog(2);

    /** Sites s0, s1 ... at longitudes 0, 1 ... */
    private static MemorySites sites(int count) {
        MemorySites.Builder sites = MemorySites.builder();
        IntStream.range(0, count).forEach(i -> sites.greenfield("s" + i, i, 0));
        return sites.build();
    }

    private static InstalledModule module(Measurer measurer) {
        ScoringModule module = new ScoringModule() {
            @Override
            public String id() {
                return "probe";
            }

            @Override
            public List<Criterion> criteria() {
                return List.of(
                        Criterion.number("firstMw", "F", "MW", Direction.HIGHER_IS_BETTER, 0, 10, "D", "S"),
                        Criterion.category("second", "S", List.of("A", "B", "C"), "D", "S"));
            }

            @Override
            public Measurer bind(ModuleContext context) {
                return measurer;
            }
        };
        return new InstalledModule(module, "1", "test");
    }

    private MeasurementBlock measure(Measurer measurer, MemorySites sites) {
        MeasurementBlock block = new MeasurementBlock(List.of("firstMw", "second"), sites.size());
        GuardedMeasurer.bind(module(measurer), MemoryContext.builder().build(), ModuleLimits.DEFAULT, log)
                .measure(sites, block);
        return block;
    }

    @Test
    void goodValuesGoThroughUntouched() {
        MeasurementBlock block = measure(
                (sites, out) -> {
                    out.column("firstMw").setInterval(0, 0, 10, EvidenceClass.OBSERVED);
                    out.column("second").setUnknown(0, UnknownReason.NOT_CHECKED);
                },
                sites(1));
        assertThat(block.column("firstMw").upper(0)).isEqualTo(10);
        assertThat(block.column("second").reason(0)).isEqualTo(UnknownReason.NOT_CHECKED);
        assertThat(log.count()).isZero();
    }

    @Test
    void badValuesCostTheirOwnCriterionAtTheirOwnSite() {
        double[] values = {5, Double.NaN, -0.1, 10.5, Double.POSITIVE_INFINITY};
        MeasurementBlock block = measure(
                (sites, out) -> {
                    for (int site = 0; site < sites.size(); site++) {
                        out.column("firstMw").set(site, values[site], EvidenceClass.DERIVED);
                        out.column("second").set(site, site == 3 ? 0.5 : 1, EvidenceClass.DERIVED);
                    }
                },
                sites(5));
        assertThat(block.column("firstMw").lower(0)).isEqualTo(5);
        for (int site = 1; site < 5; site++) {
            assertThat(block.column("firstMw").isKnown(site)).isFalse();
            assertThat(block.column("firstMw").reason(site)).isEqualTo(UnknownReason.MODULE_FAILED);
        }
        assertThat(block.column("second").isKnown(2)).isTrue();
        assertThat(block.column("second").reason(3)).isEqualTo(UnknownReason.MODULE_FAILED);
        assertThat(log.counts())
                .containsExactly(
                        new FaultLog.FaultCount("probe", "firstMw", 4), new FaultLog.FaultCount("probe", "second", 1));
        assertThat(log.kept()).extracting(ModuleFault::siteId).containsExactly("s1", "s2", "s3");
        assertThat(log.kept().get(1).value()).isEqualTo("-0.1");
        assertThat(log.kept().get(1).reason()).isEqualTo("the module left its declared range of 0.0 to 10.0 MW");
        DataIssue issue = log.kept().get(1).toIssue();
        assertThat(issue.layer()).isEqualTo("plugin:probe");
        assertThat(issue.recordId()).isEqualTo("s2");
        assertThat(issue.field()).isEqualTo("firstMw");
        assertThat(issue.longitude()).isEqualTo(2);
    }

    @Test
    void boundsInTheWrongOrderAndSilenceAreFaults() {
        MeasurementBlock block =
                measure((sites, out) -> out.column("firstMw").setInterval(0, 3, 2, EvidenceClass.DERIVED), sites(1));
        assertThat(block.column("firstMw").isKnown(0)).isFalse();
        assertThat(log.kept())
                .extracting(ModuleFault::reason)
                .containsExactly("the module gave bounds in the wrong order", "the module wrote nothing");
    }

    private static final Measurer THROWS_AT_THREE = (sites, out) -> {
        for (int site = 0; site < sites.size(); site++) {
            if (sites.siteId(site).equals("s3")) {
                throw new IllegalStateException("three");
            }
            out.column("firstMw").set(site, sites.longitudes()[site] / 2, EvidenceClass.DERIVED);
            out.column("second").set(site, 1, EvidenceClass.DERIVED);
        }
    };

    @Test
    void aThrowCostsTheSiteItHappensAt() {
        MeasurementBlock block = measure(THROWS_AT_THREE, sites(6));
        for (int site = 0; site < 6; site++) {
            assertThat(block.column("firstMw").isKnown(site)).isEqualTo(site != 3);
            assertThat(block.column("second").isKnown(site)).isEqualTo(site != 3);
        }
        assertThat(block.column("firstMw").lower(5)).isEqualTo(2.5);
        assertThat(log.count()).isEqualTo(2);
        assertThat(log.kept().get(0).reason()).isEqualTo("the module failed: IllegalStateException: three");
    }

    @Test
    void theBlockDoesNotMatterForAThrow() {
        measure(THROWS_AT_THREE, sites(6).select(3, 4));
        measure(THROWS_AT_THREE, sites(6).select(0, 1, 2));
        FaultLog other = new FaultLog(2);
        MemorySites all = sites(6);
        GuardedMeasurer.bind(module(THROWS_AT_THREE), MemoryContext.builder().build(), ModuleLimits.DEFAULT, other)
                .measure(all, new MeasurementBlock(List.of("firstMw", "second"), 6));
        assertThat(log.kept()).isEqualTo(other.kept());
    }

    @Test
    void whatIsKeptDoesNotDependOnTheOrder() {
        measure((sites, out) -> {}, sites(5).select(4, 2, 0, 3, 1));
        assertThat(log.count()).isEqualTo(10);
        assertThat(log.kept()).extracting(ModuleFault::siteId).containsExactly("s0", "s1", "s0", "s1");
    }

    @Test
    void aModuleThatCannotBindCostsItsCriteriaOnly() {
        ScoringModule broken = new ScoringModule() {
            @Override
            public String id() {
                return "broken";
            }

            @Override
            public List<Criterion> criteria() {
                return module((sites, out) -> {}).module().criteria();
            }

            @Override
            public Measurer bind(ModuleContext context) {
                throw new NoClassDefFoundError("x/Y");
            }
        };
        GuardedMeasurer guarded = GuardedMeasurer.bind(
                new InstalledModule(broken, "1", "test"),
                MemoryContext.builder().build(),
                ModuleLimits.DEFAULT,
                log);
        MeasurementBlock block = new MeasurementBlock(List.of("firstMw", "second"), 1);
        guarded.measure(sites(1), block);
        assertThat(guarded.isBound()).isFalse();
        assertThat(block.column("firstMw").reason(0)).isEqualTo(UnknownReason.MODULE_FAILED);
        assertThat(log.count()).isEqualTo(2);
        assertThat(log.kept().get(0).reason()).contains("NoClassDefFoundError: x/Y");
    }

    @Test
    void aModuleMayRefuseThePolicy() {
        HeadroomException refusal = new HeadroomException(FailureFamily.POLICY, "parameter x is y", "");
        ScoringModule strict = new ScoringModule() {
            @Override
            public String id() {
                return "strict";
            }

            @Override
            public List<Criterion> criteria() {
                return module((sites, out) -> {}).module().criteria();
            }

            @Override
            public Measurer bind(ModuleContext context) {
                throw refusal;
            }
        };
        assertThatThrownBy(() -> GuardedMeasurer.bind(
                        new InstalledModule(strict, "1", "test"),
                        MemoryContext.builder().build(),
                        ModuleLimits.DEFAULT,
                        log))
                .isSameAs(refusal);
    }

    @Test
    void aModuleThatNeverEndsItsBindingIsGivenUp() {
        ScoringModule endless = new ScoringModule() {
            @Override
            public String id() {
                return "endless";
            }

            @Override
            public List<Criterion> criteria() {
                return module((sites, out) -> {}).module().criteria();
            }

            @Override
            public Measurer bind(ModuleContext context) {
                return spin();
            }
        };
        GuardedMeasurer guarded = GuardedMeasurer.bind(
                new InstalledModule(endless, "1", "test"),
                MemoryContext.builder().build(),
                SHORT,
                log);
        assertThat(guarded.isBound()).isFalse();
        assertThat(log.kept()).extracting(ModuleFault::criterionId).containsExactly("firstMw", "second");
        assertThat(log.kept().get(0).reason()).contains("0.2 s of limits.moduleBindSeconds");
    }

    @Test
    void aModuleThatHangsInABlockIsGivenUpAndTheOthersGoOn() {
        Measurer good = (sites, out) -> {
            for (int i = 0; i < sites.size(); i++) {
                out.column("firstMw").set(i, 7, EvidenceClass.DERIVED);
                out.column("second").set(i, 1, EvidenceClass.DERIVED);
            }
        };
        // It fails at site 0 in every block before it hangs, so that its earlier faults have to go.
        Measurer hangs = (sites, out) -> {
            if (sites.siteId(0).equals("s3")) {
                spin();
            }
            out.column("firstMw").set(0, Double.POSITIVE_INFINITY, EvidenceClass.DERIVED);
        };
        List<GuardedMeasurer> modules = List.of(guarded(hangs), guarded(good));
        MemorySites all = sites(6);
        WatchedMeasuring watched = new WatchedMeasuring(modules, 3, SHORT);
        watched.measure(() -> all.select(0, 1, 2), NOTHING);
        assertThat(modules.get(0).isBound()).isTrue();
        for (int[] next : new int[][] {{3, 4, 5}, {0, 1, 2}}) {
            List<MeasurementBlock> measured = watched.measure(() -> all.select(next), NOTHING);
            assertThat(measured.get(0).column("firstMw").reason(0)).isEqualTo(UnknownReason.MODULE_FAILED);
            assertThat(measured.get(1).column("firstMw").lower(2)).isEqualTo(7);
        }
        assertThat(modules.get(0).isBound()).isFalse();
        assertThat(modules.get(1).isBound()).isTrue();
        assertThat(log.kept()).hasSize(2).allSatisfy(fault -> {
            assertThat(fault.isOfWholeModule()).isTrue();
            assertThat(fault.reason()).contains("0.2 s of limits.moduleBlockSeconds");
        });
    }

    @Test
    void aModuleReadsWhatItNamesOfWhatWasMeasuredBefore() {
        Measurer reads = (sites, out) -> {
            if (sites.size() > 1) {
                throw new IllegalStateException("site by site, please");
            }
            double now = Objects.requireNonNull(sites.measured("firstMw")).lower(0);
            double earlier = Objects.requireNonNull(sites.measured("long ago")).lower(0);
            out.column("sum").set(0, now + earlier, EvidenceClass.DERIVED);
            out.column("none").set(0, sites.measured("never") == null ? 1 : 0, EvidenceClass.DERIVED);
            assertThatThrownBy(() -> sites.measured("second")).hasMessageContaining("none of the module's inputs");
        };
        Measurer first = (sites, out) -> {
            for (int site = 0; site < sites.size(); site++) {
                out.column("firstMw").set(site, sites.longitudes()[site], EvidenceClass.DERIVED);
            }
        };
        MeasurementBlock earlier = new MeasurementBlock(List.of("long ago"), 3);
        for (int site = 0; site < 3; site++) {
            earlier.column("long ago").set(site, 10 * site, EvidenceClass.REPORTED);
        }
        GuardedMeasurer reader = GuardedMeasurer.bind(
                new InstalledModule(new Reader(reads), "1", "test"),
                MemoryContext.builder().build(),
                SHORT,
                log);
        WatchedMeasuring watched = new WatchedMeasuring(List.of(guarded(first), reader), 3, SHORT);
        MeasurementBlock sums = watched.measure(() -> sites(3), earlier).get(1);
        assertThat(sums.column("sum").lower(2)).isEqualTo(22);
        assertThat(sums.column("none").lower(2)).isEqualTo(1);
    }

    private record Reader(Measurer measurer) implements ScoringModule {
        @Override
        public String id() {
            return "reader";
        }

        @Override
        public List<Criterion> criteria() {
            return List.of(
                    Criterion.number("sum", "S", "MW", Direction.HIGHER_IS_BETTER, 0, 100, "D", "S"),
                    Criterion.number("none", "N", "1", Direction.HIGHER_IS_BETTER, 0, 1, "D", "S"));
        }

        @Override
        public List<String> inputs(String criterionId) {
            return List.of("firstMw", "long ago", "never");
        }

        @Override
        public Measurer bind(ModuleContext context) {
            return measurer;
        }
    }

    private GuardedMeasurer guarded(Measurer measurer) {
        return GuardedMeasurer.bind(module(measurer), MemoryContext.builder().build(), SHORT, log);
    }

    /** Never ends, and takes no notice of an interruption. */
    private static Measurer spin() {
        while (!FOREVER.isDone()) {
            Thread.onSpinWait();
        }
        return (sites, out) -> {};
    }

    @AfterAll
    static void letThemEnd() {
        FOREVER.complete(true);
    }
}
