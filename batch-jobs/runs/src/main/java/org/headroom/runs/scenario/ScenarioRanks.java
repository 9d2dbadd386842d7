package org.headroom.runs.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.headroom.columns.TextBlock;
import org.headroom.export.ExportColumn;
import org.headroom.export.RankedTable;
import org.headroom.export.table.TableCsv;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunColumns;
import org.headroom.runs.file.WholeFile;
import org.headroom.runs.store.SiteStore;

/** The ranks of all sites in several runs of one project. Holds four bytes a site and run, and ids, names and places. Immutable. */
public final class ScenarioRanks {
    /** Rank of a site that is excluded there. */
    public static final int EXCLUDED = 0;

    /** Rank of a site that a run does not have. */
    public static final int ABSENT = -1;

    private static final int BLOCK = 1 << 14;

    private final List<String> names;
    private final int[][] ranks;
    private final TextBlock ids;
    private final TextBlock siteNames;
    private final List<String> states;
    private final int[] stateOf;
    private final double[] longitudes;
    private final double[] latitudes;

    private ScenarioRanks(List<String> names, int[][] ranks, SiteStore sites) {
        int size = sites.size();
        this.names = List.copyOf(names);
        this.ranks = ranks;
        ids = sites.ids(0, size);
        siteNames = sites.names(0, size);
        states = sites.words("stateCode");
        stateOf = new int[size];
        sites.readWords("stateCode", 0, size, stateOf);
        longitudes = new double[size];
        latitudes = new double[size];
        sites.readLongitudes(0, size, longitudes);
        sites.readLatitudes(0, size, latitudes);
    }

    /**
     * Reads them.
     *
     * @param runs published runs by the name of their scenario, in order; at least one. The sites are those of the first
     */
    public static ScenarioRanks read(Map<String, PublishedRun> runs) {
        List<PublishedRun> all = List.copyOf(runs.values());
        try (RunColumns first = open(all.get(0))) {
            int[][] ranks = new int[all.size()][];
            for (int i = 0; i < ranks.length; i++) {
                ranks[i] = ranksOf(all.get(i), first.sites());
            }
            return new ScenarioRanks(List.copyOf(runs.keySet()), ranks, first.sites());
        }
    }

    private static RunColumns open(PublishedRun run) {
        return new RunColumns(run.explanationFiles(), List.of());
    }

    private static int[] ranksOf(PublishedRun run, SiteStore sites) {
        try (RunColumns columns = open(run)) {
            int size = columns.size();
            int[] ranks = new int[size];
            int[] order = new int[BLOCK];
            for (int first = 0; first < size; first += BLOCK) {
                int count = Math.min(BLOCK, size - first);
                columns.order().read(first, count, order);
                for (int i = 0; i < count; i++) {
                    ranks[order[i]] = first + i + 1;
                }
            }
            byte[] tiers = new byte[size];
            columns.readTiers(0, size, tiers);
            for (int site = 0; site < size; site++) {
                ranks[site] = tiers[site] == ScoreBlock.EXCLUDED_TIER ? EXCLUDED : ranks[site];
            }
            return inPlacesOf(sites, columns.sites(), ranks);
        }
    }

    /** The same candidates lie at the same places; should a run have others, as a layer changed meanwhile, they are found by their ids. */
    private static int[] inPlacesOf(SiteStore sites, SiteStore own, int[] ranks) {
        int[] result = new int[sites.size()];
        Map<String, Integer> places = null;
        for (int site = 0; site < result.length; site++) {
            String id = sites.siteId(site);
            if (site < own.size() && own.siteId(site).equals(id)) {
                result[site] = ranks[site];
                continue;
            }
            places = places == null ? placesById(own) : places;
            Integer place = places.get(id);
            result[site] = place == null ? ABSENT : ranks[place];
        }
        return result;
    }

    private static Map<String, Integer> placesById(SiteStore sites) {
        Map<String, Integer> places = new HashMap<>();
        for (int site = 0; site < sites.size(); site++) {
            places.put(sites.siteId(site), site);
        }
        return places;
    }

    /**
     * A site with its ranks.
     *
     * @param siteId its id
     * @param name name for people; empty when it has none
     * @param stateCode the state that it lies in; empty when it is not known
     * @param ranks rank from 1 in each scenario, in order; {@link #EXCLUDED} or {@link #ABSENT}
     */
    public record Row(String siteId, String name, String stateCode, List<Integer> ranks) {
        public Row {
            ranks = List.copyOf(ranks);
        }
    }

    /** Names of the scenarios, in order. */
    public List<String> names() {
        return names;
    }

    /** The sites among the first of any scenario, by their best rank, then by the others, the scenarios in order. */
    public List<Row> top(int most) {
        List<Integer> chosen = new ArrayList<>();
        for (int site = 0; site < stateOf.length; site++) {
            if (best(site) <= most) {
                chosen.add(site);
            }
        }
        chosen.sort(this::compare);
        return chosen.stream().map(this::row).toList();
    }

    private int compare(int one, int other) {
        int byBest = Integer.compare(best(one), best(other));
        for (int i = 0; byBest == 0 && i < ranks.length; i++) {
            byBest = Integer.compare(sortable(ranks[i][one]), sortable(ranks[i][other]));
        }
        return byBest != 0 ? byBest : Integer.compare(one, other);
    }

    private int best(int site) {
        int best = Integer.MAX_VALUE;
        for (int[] scenario : ranks) {
            best = Math.min(best, sortable(scenario[site]));
        }
        return best;
    }

    private static int sortable(int rank) {
        return rank > 0 ? rank : Integer.MAX_VALUE;
    }

    private Row row(int site) {
        return new Row(
                Objects.requireNonNull(ids.get(site)),
                Objects.requireNonNullElse(siteNames.get(site), ""),
                stateOf[site] < 0 ? "" : states.get(stateOf[site]),
                Arrays.stream(ranks).map(scenario -> scenario[site]).toList());
    }

    /**
     * Writes a CSV file with every site and its rank in each scenario, empty where it is excluded, in the order of the first scenario.
     *
     * @throws org.headroom.model.HeadroomException of family EXTERNAL when it cannot be written; what was there before stays
     */
    public void writeCsv(Path file) {
        int[] order = order();
        List<ExportColumn> columns = new ArrayList<>();
        columns.add(ExportColumn.text("siteId", "1", "id of the site", row -> ids.get(order[row])));
        columns.add(ExportColumn.text("name", "1", "name for people", row -> siteNames.get(order[row])));
        columns.add(ExportColumn.coded("stateCode", "1", "state", states, row -> stateOf[order[row]]));
        for (int i = 0; i < ranks.length; i++) {
            int[] scenario = ranks[i];
            columns.add(ExportColumn.integer(
                    "rank_" + names.get(i).replace('-', '_'),
                    "1",
                    "rank from 1 in scenario " + names.get(i) + "; empty where the site is excluded",
                    row -> scenario[order[row]] > 0 ? scenario[order[row]] : ExportColumn.MISSING));
        }
        RankedTable table = RankedTable.inMemory(
                order.length, row -> longitudes[order[row]], row -> latitudes[order[row]], columns);
        WholeFile.write(file, hidden -> TableCsv.write(table, hidden));
    }

    private int[] order() {
        long[] keyed = new long[stateOf.length];
        for (int site = 0; site < keyed.length; site++) {
            keyed[site] = (long) sortable(ranks[0][site]) << Integer.SIZE | site;
        }
        Arrays.sort(keyed);
        return Arrays.stream(keyed).mapToInt(key -> (int) key).toArray();
    }
}
