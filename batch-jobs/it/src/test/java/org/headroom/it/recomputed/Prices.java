package org.headroom.it.recomputed;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a MWh costs in a county, in 2023: from the cheapest to the dearest of the utilities that file Form EIA-861 and say that they serve it, by
 * revenue and sales of 2018 and the state's average of 2023 by that of 2018, and of a small one to the state's average; else that average.
 */
public final class Prices {
    private static final double USD_PER_MWH_OF_A_CENT_PER_KWH = 10;

    private final Map<String, Double> states2018 = new HashMap<>();
    private final Map<String, Double> sales2018 = new HashMap<>();
    private final Map<String, Double> states2023 = new HashMap<>();
    private final Map<String, List<Sale>> sales = new HashMap<>();
    private final Map<String, double[]> energyOnly = new HashMap<>();
    private final Map<String, Set<String>> serving = new HashMap<>();
    private final Set<String> choice;
    private final Set<String> openFederal;
    private final double least;
    private final double most;
    private final double leastSales;
    private final double representativeSales;

    /** A row of the form: thousand USD and MWh. */
    private record Sale(
            String utility,
            String state,
            String part,
            String ownership,
            String market,
            double revenueUsd,
            double mwh) {}

    private record Average(double then, double now, double mwh) {}

    /** Reads the files of the pack and the parameters of the policy. */
    public Prices(Path data, Path policy) {
        Parameters parameters = new Parameters(policy, "energy-price");
        choice = Set.copyOf(parameters.words("retailChoiceStates"));
        openFederal = Set.copyOf(parameters.words("federalSellersOpenToAll"));
        least = parameters.number("lowestBelievedUsdPerMwh");
        most = parameters.number("highestBelievedUsdPerMwh");
        leastSales = parameters.number("minimumSalesMwh");
        representativeSales = parameters.number("representativeSalesMwh");
        for (NamedCsvRecord row : Rows.of(data.resolve("eia-industrial-states-2018.csv"))) {
            states2018.put(row.getField("state"), cents(row));
            sales2018.put(row.getField("state"), Rows.number(row, "industrial_mwh"));
        }
        for (NamedCsvRecord row : Rows.of(data.resolve("eia-industrial-states-2023.csv"))) {
            states2023.put(StateNames.code(row.getField("state")), cents(row));
        }
        for (NamedCsvRecord row : Rows.of(data.resolve("eia861-industrial-2018.csv"))) {
            add(new Sale(
                    row.getField("utility_number"),
                    row.getField("state"),
                    row.getField("part"),
                    row.getField("ownership"),
                    row.getField("market"),
                    1000 * Rows.number(row, "industrial_revenue_thousand_usd"),
                    Rows.number(row, "industrial_sales_mwh")));
        }
        for (NamedCsvRecord row : Rows.of(data.resolve("eia861-territories-2018.csv"))) {
            serving.computeIfAbsent(Rows.fips(row.getField("County_FIPS")), county -> new TreeSet<>())
                    .add(row.getField("Utility_Number") + " " + StateNames.code(row.getField("State_Name")));
        }
    }

    private static double cents(NamedCsvRecord row) {
        return USD_PER_MWH_OF_A_CENT_PER_KWH * Rows.number(row, "industrial_cents_per_kwh");
    }

    private void add(Sale sale) {
        sales.computeIfAbsent(sale.utility, utility -> new ArrayList<>()).add(sale);
        if (sale.part.equals("B") && isCounted(sale)) {
            double[] sums = energyOnly.computeIfAbsent(sale.state, state -> new double[2]);
            sums[0] += sale.revenueUsd;
            sums[1] += sale.mwh;
        }
    }

    private static boolean isCounted(Sale sale) {
        return !Double.isNaN(sale.revenueUsd) && sale.mwh > 0;
    }

