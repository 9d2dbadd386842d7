package org.headroom.pack.facilities;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.dhatim.fastexcel.reader.Row;
import org.headroom.pack.file.PackFile;
import org.headroom.pack.file.Provenance;
import org.headroom.pack.file.RawFolder;
import org.headroom.pack.file.Table;

/**
 * Power plants that went out of operation since 2020, and those of which a unit is to go by 2035. The list stands beside this class; where a plant
 * is, and at which voltage it meets the grid, is read in the plant sheet of 2019 by its code.
 */
final class PlantRetirements implements PackFile {
    private static final String LIST = "eia860m-2025-12-retirements.csv";
    private static final List<String> HEADER = List.of(
            "plant_code",
            "name",
            "state",
            "grid_kv",
            "nameplate_mw",
            "technology",
            "status",
            "retirement_year",
            "longitude",
            "latitude");

    @Override
    public Provenance provenance() {
        return new Provenance(
                "power-plant-retirements.csv",
                "US Energy Information Administration",
                "Form EIA-860M, December 2025, as tabulated by plant in GridSite (github.com/gnarlysasquatch76/gridsite, 2026-02); Form EIA-860, Plant, 2019",
                "US government work",
                "2025-12-31",
                List.of(Facilities.PLANTS_2019),
                "plants of 50 MW and more: RETIRED, all units since 2020 (MW of all units that ever retired there); RETIRING, a unit has a date by 2035 (MW of the whole plant); those with units that stay beside units that went are left out; places and voltage of 2019");
    }

    @Override
    public long write(RawFolder raw, Path target) throws IOException {
        Map<String, Row> plants = Facilities.plants(raw);
        List<List<String>> rows = new ArrayList<>();
        try (InputStream bytes = Objects.requireNonNull(PlantRetirements.class.getResourceAsStream(LIST), LIST);
                CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(bytes)) {
            for (NamedCsvRecord record : records) {
                rows.add(cells(record, plant(plants, record)));
            }
        }
        return Table.write(target, HEADER, rows.stream());
    }

    /** The plant of the same code, which must be in the same state. */
    private static Row plant(Map<String, Row> plants, NamedCsvRecord record) {
        Row plant = plants.get(record.getField("plant_code"));
        if (plant == null || !plant.getCellText(Facilities.STATE).equals(record.getField("state"))) {
            throw new NoSuchElementException("no plant " + record.getField("plant_code") + " in "
                    + record.getField("state") + " in " + Facilities.PLANTS_2019);
        }
        return plant;
    }

    private static List<String> cells(NamedCsvRecord record, Row plant) {
        return List.of(
                record.getField("plant_code"),
                record.getField("name"),
                record.getField("state"),
                plant.getCellText(Facilities.GRID_KV).strip(),
                record.getField("nameplate_mw"),
                record.getField("technology"),
                record.getField("status"),
                record.getField("date").substring(0, 4),
                degrees(plant, Facilities.LONGITUDE),
                degrees(plant, Facilities.LATITUDE));
    }

    /** The sheet holds binary fractions; the form asks for six decimals at most. */
    private static String degrees(Row plant, int column) {
        return new BigDecimal(plant.getCellText(column))
                .setScale(6, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
