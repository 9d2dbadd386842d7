package org.headroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.headroom.model.Criterion;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.PointIndex;
import org.headroom.spi.ScoringModule;
import org.headroom.spi.SiteBlock;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The contract holds for a good module, and each clause refuses a module that breaks it. */
class ScoringModuleContractTest {
    private static ModuleContext probeContext() {
        return MemoryContext.builder()
                .number("reachKm", 500)
                .number("undeclared", 1)
                .layer(MemoryLayer.of(LayerKind.GRID_CAPACITY, "substations")
                        .evidence(EvidenceClass.OBSERVED)
                        .point("S1", -100, 40, Map.of("nominalVoltageKv", 345.0))
                        .point("S2", 179.9, 51, Map.of("nominalVoltageKv", 115.0))
                        .build())
                .build();
    }

    private static ScoringModuleContract contract(ScoringModule module) {
        return new ScoringModuleContract() {
            @Override
            protected ScoringModule module() {
                return module;
            }

            @Override
            protected ModuleContext context() {
                return probeContext();
            }
        };
    }

    @Nested
    class GoodModule extends ScoringModuleContract {
        @Override
        protected ScoringModule module() {
            return new ProbeModule();
        }

        @Override
        protected ModuleContext context() {
            return probeContext();
        }
    }

    @Test
    void aModuleWithoutServiceFileIsNotFound() {
        assertThatThrownBy(() -> contract(new ProbeModule() {}).isFoundByServiceLoader())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("META-INF/services/org.headroom.spi.ScoringModule does not name");
    }

    @Test
    void aParameterThatIsNeverReadIsNamed() {
        ScoringModule module = new ProbeModule() {
            @Override
            public List<ParameterSpec> parameters() {
                List<ParameterSpec> specs = new ArrayList<>(super.parameters());
                specs.add(ParameterSpec.number("undeclared", "1", 0, 1, "Never read."));
                return specs;
            }
        };
        assertThatThrownBy(() -> contract(module).readsEveryDeclaredParameter()).hasMessageContaining("undeclared");
    }

    @Test
    void anUndeclaredParameterIsRefused() {
        ScoringModule module = new ProbeModule() {
            @Override
            public Measurer bind(ModuleContext context) {
                context.parameters().number("undeclared");
                return super.bind(context);
            }
        };
        assertThatThrownBy(() -> contract(module).readsDeclaredParametersOnly()).hasMessageContaining("undeclared");
    }

    /** What is written for one site. */
    private interface Writing {
        void write(SiteBlock sites, MeasurementColumn column, FeatureLayer layer, int site);
    }

    /** A probe whose measuring is replaced. */
    private static ScoringModule measuring(Writing writing) {
        return new ProbeModule() {
            @Override
            void measure(SiteBlock sites, MeasurementBlock out, FeatureLayer layer, PointIndex points, double reach) {
                for (int site = 0; site < sites.size(); site++) {
                    writing.write(sites, out.column("probeKm"), layer, site);
                }
            }
        };
    }

    @Test
    void nanAndValuesOutOfRangeAndSilenceAreRefused() {
        for (double value : new double[] {Double.NaN, -1, 20_041, Double.POSITIVE_INFINITY}) {
            ScoringModule module =
                    measuring((sites, column, layer, site) -> column.set(site, value, EvidenceClass.DERIVED));
            assertThatThrownBy(() -> contract(module).writesEveryCriterionOfEverySite())
                    .as("value " + value)
                    .isInstanceOf(AssertionError.class);
        }
        ScoringModule silent = measuring((sites, column, layer, site) -> {});
        assertThatThrownBy(() -> contract(silent).writesEveryCriterionOfEverySite())
                .hasMessageContaining("nothing was written");
    }

    @Test
    void aResultThatDependsOnTheBlockIsRefused() {
        ScoringModule module =
                measuring((sites, column, layer, site) -> column.set(site, sites.size(), EvidenceClass.DERIVED));
        assertThatThrownBy(() -> contract(module).resultsDependOnTheSiteAlone()).hasMessageContaining("blocks of 1");
    }

