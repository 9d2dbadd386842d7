package org.headroom.jobs.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.headroom.host.GuardedMeasurer;
import org.headroom.host.InstalledModule;
import org.headroom.host.ModuleLimits;
import org.headroom.host.WatchedMeasuring;
import org.headroom.model.Criterion;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.runs.store.SiteStore;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/**
 * Measures blocks of sites by bound modules, in memory: a site at its place, or at several places where its own is known coarsely. Safe for several
 * threads.
 */
public final class BlockMeasuring {
    private final SiteStore sites;
    private final SiteStore.AreaLookup areas;
    private final CoarsePlaces coarse;
    private final Map<String, MeasurementFile> earlier;
    private final List<Bound> modules = new ArrayList<>();
    private final ThreadLocal<WatchedMeasuring> watched;
    /** One a module, as what a module reads of those before it has to be put together first. */
    private final ThreadLocal<List<WatchedMeasuring>> watchedPlaces;

    /**
     * Gets ready to measure.
     *
     * @param areas gives the areas of sites
     * @param coarse where sites are whose place is known coarsely
     * @param blockSites most sites of a block
     * @param bindings the modules that have to measure, bound; each behind those that it reads
     * @param criteria ids of the criteria that are wanted
     * @param earlier what these modules read of modules that are not among them, by criterion; left open
     */
    public BlockMeasuring(
            SiteStore sites,
            SiteStore.AreaLookup areas,
            CoarsePlaces coarse,
            int blockSites,
            Bindings bindings,
            Set<String> criteria,
            Map<String, MeasurementFile> earlier,
            ModuleLimits limits) {
        this.sites = sites;
        this.areas = areas;
        this.coarse = coarse;
        this.earlier = earlier;
        bindings.measurers().forEach((module, measurer) -> modules.add(Bound.of(module, measurer, criteria)));
        List<GuardedMeasurer> measurers = List.copyOf(bindings.measurers().values());
        watched = ThreadLocal.withInitial(() -> new WatchedMeasuring(measurers, blockSites, limits));
        watchedPlaces = ThreadLocal.withInitial(() -> measurers.stream()
                .map(measurer -> new WatchedMeasuring(List.of(measurer), CoarsePlaces.MOST, limits))
                .toList());
    }

    /**
     * A module that measures.
     *
     * @param wanted those of its criteria that are wanted
     * @param categories those of its criteria that are categories
     */
    record Bound(InstalledModule module, GuardedMeasurer measurer, Set<String> wanted, Set<String> categories) {
        private static Bound of(InstalledModule module, GuardedMeasurer measurer, Set<String> criteria) {
            Set<String> wanted = new LinkedHashSet<>();
            Set<String> categories = new LinkedHashSet<>();
            for (Criterion criterion : module.module().criteria()) {
                if (criterion.isCategory()) {
                    categories.add(criterion.id());
                }
                if (criteria.contains(criterion.id())) {
                    wanted.add(criterion.id());
                }
            }
            return new Bound(module, measurer, wanted, categories);
        }

        String id() {
            return module.module().id();
        }
    }

    /** The modules, in the order of what {@link #measure} gives. */
    List<Bound> modules() {
        return modules;
    }

    /** The criteria that are measured. */
    public Set<String> criteria() {
        Set<String> all = new LinkedHashSet<>();
        modules.forEach(module -> all.addAll(module.wanted()));
        return all;
    }

    /** How many modules have not been given up. */
    public long bound() {
        return modules.stream().filter(module -> module.measurer().isBound()).count();
    }

    /**
     * Measures some sites.
     *
     * @return what each module measured, in the order of the modules; overwritten by the next call of this thread
     */
    public List<MeasurementBlock> measure(int first, int count) {
        List<MeasurementBlock> measured =
                watched.get().measure(() -> sites.block(first, count, areas), earlier(first, count));
        measureCoarse(first, count, measured);
        return measured;
    }

    /** Measures sites whose place is known coarsely at several places, and puts what these give together in the place of what one point gave. */
    private void measureCoarse(int first, int count, List<MeasurementBlock> measured) {
        SiteBlock block = sites.block(first, count);
        double[] radiiKm = block.numbers(CoarsePlaces.RADIUS);
        @Nullable String[] precisions = block.texts(CoarsePlaces.PRECISION);
        for (int site = 0; site < count; site++) {
            if (CoarsePlaces.isCoarse(radiiKm[site], precisions[site])) {
                measureAtPlaces(first, site, measured);
            }
        }
    }

    private void measureAtPlaces(int first, int site, List<MeasurementBlock> measured) {
        PlacesOfSite places = coarse.of(sites.block(first + site, 1));
        if (places.size() == 0) {
            return;
        }
        List<WatchedMeasuring> watched = watchedPlaces.get();
        for (int i = 0; i < watched.size(); i++) {
            MeasurementBlock inputs = inputs(modules.get(i), first, site, places.size(), measured);
            MeasurementBlock each = watched.get(i)
                    .measure(() -> places.with(sites.block(first + site, 1)), inputs)
                    .get(0);
            together(modules.get(i), each, places.size(), measured.get(i), site);
        }
    }

    private static void together(
            Bound module, MeasurementBlock places, int count, MeasurementBlock measured, int site) {
        for (String criterion : module.wanted()) {
            PlacesTogether.write(
                    places.column(criterion),
                    count,
                    module.categories().contains(criterion),
                    measured.column(criterion),
                    site);
        }
    }

    /**
     * What a module reads of the modules before it, the same at every place: what has been put together, as it would be read from an earlier
     * run too.
     */
    private MeasurementBlock inputs(Bound reader, int first, int site, int places, List<MeasurementBlock> measured) {
        Map<String, MeasurementColumn> found = new LinkedHashMap<>();
        Set<String> read = reader.module().inputs();
        for (String input : read) {
            MeasurementFile file = earlier.get(input);
            if (file != null) {
                MeasurementColumn one = new MeasurementColumn(1);
                file.read(first + site, 1, one);
                found.put(input, one);
            }
        }
        MeasurementBlock inputs = new MeasurementBlock(
                read.stream()
                        .filter(input -> found.containsKey(input)
                                || modules.stream().anyMatch(m -> m.wanted().contains(input)))
                        .toList(),
                places);
        found.forEach((input, one) -> PlacesTogether.spread(one, 0, inputs.column(input)));
        for (int i = 0; i < modules.size(); i++) {
            for (String input : inputs.criterionIds()) {
                if (modules.get(i).wanted().contains(input)) {
                    PlacesTogether.spread(measured.get(i).column(input), site, inputs.column(input));
                }
            }
        }
        return inputs;
    }

    /** Anew for each block, as a thread that was left may still read the one before. */
    private MeasurementBlock earlier(int first, int count) {
        MeasurementBlock read = new MeasurementBlock(earlier.keySet(), count);
        earlier.forEach((criterion, file) -> file.read(first, count, read.column(criterion)));
        return read;
    }

    /** Gives up what works with measurements of modules that were given up: they do not hold any more. */
    public void giveUpReaders() {
        for (Bound reader : modules) {
            modules.stream()
                    .filter(module ->
                            !module.measurer().isBound() && reader.module().reads(module.module()))
                    .findFirst()
                    .filter(module -> reader.measurer().isBound())
                    .ifPresent(module -> reader.measurer()
                            .giveUp("it works with what module " + module.id()
                                    + " measures, and that one was given up"));
        }
    }
}
