package org.headroom.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.headroom.model.Criterion;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.model.UnknownReason;
import org.headroom.spi.Layer;
import org.headroom.spi.LayerNeed;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ScoringModule;
import org.junit.jupiter.api.Test;

/**
 * What every scoring module must hold to. Extend it, give the module and a context in which each of its criteria is known somewhere,
 * and run it as a JUnit test:
 *
 * <pre>{@code
 * class DaylightContractTest extends ScoringModuleContract {
 *     protected ScoringModule module() { return new DaylightModule(); }
 *     protected ModuleContext context() { return MemoryContext.builder().number("longestDayHours", 16).build(); }
 * }
 * }</pre>
 *
 * <p>The context must give every declared parameter. The module must read its parameters in {@code bind}, whatever layers there are.
 */
public abstract class ScoringModuleContract {
    /** Made by the contract; the class needs a constructor without arguments, as JUnit does. */
    protected ScoringModuleContract() {}

    /** A fresh instance of the module. */
    protected abstract ScoringModule module();

    /** The surroundings in which it is tested, with all its parameters and all kinds of layer that it can read. */
    protected abstract ModuleContext context();

    /**
     * Sites to measure, with different ids; together they should make every criterion known somewhere. By default places on, beside and
     * far from the context's records, one in five of them a brownfield, and the poles and the antimeridian; without attributes.
     */
    protected MemorySites sites() {
        return ContractSites.around(module(), context());
    }

    @Test
    public final void isFoundByServiceLoader() {
        ModuleDeclaration.checkService(module());
    }

    @Test
    public final void declarationIsWellFormedAndStable() {
        ModuleDeclaration.check(module(), module());
    }

    @Test
    public final void contextGivesEveryDeclaredParameterInRange() {
        ModuleDeclaration.checkParameters(module(), context().parameters());
    }

    @Test
    public final void readsDeclaredParametersOnly() {
        measureWith(view(Set.of(), false));
    }

    @Test
    public final void readsEveryDeclaredParameter() {
        Set<String> declared = parameterIds();
        List<String> neverRead = new ArrayList<>();
        for (String id : declared) {
            Set<String> others = new TreeSet<>(declared);
            others.remove(id);
            try {
                measureWith(new ContextView(context(), others, ModuleDeclaration.kinds(module()), false));
                neverRead.add(id);
            } catch (IllegalArgumentException e) {
                // The module asked for it, as it should.
            }
        }
        assertEquals(List.of(), neverRead, "parameters that are declared and never read");
    }

    @Test
    public final void writesEveryCriterionOfEverySite() {
        ScoringModule module = module();
        List<Outcome> outcomes = measureWith(view(Set.of(), false));
        assertAll(outcomes.stream().map(outcome -> () -> OutcomeCheck.check(outcome, module, context())));
    }

    @Test
    public final void everyCriterionIsKnownSomewhere() {
        Set<String> unknown =
                module().criteria().stream().map(Criterion::id).collect(Collectors.toCollection(TreeSet::new));
        for (Outcome outcome : measureWith(view(Set.of(), false))) {
            if (outcome.isKnown()) {
                unknown.remove(outcome.criterion());
            }
        }
        assertEquals(
                Set.of(), unknown, "criteria that are known at no site of this test; give a fuller context or sites");
    }

    @Test
    public final void resultsDependOnTheSiteAlone() {
        SetIndependence.check(bind(view(Set.of(), false)), module().criteria(), sites());
    }

    @Test
    public final void twoThreadsGetTheSameBits() {
        SetIndependence.checkThreads(bind(view(Set.of(), false)), module().criteria(), sites());
    }

    @Test
    public final void twoRunsGetTheSameBits() {
        assertEquals(measureWith(view(Set.of(), false)), measureWith(view(Set.of(), false)), "second run");
    }

    @Test
    public final void wantingOneCriterionOnlyChangesNoneOfItsValues() {
        List<Outcome> all = measureWith(view(Set.of(), false));
        for (Criterion criterion : module().criteria()) {
            List<Outcome> alone = measureWith(new WantingOne(view(Set.of(), false), criterion.id()));
            assertEquals(of(criterion, all), of(criterion, alone), criterion.id() + " when nothing else is wanted");
        }
    }

