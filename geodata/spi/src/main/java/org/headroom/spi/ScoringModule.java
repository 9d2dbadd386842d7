package org.headroom.spi;

import java.util.List;
import java.util.Set;
import org.headroom.model.Criterion;
import org.headroom.model.LayerKind;

/**
 * Measures sites on one family of criteria. Found by {@link java.util.ServiceLoader}; must have a public constructor without
 * arguments that does no work.
 *
 * <p>A module that throws, gives NaN or leaves its declared range costs its own criterion for the sites concerned (UNKNOWN, with
 * the module named among the run's issues), never the run.
 *
 * <p>A module that takes longer than the {@code limits} of the project is left: its criteria are UNKNOWN at every site. Its thread is not
 * interrupted and works on unheard until the run ends.
 */
public interface ScoringModule {
    /** Stable id in lower case with hyphens, such as {@code grid-headroom}; unique among installed modules. */
    String id();

    /**
     * What the module measures. Fixed for a version, ids unique over all modules; not empty but for a module that {@linkplain #takesDeclared
     * takes declared ones}.
     */
    List<Criterion> criteria();

    /** Prepares for measuring: reads fields, builds indexes. Called once a run, on one thread. */
    Measurer bind(ModuleContext context);

    /**
     * What somebody should know of records of the layers, above all of those that the module leaves out though they could be read. Called once a
     * run, on one thread, also when all that the module measures is taken from an earlier run; so it must depend on the context alone. At most
     * some hundred. None by default. Since version 5.
     */
    default List<RecordNote> notes(ModuleContext context) {
        return List.of();
    }

    /**
     * Version of this contract that the module was built for: {@code return SpiVersion.CURRENT}. By default 1, from before versions were
     * counted. A module of a version that Headroom does not have is refused.
     */
    default int spiVersion() {
        return 1;
    }

    /**
     * Version of the module. It goes into the digest that tells whether kept columns are still good, so it must change when
     * results may change. By default the version of the jar that it came in, or {@code development} outside a jar.
     */
    default String version() {
        String version = getClass().getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /**
     * Whether what is measured may change with the evaluation date alone. Columns of a module that says no are kept from one night to the
     * next. Yes by default.
     */
    default boolean dependsOnDate() {
        return true;
    }

    /**
     * Whether what is measured of one criterion may change with the evaluation date alone. Criteria of which this says no are not measured again to
     * tell what days to come will change. What {@link #dependsOnDate()} says by default. Since version 7.
     *
     * @param criterionId one of {@link #criteria}
     */
    default boolean dependsOnDate(String criterionId) {
        return dependsOnDate();
    }

    /** The layers that the module reads. None by default. */
    default List<LayerNeed> layers() {
        return List.of();
    }

    /**
     * Kinds of layer that the module brings, for descriptors to name; ids unique over all modules and Headroom's own kinds. None by default.
     * Other modules reach such a layer by a kind of the same id.
     */
    default List<LayerKind> layerKinds() {
        return List.of();
    }

    /** The figures that the policy must give. None by default. */
    default List<ParameterSpec> parameters() {
        return List.of();
    }

    /**
     * Refuses figures that do not go together, and words that are none of those possible, so that the author of a policy is told before any night
     * is. Called with figures that keep to {@link #parameters}. Refuses nothing by default. Since version 8.
     *
     * @throws org.headroom.model.HeadroomException of family POLICY that names the parameter
     */
    default void check(Parameters parameters) {}

    /**
     * What a criterion of the module is worked out from, in the order in which people should read it: names of site attributes, of criteria, of
     * this or another module, and of the module's parameters. Explanations show them. A criterion of another module that is named here is
     * measured before, at the same sites, and read by {@link SiteBlock#measured}; two modules must not read one another. None by default. Since
     * version 6.
     *
     * @param criterionId one of {@link #criteria}
     */
    default List<String> inputs(String criterionId) {
        return List.of();
    }

    /**
     * Whether a criterion tells of what an existing facility has. New land has none, whatever is done to it, so nobody is told what would be if
     * it had. No by default. Since version 6.
     *
     * @param criterionId one of {@link #criteria}
     */
    default boolean isOfFacility(String criterionId) {
        return false;
    }

    /**
     * Whether policies may declare criteria over layers that this module measures, by {@link #declaring}. No by default; at most one installed
     * module says yes. Since version 4.
     */
    default boolean takesDeclared() {
        return false;
    }

    /**
     * The module that measures what a policy declares, in its {@link #criteria}, besides its own. Called before anything is bound. Since version 4.
     *
     * @param declared what the policy declares; not empty
     */
    default ScoringModule declaring(List<DeclaredCriterion> declared) {
        throw new UnsupportedOperationException("module " + id() + " takes no declared criteria");
    }

    /** Ids of layers that it reads by {@link ModuleContext#findLayer}, of whatever kind; a project may lack them. None by default. Since version 4. */
    default Set<String> layerIds() {
        return Set.of();
    }
}
