package org.headroom.cli.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.show.JsonLines;
import org.headroom.cli.show.Table;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.scenario.ScenarioRanks;

/** Prints the ranks under all scenarios: one table and the file with all sites, or one JSON object. */
public final class ScenarioPrinter {
    private static final int FORMAT = 1;
    private static final int LONGEST_NAME = 32;

    private final Surroundings surroundings;
    private final ScenarioRanks ranks;
    private final List<ScenarioRanks.Row> top;

    /**
     * Prints to this.
     *
     * @param top how many sites of each scenario
     */
    public ScenarioPrinter(Surroundings surroundings, ScenarioRanks ranks, int top) {
        this.surroundings = surroundings;
        this.ranks = ranks;
        this.top = ranks.top(top);
    }

    /**
     * Prints the table.
     *
     * @param file the file with all sites, for the last line
     */
    public void table(Path file) {
        List<String> titles = new ArrayList<>(List.of("SITE", "NAME", "STATE"));
        ranks.names().forEach(name -> titles.add(">" + name));
        Table table = new Table(titles.toArray(new String[0]));
        for (ScenarioRanks.Row row : top) {
            List<String> cells = new ArrayList<>(List.of(row.siteId(), name(row), row.stateCode()));
            row.ranks().forEach(rank -> cells.add(shown(rank)));
            table.add(cells.toArray(new String[0]));
        }
        table.print(surroundings);
        surroundings.out().println(file);
    }

    private static String shown(int rank) {
        return switch (rank) {
            case ScenarioRanks.EXCLUDED -> "excluded";
            case ScenarioRanks.ABSENT -> "-";
            default -> Integer.toString(rank);
        };
    }

    /** Short, and none where the id says it. */
    private static String name(ScenarioRanks.Row row) {
        String name = row.name();
        if (name.equals(row.siteId())) {
            return "";
        }
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    /**
     * Prints the object.
     *
     * @param runs the runs by the name of their scenario
     * @param failed names of the scenarios without a ranking
     * @param file the file with all sites
     */
    public void json(Map<String, PublishedRun> runs, List<String> failed, Path file) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("format", FORMAT);
        values.put("table", file.toString());
        List<Map<String, Object>> scenarios = new ArrayList<>();
        runs.forEach((name, run) -> scenarios.add(values(name, run)));
        values.put("scenarios", scenarios);
        values.put("failed", failed);
        values.put("top", top.stream().map(this::values).toList());
        JsonLines.print(surroundings.out(), values);
    }

    private static Map<String, Object> values(String name, PublishedRun run) {
        Manifest manifest = run.manifest();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("folder", run.folder().toString());
        values.put("evaluationDate", manifest.evaluationDate());
        values.put("ranked", manifest.counts().ranked());
        values.put("excluded", manifest.counts().excluded());
        return values;
    }

    /** A site that is excluded has null for its rank. */
    private Map<String, Object> values(ScenarioRanks.Row row) {
        Map<String, Object> byScenario = new LinkedHashMap<>();
        for (int i = 0; i < row.ranks().size(); i++) {
            int rank = row.ranks().get(i);
            byScenario.put(ranks.names().get(i), rank > 0 ? rank : null);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("siteId", row.siteId());
        values.put("name", row.name());
        values.put("stateCode", row.stateCode());
        values.put("ranks", byScenario);
        return values;
    }
}
