package org.headroom.decide.portfolio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.headroom.decide.grid.GridNodes;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.RunColumns;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.jspecify.annotations.Nullable;

/** What the sites of a set have in common beside the grid: one queue, one moratorium, one price area, one jurisdiction, one state. */
final class SharedCauses {
    /** Criteria whose deciding record tells what is shared; the first that names one. */
    private static final Map<String, List<String>> BY_RECORD = new LinkedHashMap<>();

    static {
        BY_RECORD.put("queue", List.of("expectedLoadMw", "activeLoadMw", "activeGenerationMw"));
        BY_RECORD.put("moratorium", List.of("moratoriumGate", "moratoriumDaysLeft"));
        BY_RECORD.put("price area", List.of("energyPriceUsdPerMwh"));
    }

    private static final Map<String, String> BY_ATTRIBUTE = Map.of("jurisdiction", "jurisdictionCode");

    private final List<SiteFigures> sites;
    private final List<Portfolio.SharedCause> causes = new ArrayList<>();
    private final List<String> untold = new ArrayList<>();

    SharedCauses(ExplanationFiles files, List<SiteFigures> sites, GridNodes nodes) {
        this.sites = sites;
        List<String> criteria = new ArrayList<>(RunColumns.kept(files));
        criteria.retainAll(BY_RECORD.values().stream().flatMap(List::stream).toList());
        try (RunColumns run = new RunColumns(files, criteria)) {
            List<MeasurementBlock> blocks = new ArrayList<>();
            for (SiteFigures site : sites) {
                MeasurementBlock block = run.newBlock(1);
                run.read(site.place(), 1, block);
                blocks.add(block);
            }
            BY_RECORD.forEach((what, of) -> {
                List<String> measured = of.stream().filter(run::isMeasured).toList();
                List<@Nullable String> names = new ArrayList<>();
                blocks.forEach(block -> names.add(record(block, measured, nodes)));
                add(what, names);
                if (names.stream().allMatch(Objects::isNull)) {
                    untold.add(what);
                }
            });
            BY_ATTRIBUTE.forEach((what, attribute) -> {
                List<@Nullable String> names = new ArrayList<>();
                sites.forEach(
                        site -> names.add(run.sites().block(site.place(), 1).texts(attribute)[0]));
                add(what, names);
            });
        }
        List<@Nullable String> states = new ArrayList<>();
        sites.forEach(site -> states.add(site.stateCode().isEmpty() ? null : site.stateCode()));
        add("state", states);
    }

    private static @Nullable String record(MeasurementBlock block, List<String> criteria, GridNodes nodes) {
        for (String criterion : criteria) {
            MeasurementColumn column = block.column(criterion);
            if (column.record(0) >= 0 && column.layerOrdinal(0) >= 0) {
                return nodes.label(column.layerOrdinal(0), column.record(0));
            }
        }
        return null;
    }

    private void add(String what, List<@Nullable String> names) {
        Map<String, List<SiteFigures>> groups = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name != null) {
                groups.computeIfAbsent(name, key -> new ArrayList<>()).add(sites.get(i));
            }
        }
        groups.forEach((name, sharing) -> {
            boolean isTold = causes.stream().anyMatch(cause -> cause.name().equals(name));
            if (sharing.size() > 1 && !isTold) {
                causes.add(new Portfolio.SharedCause(
                        what,
                        name,
                        sharing.stream().map(SiteFigures::siteId).collect(Collectors.toList()),
                        sharing.stream().mapToDouble(SiteFigures::mw).sum(),
                        sharing.stream().mapToDouble(SiteFigures::score).sum()));
            }
        });
    }

    List<Portfolio.SharedCause> causes() {
        return causes;
    }

    /** What the run names of none of the sites. */
    List<String> untold() {
        return untold;
    }
}
