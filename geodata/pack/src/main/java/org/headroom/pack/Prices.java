package org.headroom.pack;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Row;
import org.headroom.pack.file.CopiedColumns;
import org.headroom.pack.file.PackFile;
import org.headroom.pack.file.Provenance;
import org.headroom.pack.file.RawFolder;
import org.headroom.pack.file.Table;

/** Industrial prices of utilities and states, and the counties that each utility serves. */
final class Prices {
    private static final String EIA = "US Energy Information Administration";
    private static final String GOVERNMENT_WORK = "US government work";
    private static final String SALES = "f_price/Sales_Ult_Cust_2018.xlsx";

    private Prices() {}

    static List<PackFile> files() {
        return List.of(new Sales(), territories(), states2018(), states2023());
    }

    private static PackFile territories() {
        String raw = "f_price/service_territory_2018.csv";
        return new CopiedColumns(
                new Provenance(
                        "eia861-territories-2018.csv",
                        EIA + ", FIPS codes by Pacific Northwest National Laboratory",
                        "Form EIA-861, Service Territory, 2018",
                        GOVERNMENT_WORK + "; BSD-2-Clause (compilation)",
                        "2018-12-31",
                        List.of(raw),
                        "rows of the lower 48 states; utility, county and state"),
                raw,
                List.of("Utility_Number", "Utility_Name", "County_FIPS", "State_Name"),
                row -> !Set.of("Alaska", "Hawaii").contains(row.getField("State_Name")));
    }

    private static PackFile states2018() {
        String raw = "facts/state_industrial_price_2018_computed.csv";
        return new CopiedColumns(
                new Provenance(
                        "eia-industrial-states-2018.csv",
                        EIA,
                        "Form EIA-861, Sales to Ultimate Customers, 2018",
                        GOVERNMENT_WORK,
                        "2018-12-31",
                        List.of(raw),
                        "industrial revenue of parts A to D by sales of parts A, B and D, by state"),
                raw,
                List.of("state", "year", "industrial_cents_per_kwh", "industrial_mwh"),
                row -> true);
    }

    private static PackFile states2023() {
        String raw = "facts/state_industrial_price_2023.csv";
        return new CopiedColumns(
                new Provenance(
                        "eia-industrial-states-2023.csv",
                        EIA,
                        "Electric Power Annual, data for 2023, released 2024-10-17",
                        GOVERNMENT_WORK,
                        "2023-12-31",
                        List.of(raw),
                        "state, year and price; Wyoming is not in the excerpt"),
                raw,
                List.of("state", "year", "industrial_cents_per_kwh"),
                (NamedCsvRecord row) -> true);
    }

    /** The sheet's header spans three rows and repeats its names, so the pack names the columns that it keeps. */
    private static final class Sales implements PackFile {
        private static final List<String> HEADER = List.of(
                "year",
                "utility_number",
                "utility_name",
                "part",
                "state",
                "ownership",
                "market",
                "industrial_revenue_thousand_usd",
                "industrial_sales_mwh",
                "industrial_customers");
        private static final int BALANCING_AUTHORITY = 8;
        private static final int[] COLUMNS = {0, 1, 2, 3, 6, 7, BALANCING_AUTHORITY, 15, 16, 17};

        /** Balancing authorities that are markets, by the names that the queues go by; the form has NA for none. */
        private static final Map<String, String> MARKETS = Map.of(
                "ERCO", "ERCOT",
                "SWPP", "SPP",
                "CISO", "CAISO",
                "ISNE", "ISO-NE",
                "NYIS", "NYISO",
                "NA", "");

        @Override
        public Provenance provenance() {
            return new Provenance(
                    "eia861-industrial-2018.csv",
                    EIA,
                    "Form EIA-861, Sales to Ultimate Customers, 2018",
                    GOVERNMENT_WORK,
                    "2018-12-31",
                    List.of(SALES),
                    "sheet States without its header and footnote; balancing authority as market; industrial revenue, sales and customers");
        }

        @Override
        public long write(RawFolder raw, Path target) throws IOException {
            Stream<List<String>> rows = raw.sheet(SALES, "States").stream()
                    .skip(3)
                    .filter(row -> !row.getCellText(6).isEmpty())
                    .map(Sales::kept);
            return Table.write(target, HEADER, rows);
        }

        private static List<String> kept(Row row) {
            return IntStream.of(COLUMNS).mapToObj(column -> cell(row, column)).toList();
        }

        private static String cell(Row row, int column) {
            String text = row.getCellText(column);
            return column == BALANCING_AUTHORITY ? MARKETS.getOrDefault(text, text) : text;
        }
    }
}