    private static List<Outcome> of(Criterion criterion, List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.criterion().equals(criterion.id()))
                .toList();
    }

    @Test
    public final void leavesTheSitesAsTheyWere() {
        MemorySites sites = sites();
        double[] longitudes = sites.longitudes().clone();
        double[] latitudes = sites.latitudes().clone();
        Outcome.measure(bind(view(Set.of(), false)), module().criteria(), sites);
        assertTrue(
                Arrays.equals(longitudes, sites.longitudes()) && Arrays.equals(latitudes, sites.latitudes()),
                "the module wrote into the block's coordinates");
    }

    @Test
    public final void withoutOptionalLayersSaysNoLayer() {
        Set<LayerKind> optional = optionalKinds();
        if (optional.isEmpty()) {
            return;
        }
        List<Outcome> full = measureWith(view(Set.of(), false));
        List<Outcome> bare = measureWith(view(optional, false));
        for (int i = 0; i < full.size(); i++) {
            Outcome without = bare.get(i);
            boolean saysSo = !without.isKnown() && without.reason() == UnknownReason.NO_LAYER;
            boolean needsNoLayer = without.layer() < 0 && without.equals(full.get(i));
            assertTrue(
                    saysSo || needsNoLayer,
                    () -> "without any layer of " + optional + " the answer should be UNKNOWN with NO_LAYER, it is: "
                            + without);
        }
    }

    @Test
    public final void aMissingKindOfLayerIsNeverZero() {
        List<Outcome> full = measureWith(view(Set.of(), false));
        for (LayerKind kind : optionalKinds()) {
            List<Outcome> bare = measureWith(view(Set.of(kind), false));
            for (int i = 0; i < full.size(); i++) {
                Outcome without = bare.get(i);
                boolean zero = without.isKnown() && without.lower() == 0 && !without.hasValueOf(full.get(i));
                boolean wasCategory = isCategory(without.criterion());
                assertTrue(!zero || wasCategory, () -> "without a layer of " + kind + " became zero: " + without);
                OutcomeCheck.check(without, module(), context());
            }
        }
    }

    @Test
    public final void evidenceIsNeverStrongerThanTheLayers() {
        if (allKinds().isEmpty()) {
            return;
        }
        List<Outcome> weak = measureWith(view(Set.of(), true));
        List<Outcome> bare = measureWith(view(optionalKinds(), false));
        for (int i = 0; i < weak.size(); i++) {
            Outcome outcome = weak.get(i);
            boolean needsNoLayer = bare.get(i).isKnown() && bare.get(i).hasValueOf(outcome);
            assertTrue(
                    !outcome.isKnown() || needsNoLayer || outcome.evidence().compareTo(EvidenceClass.FALLBACK) >= 0,
                    () -> "all layers claim FALLBACK only, but: " + outcome);
        }
    }

    @Test
    public final void worksUnderAnotherLocaleAndTimeZone() {
        List<Outcome> here = measureWith(view(Set.of(), false));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "de-DE")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                assertEquals(here, measureWith(view(Set.of(), false)), "under locale " + tag);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private boolean isCategory(String criterion) {
        return module().criteria().stream().anyMatch(c -> c.id().equals(criterion) && c.isCategory());
    }

    private Set<String> parameterIds() {
        return module().parameters().stream().map(spec -> spec.id()).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<LayerKind> optionalKinds() {
        Set<LayerKind> optional = module().layers().stream()
                .filter(need -> !need.required())
                .map(LayerNeed::kind)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        optional.addAll(kindsFoundById());
        return optional;
    }

    private Set<LayerKind> allKinds() {
        Set<LayerKind> kinds = module().layers().stream().map(LayerNeed::kind).collect(Collectors.toSet());
        kinds.addAll(kindsFoundById());
        return kinds;
    }

    private Set<LayerKind> kindsFoundById() {
        Set<LayerKind> kinds = new LinkedHashSet<>();
        module().layerIds()
                .forEach(id -> context().findLayer(id).map(Layer::kind).ifPresent(kinds::add));
        return kinds;
    }

    /** The context with the declared parameters and the declared kinds of layer only. */
    private ContextView view(Set<LayerKind> missing, boolean weakened) {
        Set<LayerKind> kinds = allKinds();
        kinds.removeAll(missing);
        return new ContextView(context(), parameterIds(), kinds, weakened);
    }

    private Measurer bind(ModuleContext context) {
        Measurer measurer = module().bind(context);
        return measurer == null ? fail("bind gave null") : measurer;
    }

    private List<Outcome> measureWith(ModuleContext context) {
        MemorySites sites = sites();
        long ids = IntStream.range(0, sites.size())
                .mapToObj(sites::siteId)
                .distinct()
                .count();
        assertEquals(sites.size(), ids, "sites with different ids");
        return Outcome.measure(bind(context), module().criteria(), sites);
    }
}