    /** The price in a county, of what stands on the grid of a market; of any where that is empty. */
    public Measured in(String county, String state, String market) {
        Set<String> there = serving.getOrDefault(county, Set.of());
        Measured open = among(there.stream().filter(key -> isOn(key, market)).toList());
        if (!open.isKnown() && among(there).isKnown() && choice.contains(state)) {
            open = among(List.of("by-choice " + state));
        }
        if (open.isKnown()) {
            return open;
        }
        Double now = ofState(state);
        return now == null ? Measured.UNKNOWN : Measured.between(now, now).asFallback();
    }

    /** Whether a utility sells on the grid of a market; one that files nothing, or nothing of a market, on any. */
    private boolean isOn(String key, String market) {
        String[] parts = key.split(" ");
        Set<String> markets = new TreeSet<>();
        sales.getOrDefault(parts[0], List.of()).stream()
                .filter(sale -> sale.state.equals(parts[1]))
                .forEach(sale -> markets.add(sale.market));
        return market.isEmpty() || markets.isEmpty() || markets.contains("") || markets.contains(market);
    }

    private Measured among(Iterable<String> utilities) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (String key : utilities) {
            String[] parts = key.split(" ");
            Average average = average(offered(parts[0], parts[1]));
            if (average != null && average.mwh >= leastSales && isBelieved(average)) {
                low = Math.min(low, average.now > most ? average.then : average.now);
                high = Math.max(high, average.now);
                Double stateAverage = ofState(parts[1]);
                if (average.mwh < representativeSales && stateAverage != null) {
                    low = Math.min(low, stateAverage);
                    high = Math.max(high, stateAverage);
                }
            }
        }
        return low <= high ? Measured.between(low, high) : Measured.UNKNOWN;
    }

    /** Of a state in 2023; where only 2018 is known, brought to 2023 like the prices of utilities. */
    private Double ofState(String state) {
        Double now = states2023.get(state);
        return now != null || !states2018.containsKey(state)
                ? now
                : Double.valueOf(states2018.get(state) * factor(state));
    }

    private boolean isBelieved(Average average) {
        return average.then >= least && average.now >= least && average.then <= most;
    }

    /** What a new load could buy of a utility in a state; of one that files nothing, from all sellers of the state where it may choose. */
    private List<Sale> offered(String utility, String state) {
        List<Sale> rows = sales.get(utility);
        if (rows == null) {
            return !choice.contains(state)
                    ? List.of()
                    : sales.values().stream()
                            .flatMap(List::stream)
                            .filter(sale -> sale.part.equals("D")
                                    && sale.state.equals(state)
                                    && isCounted(sale)
                                    && isOpen(sale))
                            .toList();
        }
        return rows.stream()
                .filter(sale -> sale.state.equals(state) && !sale.part.equals("B") && isCounted(sale) && isOpen(sale))
                .toList();
    }

    private boolean isOpen(Sale sale) {
        boolean closedFederal = sale.ownership.equals("Federal") && !openFederal.contains(sale.utility);
        return !closedFederal
                && !sale.ownership.equals("Behind the Meter")
                && (sale.part.equals("A") || choice.contains(sale.state));
    }

    private Average average(List<Sale> rows) {
        double then = 0;
        double now = 0;
        double mwh = 0;
        for (Sale sale : rows) {
            double revenue = sale.revenueUsd;
            if (sale.part.equals("C")) {
                double[] energy = energyOnly.get(sale.state);
                if (energy == null) {
                    continue;
                }
                revenue += sale.mwh * energy[0] / energy[1];
            }
            then += revenue;
            now += revenue * factor(sale.state);
            mwh += sale.mwh;
        }
        return mwh > 0 ? new Average(then / mwh, now / mwh, mwh) : null;
    }

    /** Of the state, or of all states that have both figures by their sales. */
    private double factor(String state) {
        if (states2018.containsKey(state) && states2023.containsKey(state)) {
            return states2023.get(state) / states2018.get(state);
        }
        double now = 0;
        double then = 0;
        for (String other : states2018.keySet()) {
            if (states2023.containsKey(other)) {
                now += sales2018.get(other) * states2023.get(other);
                then += sales2018.get(other) * states2018.get(other);
            }
        }
        return now / then;
    }
}