    @Test
    void aFieldOfTheModuleUsedAsScratchIsRefused() {
        double[] last = new double[1];
        ScoringModule module =
                measuring((sites, column, layer, site) -> column.set(site, ++last[0] % 7, EvidenceClass.DERIVED));
        assertThatThrownBy(() -> contract(module).resultsDependOnTheSiteAlone()).isInstanceOf(AssertionError.class);
    }

    @Test
    void zeroInPlaceOfAMissingLayerIsRefused() {
        ScoringModule module = new ProbeModule() {
            @Override
            public Measurer bind(ModuleContext context) {
                if (!context.featureLayers(LayerKind.GRID_CAPACITY).isEmpty()) {
                    return super.bind(context);
                }
                context.parameters().number("reachKm");
                return (sites, out) -> {
                    for (int site = 0; site < sites.size(); site++) {
                        out.column("probeKm").set(site, 0, EvidenceClass.DERIVED);
                    }
                };
            }
        };
        assertThatThrownBy(() -> contract(module).withoutOptionalLayersSaysNoLayer())
                .hasMessageContaining("NO_LAYER");
        assertThatThrownBy(() -> contract(module).aMissingKindOfLayerIsNeverZero())
                .hasMessageContaining("became zero");
    }

    @Test
    void evidenceAboveTheLayersIsRefused() {
        ScoringModule module =
                measuring((sites, column, layer, site) -> column.set(site, 1, EvidenceClass.REPORTED, layer, 0));
        assertThatThrownBy(() -> contract(module).writesEveryCriterionOfEverySite())
                .hasMessageContaining("stronger than OBSERVED");
        assertThatThrownBy(() -> contract(module).evidenceIsNeverStrongerThanTheLayers())
                .hasMessageContaining("FALLBACK only");
    }

    @Test
    void theDefaultLocaleMustNotMatter() {
        ScoringModule module = measuring((sites, column, layer, site) ->
                column.set(site, "TITLE".toLowerCase().equals("title") ? 1 : 2, EvidenceClass.DERIVED));
        assertThatThrownBy(() -> contract(module).worksUnderAnotherLocaleAndTimeZone())
                .hasMessageContaining("tr-TR");
    }

    @Test
    void writingIntoTheSitesIsRefused() {
        ScoringModule module = measuring((sites, column, layer, site) -> sites.longitudes()[0] = 0.5);
        assertThatThrownBy(() -> contract(module).leavesTheSitesAsTheyWere()).hasMessageContaining("wrote into");
    }

    @Test
    void aMalformedDeclarationIsRefused() {
        ScoringModule module = new ProbeModule() {
            @Override
            public String id() {
                return "Probe_1";
            }
        };
        assertThatThrownBy(() -> contract(module).declarationIsWellFormedAndStable())
                .hasMessageContaining("Probe_1");
        ScoringModule twice = new ProbeModule() {
            @Override
            public List<Criterion> criteria() {
                return List.of(super.criteria().get(0), super.criteria().get(0));
            }
        };
        assertThatThrownBy(() -> contract(twice).declarationIsWellFormedAndStable())
                .hasMessageContaining("declared twice");
    }

    @Test
    void aContextWhoseSitesShowNothingIsRefused() {
        ScoringModuleContract contract = new ScoringModuleContract() {
            @Override
            protected ScoringModule module() {
                return new ProbeModule();
            }

            @Override
            protected ModuleContext context() {
                return probeContext();
            }

            @Override
            protected MemorySites sites() {
                return MemorySites.builder().greenfield("far", 0, -80).build();
            }
        };
        assertThatThrownBy(contract::everyCriterionIsKnownSomewhere).hasMessageContaining("probeKm");
        assertThat(contract.sites().size()).isEqualTo(1);
    }
}
