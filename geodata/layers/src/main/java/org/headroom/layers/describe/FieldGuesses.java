package org.headroom.layers.describe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headroom.layers.describe.ColumnDescription.Type;
import org.headroom.layers.unit.UnitInName;
import org.headroom.layers.unit.Units;
import org.headroom.model.FieldDomain;
import org.headroom.model.FieldType;
import org.headroom.model.LayerField;
import org.headroom.model.LayerKind;

/**
 * Guesses which column is which field of a kind, by the names that publishers use: HIFLD and OpenStreetMap for substations, LBNL and the ISOs
 * for queues, EIA for prices, Census for areas. A guess, for a person to look over.
 */
public final class FieldGuesses {
    private static final int SHORTEST_PART = 5;

    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("siteId", List.of("siteid", "site", "parcelid", "apn", "pin", "id")),
            Map.entry("facilityId", List.of("facilityid", "facility", "plantid", "id")),
            Map.entry(
                    "requestId",
                    List.of("qid", "queueid", "queuenumber", "queueposition", "queuepos", "projectid", "inr", "id")),
            Map.entry("instrumentId", List.of("instrumentid", "moratoriumid", "ordinance", "iid", "id")),
            Map.entry("code", List.of("geoid", "fips", "countyfips", "code", "statefp", "nuts", "id")),
            Map.entry(
                    "name",
                    List.of("name", "substation", "substationname", "projectname", "sitename", "namelsad", "county")),
            Map.entry("operator", List.of("operator", "owner", "utility", "tso")),
            Map.entry("stateCode", List.of("state", "st", "stateabbrev", "stusps", "stateabbr")),
            Map.entry("jurisdictionCode", List.of("countyfips", "fips", "geoid")),
            Map.entry("jurisdictionName", List.of("jurisdiction", "county", "municipality")),
            Map.entry("jurisdictionType", List.of("jurisdictiontype", "type")),
            Map.entry(
                    "nominalVoltageKv",
                    List.of("kv", "voltage", "maxvolt", "volt", "voltagekv", "nominalkv", "basekv")),
            Map.entry(
                    "publishedHeadroomMw",
                    List.of("headroom", "available", "availablemw", "availablecapacity", "hostingcapacity", "head")),
            Map.entry("capacityDirection", List.of("direction")),
            Map.entry("transformerTotalMva", List.of("mva", "totalmva", "transformermva", "tot")),
            Map.entry("transformerLargestMva", List.of("largestmva", "maxmva", "big")),
            Map.entry("peakDemandMw", List.of("peak", "peakload", "peakmw", "peakdemand")),
            Map.entry("committedLoadMw", List.of("committed", "reserved", "committedmw")),
            Map.entry(
                    "requestedMw",
                    List.of("mw", "capacitymw", "size", "sizemw", "capacity", "mw1", "summermw", "requested")),
            Map.entry("queueStatus", List.of("status", "queuestatus", "qstatus")),
            Map.entry("side", List.of("side")),
            Map.entry("market", List.of("market", "region", "iso", "rto", "entity")),
            Map.entry("queueDate", List.of("queuedate", "qdate", "daterequested", "requestdate", "queuedatereceived")),
            Map.entry("withdrawnDate", List.of("withdrawndate", "wddate", "datewithdrawn")),
            Map.entry("inServiceDate", List.of("inservicedate", "ondate", "cod")),
            Map.entry(
                    "proposedInServiceDate", List.of("proposedinservicedate", "proposedondate", "proposedcod", "prop")),
            Map.entry("fuel", List.of("fuel", "type", "technology", "typeclean")),
            Map.entry("poiName", List.of("poi", "poiname", "pointofinterconnection")),
            Map.entry("sectors", List.of("sectors", "sector")),
            Map.entry("moratoriumStatus", List.of("status", "enactedstatus")),
            Map.entry("adoptedDate", List.of("adopted", "adoptedon", "dateenacted", "enacted")),
            Map.entry("effectiveDate", List.of("effective", "effectiveon")),
            Map.entry("expiryDate", List.of("expires", "expireson", "expiry", "enddate")),
            Map.entry("durationDays", List.of("days", "term", "duration")),
            Map.entry("durationMonths", List.of("months", "termmonths")),
            Map.entry("checkedOn", List.of("checked", "chk", "lastchecked")),
            Map.entry("zoneCode", List.of("zone", "utilitynumber", "utilityid", "node")),
            Map.entry("energyPriceUsdPerMwh", List.of("price", "rate", "usdpermwh", "lmp")),
            Map.entry("revenueUsd", List.of("revenue", "revenues")),
            Map.entry("salesMwh", List.of("sales", "salesmwh")),
            Map.entry("customerCount", List.of("customers", "customercount")),
            Map.entry("contractedCapacityMw", List.of("mw", "capacity", "capacitymw", "contractedmw", "powermw")),
            Map.entry("buildableAreaHa", List.of("area", "hectares", "acres", "areaha")),
            Map.entry("dryBulbC", List.of("drybulb", "temperature", "temp")),
            Map.entry("dewPointC", List.of("dewpoint")),
            Map.entry("wetBulbC", List.of("wetbulb")),
            Map.entry("pressurePa", List.of("pressure")),
            Map.entry("stationId", List.of("station", "stationid", "wmo")));

    private FieldGuesses() {}

    /** A field with the column that may fill it, and the unit that the column may be in; the field's own where nothing else is told. */
    public record Guess(LayerField field, ColumnDescription column, String unit) {}

    /** One guess a field and a column at most, in the order of the kind's fields. */
    public static List<Guess> of(LayerKind kind, List<ColumnDescription> columns) {
        Map<LayerField, Guess> guesses = new LinkedHashMap<>();
        Set<ColumnDescription> taken = new LinkedHashSet<>();
        for (boolean exact : new boolean[] {true, false}) {
            for (LayerField field : kind.fields()) {
                if (guesses.containsKey(field)) {
                    continue;
                }
                find(field, columns, taken, exact).ifPresent(column -> {
                    taken.add(column);
                    guesses.put(field, new Guess(field, column, unit(field, column)));
                });
            }
        }
        return kind.fields().stream()
                .filter(guesses::containsKey)
                .map(guesses::get)
                .toList();
    }

    /** The kind whose fields most columns look like; empty when hardly any does. */
    public static Optional<LayerKind> kind(List<LayerKind> kinds, List<ColumnDescription> columns) {
        LayerKind best = null;
        int most = 1;
        for (LayerKind kind : kinds) {
            int found = of(kind, columns).size();
            if (found > most) {
                most = found;
                best = kind;
            }
        }
        return Optional.ofNullable(best);
    }

    private static Optional<ColumnDescription> find(
            LayerField field, List<ColumnDescription> columns, Set<ColumnDescription> taken, boolean exact) {
        List<String> names = new ArrayList<>(NAMES.getOrDefault(field.name(), List.of()));
        names.add(0, plain(field.name()));
        for (String name : names) {
            for (ColumnDescription column : columns) {
                String written = plain(column.name());
                boolean fits = exact
                        ? written.equals(name) || isInOtherUnit(field, column)
                        : name.length() >= SHORTEST_PART && written.contains(name);
                // A column of that very name is meant, even where its values are not yet understood.
                if (fits && !taken.contains(column) && (exact || mayHold(field, column))) {
                    return Optional.of(column);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isInOtherUnit(LayerField field, ColumnDescription column) {
        Optional<String> rest = UnitInName.find(field.name(), field.unit()).map(UnitInName.Found::rest);
        return field.type() == FieldType.NUMBER
                && rest.isPresent()
                && rest.equals(UnitInName.find(column.name(), field.unit()).map(UnitInName.Found::rest));
    }

    private static boolean mayHold(LayerField field, ColumnDescription column) {
        return column.type() == Type.EMPTY
                || field.type() == FieldType.TEXT
                || (field.type() == FieldType.NUMBER) == (column.type() == Type.NUMBER);
    }

    /** The unit that the column's name tells, else one that brings its figures into the field's range. */
    private static String unit(LayerField field, ColumnDescription column) {
        if (field.type() != FieldType.NUMBER) {
            return field.unit();
        }
        Optional<UnitInName.Found> named = UnitInName.find(column.name(), field.unit())
                .filter(found -> Units.find(found.unit(), field.unit()).isPresent());
        if (named.isPresent()) {
            return named.get().unit();
        }
        FieldDomain domain = field.domain();
        if (Double.isNaN(column.greatest()) || column.greatest() <= domain.greatest()) {
            return field.unit();
        }
        return Units.accepted(field.unit()).stream()
                .filter(unit -> Units.find(unit, field.unit())
                        .map(conversion -> conversion.apply(column.greatest()) <= domain.greatest())
                        .orElse(false))
                .findFirst()
                .orElse(field.unit());
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
