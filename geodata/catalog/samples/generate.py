#!/usr/bin/python3
"""Makes the embedded sample: every file in data/ except SOURCE.md.

Everything is made up by the formulas below; nothing is copied or traced. Run by hand when the sample must change, never by the
build. Needs Python 3.9+ and GDAL 3.4+ with its Python bindings. The same GDAL gives the same bytes.

    ./generate.py            # writes ./data
"""

import csv
import datetime
import hashlib
import json
import math
import os
import pathlib
import random
import struct
import zipfile

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
ogr.UseExceptions()
osr.UseExceptions()
gdal.SetConfigOption("OGR_CURRENT_DATE", "2026-06-01T00:00:00.000Z")

DATA = pathlib.Path(__file__).resolve().parent / "data"
SEED = 20260601
WEST, EAST, SOUTH, NORTH = -101.6, -97.8, 34.6, 37.0
STATE = "SX"
SNAPSHOT = datetime.date(2026, 3, 31)
DAY = datetime.timedelta(days=1)

COUNTIES = [
    "Alder", "Bittern", "Cañada Honda", "Dovecote", "Elkhorn Flat", "Fairweather", "Greasewood", "Hartwell", "Indigo", "Juniper",
    "Killdeer", "Lost Anchor", "Marrow", "Niño Perdido", "Ochre", "Peñasco", "Quarry", "Río Seco", "Saltgrass", "Tumbleweed",
    "Umber", "Vesper", "Whistling", "Yarrow",
]
SUBSTATION_WORDS = [
    "Åsgård", "Blackjack", "Caprock", "Château Plains", "Dry Fork", "Esperança", "Flint", "Gyp Hill", "Høyland", "Ironwood",
    "Jäger Creek", "Kiowa Bend", "Łąka", "Mesquite", "Noontide", "Ojo Claro", "Playa", "Quail", "Redbud", "Šumava",
    "Tallgrass", "Upland", "Vega Alta", "Windrow", "Xerus", "Yucca", "Zócalo", "Arroyo", "Bluestem", "Cottonwood",
]
# Longitude, latitude, weight: where people and substations crowd.
TOWNS = [(-98.35, 35.55, 1.0), (-100.85, 35.25, 0.8), (-99.4, 36.45, 0.6), (-98.3, 36.55, 0.5), (-101.1, 36.5, 0.35), (-99.6, 34.95, 0.4)]
MARKETS = [("CIP", "Cimarron Interchange Pool"), ("RBI", "Red Bed ISO")]
UTILITIES = [
    ("101", "Prairie Light and Power"), ("102", "Caprock Electric Cooperative"), ("103", "Río Seco Municipal"),
    ("104", "Eastern Sample Electric"), ("105", "High Plains Retail Energy"),
]


def rng(purpose):
    """One stream of numbers a file, so that a change in one leaves the others alone."""
    return random.Random(f"{SEED}:{purpose}")


# ---------------------------------------------------------------------------------------------------------------- counties


def clip(polygon, a, b, c):
    """The part of a convex polygon where a*x + b*y <= c."""
    out = []
    for (x0, y0), (x1, y1) in zip(polygon, polygon[1:] + polygon[:1]):
        d0, d1 = a * x0 + b * y0 - c, a * x1 + b * y1 - c
        if d0 <= 0:
            out.append((x0, y0))
        if d0 * d1 < 0:
            t = d0 / (d0 - d1)
            out.append((x0 + t * (x1 - x0), y0 + t * (y1 - y0)))
    return out


def roughen(p, q, depth):
    """Points from p (included) to q (left out) along a bent line; the same line, reversed, from q to p."""
    length = math.dist(p, q)
    if depth == 0 or length < 0.03:
        return [p]
    low, high = min(p, q), max(p, q)
    digest = hashlib.sha256(repr((low, high)).encode()).digest()
    bend = (int.from_bytes(digest[:4], "big") / 2**32 - 0.5) * 0.28
    middle = (
        round((low[0] + high[0]) / 2 - bend * (high[1] - low[1]), 6),
        round((low[1] + high[1]) / 2 + bend * (high[0] - low[0]), 6),
    )
    return roughen(p, middle, depth - 1) + roughen(middle, q, depth - 1)


def is_surveyed(p, q):
    """The northern and the western border are straight lines, as surveyors draw them; the others follow rivers."""
    return (p[1] == q[1] == NORTH) or (p[0] == q[0] == WEST)


def make_counties():
    """Voronoi cells of 24 jittered points, with bent edges that neighbours share exactly."""
    r = rng("counties")
    seeds = []
    for row in range(4):
        for column in range(6):
            seeds.append((
                WEST + (column + 0.5 + r.uniform(-0.33, 0.33)) * (EAST - WEST) / 6,
                SOUTH + (3 - row + 0.5 + r.uniform(-0.33, 0.33)) * (NORTH - SOUTH) / 4,
            ))
    counties = []
    for i, (x, y) in enumerate(seeds):
        cell = [(WEST, SOUTH), (EAST, SOUTH), (EAST, NORTH), (WEST, NORTH)]
        for j, (u, v) in enumerate(seeds):
            if i != j:
                cell = clip(cell, 2 * (u - x), 2 * (v - y), u * u + v * v - x * x - y * y)
        cell = [(round(a, 6), round(b, 6)) for a, b in cell]
        ring = []
        for p, q in zip(cell, cell[1:] + cell[:1]):
            ring += roughen(p, q, 0 if is_surveyed(p, q) else 4)
        counties.append({"code": f"99{2 * i + 1:03d}", "name": COUNTIES[i], "seed": (x, y), "geometry": polygon_of(ring)})
    return counties


def polygon_of(points):
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in list(points) + [points[0]]:
        ring.AddPoint_2D(x, y)
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    return polygon


def union_of(geometries):
    total = geometries[0].Clone()
    for g in geometries[1:]:
        total = total.Union(g)
    return total


def point_of(x, y):
    p = ogr.Geometry(ogr.wkbPoint)
    p.AddPoint_2D(x, y)
    return p


def county_at(counties, x, y):
    p = point_of(x, y)
    for county in counties:
        if county["geometry"].Contains(p):
            return county
    return None


def wgs84():
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(4326)
    srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return srs


def write_boundaries(counties):
    """boundaries.gpkg: tables counties, markets and region."""
    path = DATA / "boundaries.gpkg"
    path.unlink(missing_ok=True)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path), options=["ADD_GPKG_OGR_CONTENTS=NO"])
    markets = [[c for c in counties if (c["seed"][1] > 35.7) == north] for north in (True, False)]
    for county, market in [(c, k) for k, members in enumerate(markets) for c in members]:
        county["market"] = MARKETS[market][0]
    tables = {
        "counties": [(c["code"], c["name"], c["geometry"]) for c in counties],
        "markets": [(MARKETS[k][0], MARKETS[k][1], union_of([c["geometry"] for c in members])) for k, members in enumerate(markets)],
        "region": [("99", "Sample State", union_of([c["geometry"] for c in counties]))],
    }
    for name, rows in tables.items():
        kind = ogr.wkbPolygon if all(g.GetGeometryType() == ogr.wkbPolygon for _, _, g in rows) else ogr.wkbMultiPolygon
        layer = source.CreateLayer(name, wgs84(), kind, options=["GEOMETRY_NAME=geom", "FID=fid", "SPATIAL_INDEX=NO"])
        for field in ("code", "name", "state"):
            layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
        for code, title, geometry in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            feature["code"], feature["name"], feature["state"] = code, title, STATE
            feature.SetGeometry(ogr.ForceToMultiPolygon(geometry.Clone()) if kind == ogr.wkbMultiPolygon else geometry)
            layer.CreateFeature(feature)
    source = None
    return tables["region"][0][2]


# -------------------------------------------------------------------------------------------------------------- substations


def corridor(t, k):
    """A point of one of three transmission corridors, t from 0 to 1."""
    if k == 0:  # west to east, through the two largest towns
        return WEST + 0.15 + t * (EAST - WEST - 0.3), 35.3 + 0.28 * math.sin(3.1 * t) + 0.05 * math.sin(17 * t)
    if k == 1:  # north to south, in the east
        return -98.45 + 0.25 * math.sin(4 * t), SOUTH + 0.15 + t * (NORTH - SOUTH - 0.3)
    return WEST + 0.2 + t * 3.1, 36.75 - 1.5 * t * t  # the wind line, from the north-west


def make_substations(region):
    r = rng("substations")
    places = []
    for k, kv, n in ((0, 345.0, 9), (1, 345.0, 7), (2, 230.0, 7)):
        for i in range(n):
            x, y = corridor((i + r.uniform(0.2, 0.8)) / n, k)
            places.append((x, y, kv))
    while len(places) < 74:
        tx, ty, _ = r.choices(TOWNS, [w for _, _, w in TOWNS])[0]
        places.append((r.gauss(tx, 0.42), r.gauss(ty, 0.3), r.choice([69.0, 69.0, 115.0, 138.0, 138.0])))
    rows = []
    for i, (x, y, kv) in enumerate(p for p in places if region.Contains(point_of(p[0], p[1]))):
        word = SUBSTATION_WORDS[i % len(SUBSTATION_WORDS)]
        number = 1 + i // len(SUBSTATION_WORDS)
        count = r.choice([1, 2, 2, 3, 4])
        largest = {345.0: 400.0, 230.0: 250.0, 138.0: 100.0, 115.0: 75.0, 69.0: 40.0}[kv] * r.choice([0.75, 1.0, 1.25])
        total = largest * (1 + 0.9 * (count - 1))
        peak = total * r.uniform(0.25, 0.7)
        row = {
            "SUB_ID": f"S{i + 1:03d}",
            "NAME": word if number == 1 else f"{word} {number}",
            "OPERATOR": UTILITIES[r.randrange(len(UTILITIES))][1],
            "VOLT_KV": kv,
            "HEADRM_MW": None,
            "HR_ASOF": None,
            "DIRECTION": None,
            "MVA_TOTAL": round(total, 1),
            "MVA_MAX": round(largest, 1),
            "PEAK_MW": round(peak, 1),
            "COMMIT_MW": round(max(0.0, r.gauss(0.06, 0.08)) * total, 1),
            "place": (x, y),
        }
        kind = r.random()
        if kind < 0.5:  # published headroom for load (H1)
            row["HEADRM_MW"] = round(max(0.0, (total - peak) * r.uniform(-0.1, 0.75)), 0)
            row["HR_ASOF"] = (2026, r.randrange(1, 5), r.randrange(1, 29))
            row["DIRECTION"] = "LOAD"
        elif kind < 0.65:  # published for generation: says nothing about load
            row["HEADRM_MW"] = round(total * r.uniform(0.1, 0.6), 0)
            row["HR_ASOF"] = (2025, r.randrange(6, 13), r.randrange(1, 29))
            row["DIRECTION"] = "GENERATION"
        if r.random() < 0.25:  # no transformer data: H2 cannot be computed
            row["MVA_TOTAL"] = row["MVA_MAX"] = row["PEAK_MW"] = row["COMMIT_MW"] = None
        rows.append(row)
    rows[11]["VOLT_KV"] = 0.0  # not mapped
    rows[23]["DIRECTION"], rows[23]["HEADRM_MW"] = "BOTH", 55.0  # not a direction that Headroom knows
    rows[37]["place"] = None  # a null shape
    return rows


def write_substations(rows):
    """substations.shp in UTM zone 14 north, attributes in UTF-8."""
    path = DATA / "substations.shp"
    if path.exists():
        ogr.GetDriverByName("ESRI Shapefile").DeleteDataSource(str(path))
    utm = osr.SpatialReference()
    utm.ImportFromEPSG(32614)
    utm.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    to_utm = osr.CoordinateTransformation(wgs84(), utm)
    source = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(path))
    layer = source.CreateLayer(
        "substations", utm, ogr.wkbPoint, options=["ENCODING=UTF-8", "DBF_DATE_LAST_UPDATE=2026-06-01"])
    for name in rows[0]:
        if name == "place":
            continue
        text = name in ("SUB_ID", "NAME", "OPERATOR", "DIRECTION")
        field = ogr.FieldDefn(name, ogr.OFTDate if name == "HR_ASOF" else ogr.OFTString if text else ogr.OFTReal)
        if text:
            field.SetWidth(32 if name in ("NAME", "OPERATOR") else 10)
        elif name != "HR_ASOF":
            field.SetWidth(8)
            field.SetPrecision(1)
        layer.CreateField(field)
    for row in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        for name, value in row.items():
            if name == "place" or value is None:
                continue
            if name == "HR_ASOF":
                feature.SetField(name, value[0], value[1], value[2], 0, 0, 0.0, 0)
            else:
                feature[name] = value
        if row["place"] is not None:
            point = point_of(*row["place"])
            point.Transform(to_utm)
            feature.SetGeometry(point)
        layer.CreateFeature(feature)
    source = None


# -------------------------------------------------------------------------------------------------------------- plain tables


def write_csv(name, header, rows):
    with open(DATA / name, "w", newline="", encoding="utf-8") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


def write_county_capacity(counties, substations):
    r = rng("capacity")
    rows = []
    for i, county in enumerate(counties):
        inside = [s for s in substations if s["place"] and county["geometry"].Contains(point_of(*s["place"]))]
        bulk = sum(1 for s in inside if s["VOLT_KV"] >= 115)
        highest = max([s["VOLT_KV"] for s in inside], default=0.0)
        transfer = round(120 * len(inside) + 2.4 * highest + r.uniform(40, 700), 1)
        plant = round(max(0.0, r.gauss(350, 320)), 1)
        rows.append([county["code"], county["name"], transfer, len(inside), bulk, highest, plant])
    rows[6][2] = "see map"  # a text in a number
    rows.append(["99099", "Nowhere", 500.0, 3, 1, 138.0, 0.0])  # a key that matches no county
    write_csv("county_capacity.csv", ["code", "county", "transfer_mw", "substations", "bulk", "max_kv", "plant_mw"], rows)


def write_prices(counties):
    r = rng("prices")
    sales = []
    for number, name in UTILITIES:
        mwh = r.randrange(400_000, 3_000_000)
        cents = r.uniform(5.2, 8.9)
        if number == "105":  # energy by one company, delivery by another: the two parts must be added per MWh
            sales.append([number, name, STATE, "B", round(mwh * cents * 0.6 / 100, 1), mwh, 41])
            sales.append([number, name, STATE, "C", round(mwh * cents * 0.4 / 100, 1), mwh, 41])
        else:
            sales.append([number, name, STATE, "A", round(mwh * cents / 100, 1), mwh, r.randrange(10, 300)])
    sales.append(["106", "Sleeping Utility", STATE, "A", ".", ".", "."])
    write_csv("utility_sales.csv", ["utility", "name", "state", "part", "revenue_kusd", "sales_mwh", "customers"], sales)

    territory = []
    for i, county in enumerate(counties):
        if i in (9, 20):
            continue  # nobody reports serving here: the state's price stands in
        x, y = county["seed"]
        main = "103" if county["name"] == "Río Seco" else "101" if y > 36 else "104" if x > -99 else "102"
        territory.append([county["code"], main, STATE])
        if r.random() < 0.4:
            territory.append([county["code"], "105" if main != "105" else "101", STATE])
    territory.append(["99099", "101", STATE])
    write_csv("utility_territory.csv", ["code", "utility", "state"], territory)

    zones = [["99" + f"{2 * i + 1:03d}", f"Zone {k}", price] for k, i, price in (("A", 3, 47.5), ("A", 4, 47.5), ("B", 14, 71.25))]
    write_csv("zone_prices.csv", ["code", "zone", "usd_per_mwh"], zones)
    write_csv("state_prices.csv", ["state", "cents_per_kwh"], [[STATE, 7.31]])


def write_moratoria(counties):
    header = [
        "id", "code", "jurisdiction", "type", "sectors", "threshold_mw", "scope", "status", "adopted", "effective", "expires",
        "days", "term", "rescinded", "certainty", "checked_on", "citation",
    ]
    dc, crypto, both = '["data_center"]', '["cryptocurrency_mining"]', '["data_center", "cryptocurrency_mining"]'
    acts = [
        # county, type, sectors, MW, scope, status, adopted, effective, expires, days, term, rescinded, certainty, checked
        (0, "County", dc, "", "AREA", "ACTIVE", "2026-01-15", "", "", "365", "FIXED_DAYS", "", "EXACT", "2026-05-15"),
        (3, "County", both, "", "AREA", "ACTIVE", "2025-11-03", "", "", "", "INDEFINITE", "", "EXACT", "2026-05-15"),
        (5, "County", dc, "", "AREA", "ACTIVE", "2025-07-01", "2025-07-15", "2026-07-14", "", "UNTIL_DATE", "", "EXACT", "2026-05-15"),
        (7, "County", dc, "", "AREA", "ACTIVE", "2026-05-20", "2026-07-01", "", "180", "FIXED_DAYS", "", "EXACT", "2026-05-21"),
        (8, "County", dc, "", "AREA", "PROPOSED", "", "", "", "", "UNKNOWN", "", "UNVERIFIED", "2026-05-15"),
        (10, "County", dc, "", "AREA", "EXPIRED", "2025-01-10", "", "2025-12-31", "", "UNTIL_DATE", "", "EXACT", "2026-05-15"),
        (11, "County", both, "", "AREA", "RESCINDED", "2025-09-01", "", "", "365", "FIXED_DAYS", "2026-02-10", "EXACT", "2026-05-15"),
        (13, "County", crypto, "", "AREA", "ACTIVE", "2025-12-12", "", "", "730", "FIXED_DAYS", "", "EXACT", "2026-05-15"),
        (15, "County", dc, "200", "AREA", "ACTIVE", "2026-02-02", "", "", "365", "FIXED_DAYS", "", "EXACT", "2026-05-15"),
        (16, "County", dc, "50", "AREA", "EXTENDED", "2025-08-18", "", "2026-11-30", "", "UNTIL_DATE", "", "EXACT", "2026-05-15"),
        (18, "County", dc, "", "AREA", "ACTIVE", "", "", "", "180", "FIXED_DAYS", "", "UNVERIFIED", "2026-05-15"),
        (19, "Township", dc, "", "PART", "ACTIVE", "2026-03-09", "", "", "365", "FIXED_DAYS", "", "EXACT", "2026-05-15"),
        (21, "County", dc, "", "AREA", "ACTIVE", "2026-04-01", "", "", "", "UNTIL_EVENT", "", "MONTH", "2026-05-15"),
    ]
    rows = []
    for i, kind, sectors, mw, scope, status, adopted, effective, expires, days, term, rescinded, certainty, checked in acts:
        c = counties[i]
        name = f"{c['name']} {kind}"
        rows.append([
            f"SX-{c['code']}-{status}", c["code"], name, kind, sectors, mw, scope, status, adopted, effective, expires, days, term,
            rescinded, certainty, checked, f"Made-up resolution of {name}",
        ])
    # Somebody looked and found nothing, or nothing but the acts above that do not hold. Nobody looked in counties 20 and 23.
    for i in (1, 2, 4, 6, 9, 10, 11, 12, 13, 14, 15, 17, 22):
        c = counties[i]
        rows.append([f"SX-{c['code']}-CHECK", c["code"], c["name"], "County", "", "", "", "NONE"] + [""] * 7
                    + ["2026-05-15", "Made-up search of the minutes"])
    rows.append(["SX-99099-ACTIVE", "99099", "Nowhere County", "County", dc, "", "AREA", "ACTIVE", "2026-01-01", "", "", "90",
                 "FIXED_DAYS", "", "EXACT", "2026-05-15", "Matches no county"])
    rows[5][8] = "winter 2025"  # a text in a date
    write_csv("moratoria_counties.csv", header, rows)

    def box(x, y, w, h):
        return [[[round(x - w, 5), round(y - h, 5)], [round(x + w, 5), round(y - h, 5)], [round(x + w, 5), round(y + h, 5)],
                 [round(x - w, 5), round(y + h, 5)], [round(x - w, 5), round(y - h, 5)]]]

    def feature(identity, name, status, adopted, days, sectors, ring, **more):
        properties = {"id": identity, "name": name, "type": "City", "sectors": sectors, "status": status, "adopted": adopted,
                      "days": days, "term": "FIXED_DAYS", "certainty": "EXACT", "checked_on": "2026-05-15", "threshold_mw": None}
        properties.update(more)
        return {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": ring}}

    octagon = [[[round(-99.4 + 0.16 * math.cos(a * math.pi / 4), 5), round(36.45 + 0.13 * math.sin(a * math.pi / 4), 5)] for a in range(8)]]
    octagon[0].append(octagon[0][0])
    bow_tie = [[[-98.55, 35.4], [-98.15, 35.7], [-98.15, 35.4], [-98.55, 35.7], [-98.55, 35.4]]]
    features = [
        feature("SX-CITY-1", "City of Noonday", "ACTIVE", "2026-02-20", 365, "data_center", octagon),
        feature("SX-CITY-2", "City of Crossroads", "ACTIVE", "2025-10-01", 365, "data_center;cryptocurrency_mining", bow_tie),
        feature("SX-CITY-3", "City of Salt Wells", "EXPIRED", "2024-06-01", 180, "cryptocurrency_mining", box(-100.85, 35.25, 0.12, 0.1)),
        feature("SX-CITY-4", "City of Too Far North", "ACTIVE", "2026-01-01", 365, "data_center",
                [[[-100.0, 425.1], [-99.9, 425.1], [-99.9, 425.2], [-100.0, 425.1]]]),
        feature("SX-CITY-5", "City of Vega", "ACTIVE", "2026-05-01", 365, "data_center", box(-99.6, 34.95, 0.13, 0.09), threshold_mw=20),
    ]
    write_geojson("moratoria_areas.geojson", features)


def write_geojson(name, features):
    with open(DATA / name, "w", encoding="utf-8") as f:
        f.write('{"type": "FeatureCollection", "features": [\n')
        f.write(",\n".join(json.dumps(x, ensure_ascii=False) for x in features))
        f.write("\n]}\n")


# -------------------------------------------------------------------------------------------------------------------- queue


def serial(day):
    return (day - datetime.date(1899, 12, 30)).days


def american(day):
    return f"{day.month}/{day.day}/{day.year}"


def make_queue(counties, substations):
    """About 600 requests; each runs against three clocks: service, withdrawal, and the day of the snapshot."""
    r = rng("queue")
    sheets = {"active": [], "withdrawn": [], "completed": [], "load": []}
    named = [s for s in substations if s["place"]]
    for n in range(600):
        load = r.random() < 0.14
        poi = r.choice(named)
        county = county_at(counties, *poi["place"]) or r.choice(counties)
        start = datetime.date(2012, 1, 1) + DAY * int((SNAPSHOT - datetime.date(2012, 1, 1)).days * r.random() ** 0.6)
        slow = 1.35 if county["market"] == "RBI" else 1.0
        service = start + DAY * int(365.25 * slow * (1.2 + r.expovariate(1 / 7.5)))
        withdrawn = start + DAY * int(365.25 * (0.15 + r.expovariate(1 / 2.6)))
        fuel = "Load" if load else r.choices(["Solar", "Wind", "Battery", "Solar+Battery", "Gas", "Hydro"], [34, 24, 16, 14, 10, 1])[0]
        mw = round(r.choice([50, 75, 100, 150, 200, 300, 400]) * r.uniform(0.5, 1.3), 1) if load else round(min(900, max(5, r.lognormvariate(4.7, 0.8))), 1)
        mw2 = round(mw * r.choice([0.25, 0.5, 1.0]), 1) if fuel == "Solar+Battery" else None
        row = {"id": f"{county['market']}-{n + 1:04d}", "entity": county["market"], "county": county["name"], "state": STATE,
               "poi": poi["NAME"], "start": start, "fuel": fuel, "mw1": mw, "mw2": mw2,
               "planned": start + DAY * r.randrange(500, 1800)}
        end = min(service, withdrawn)
        row["status"] = "active" if end > SNAPSHOT else "completed" if service <= withdrawn else "withdrawn"
        row["end"] = None if end > SNAPSHOT else end
        if load and row["status"] == "active" and r.random() < 0.15:
            row["status"] = "suspended"
        sheets["load" if load else row["status"]].append(row)
    return sheets


def write_queue(sheets):
    common = ["q_id", "q_status", "q_date", "entity", "county", "state", "poi_name", "type_clean", "mw1", "mw2", "proposed_on_date"]
    tables = {"introduction": [["Queued in the Sample State"], ["Made up; see SOURCE.md"]], }
    for name, last in (("active", None), ("withdrawn", "wd_date"), ("completed", "on_date")):
        rows = [[f"Requests: {name}"], [], common + ([last] if last else [])]
        for k, q in enumerate(sheets[name]):
            first = Date(q["start"]) if name == "active" else american(q["start"])
            row = [q["id"], name, first, q["entity"], q["county"].upper() if k % 3 == 0 else q["county"], q["state"], q["poi"],
                   q["fuel"], q["mw1"], q["mw2"], american(q["planned"])]
            if name == "withdrawn":
                row.append((q["end"] - datetime.date(1960, 1, 1)).days)
            elif name == "completed":
                row.append(Date(q["end"]))
            rows.append(row)
        tables[name] = rows
    tables["active"][5][8] = "TBD"  # a text in a number
    tables["active"][9][4] = "Yarow"  # a county that does not exist
    tables["withdrawn"][7][2] = "2/30/2019"  # a day that does not exist
    tables["completed"][6][4] = ""
    words = {"active": "Under study", "suspended": "On hold", "withdrawn": "Withdrawn", "completed": "Energised"}
    rows = [["Large loads"], [], ["request", "status", "received", "operator", "county", "state", "substation", "mw", "ended"]]
    for q in sheets["load"]:
        rows.append([q["id"], words[q["status"]], q["start"].isoformat(), q["entity"], q["county"] + " County", q["state"], q["poi"],
                     q["mw1"], q["end"].isoformat() if q["end"] else None])
    rows[4][1] = "Lost in the post"  # a status that the descriptor does not list
    tables["load"] = rows
    tables["codebook"] = [["field", "meaning"], ["q_date", "day received: a date in sheet active, a text m/d/y elsewhere"],
                          ["wd_date", "days since 1960-01-01"], ["on_date", "a date"], ["mw1, mw2", "MW of the parts of a hybrid"]]
    write_xlsx(DATA / "queue.xlsx", tables)


class Date(int):
    """A cell with a date: the serial day, shown in a date format."""

    def __new__(cls, day):
        return int.__new__(cls, serial(day))


def column_name(n):
    return chr(65 + n)


def write_xlsx(path, tables):
    """A plain workbook: shared strings, one date format, fixed time stamps."""
    shared, order = {}, []

    def cell(reference, value):
        if isinstance(value, Date):
            return f'<c r="{reference}" s="1"><v>{int(value)}</v></c>'
        if isinstance(value, (int, float)):
            return f'<c r="{reference}"><v>{value}</v></c>'
        if value not in shared:
            shared[value] = len(order)
            order.append(value)
        return f'<c r="{reference}" t="s"><v>{shared[value]}</v></c>'

    def escape(text):
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    files = {}
    for k, rows in enumerate(tables.values(), 1):
        body = []
        for i, row in enumerate(rows, 1):
            cells = "".join(cell(f"{column_name(j)}{i}", v) for j, v in enumerate(row) if v is not None)
            body.append(f'<row r="{i}">{cells}</row>')
        files[f"xl/worksheets/sheet{k}.xml"] = f'{head}<worksheet xmlns="{main}"><sheetData>{"".join(body)}</sheetData></worksheet>'
    strings = "".join(f'<si><t xml:space="preserve">{escape(s)}</t></si>' for s in order)
    files["xl/sharedStrings.xml"] = f'{head}<sst xmlns="{main}" uniqueCount="{len(order)}">{strings}</sst>'
    files["xl/styles.xml"] = (
        f'{head}<styleSheet xmlns="{main}"><fonts count="1"><font/></fonts><fills count="2"><fill/><fill/></fills><borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>')
    names = "".join(f'<sheet name="{n}" sheetId="{k}" r:id="rId{k}"/>' for k, n in enumerate(tables, 1))
    files["xl/workbook.xml"] = f'{head}<workbook xmlns="{main}" xmlns:r="{rel}"><sheets>{names}</sheets></workbook>'
    links = "".join(f'<Relationship Id="rId{k}" Type="{rel}/worksheet" Target="worksheets/sheet{k}.xml"/>' for k in range(1, len(tables) + 1))
    n = len(tables)
    links += f'<Relationship Id="rId{n + 1}" Type="{rel}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId{n + 2}" Type="{rel}/styles" Target="styles.xml"/>'
    files["xl/_rels/workbook.xml.rels"] = f'{head}<Relationships xmlns="{package}/relationships">{links}</Relationships>'
    files["_rels/.rels"] = (f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
                            f'Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    parts = "".join(f'<Override PartName="/xl/worksheets/sheet{k}.xml" ContentType="{kinds}worksheet+xml"/>' for k in range(1, n + 1))
    files["[Content_Types].xml"] = (
        f'{head}<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{kinds}sheet.main+xml"/>{parts}'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kinds}sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="{kinds}styles+xml"/></Types>')
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name in ["[Content_Types].xml", "_rels/.rels"] + sorted(f for f in files if f.startswith("xl/")):
            info = zipfile.ZipInfo(name, (2026, 6, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            z.writestr(info, files[name])


# ------------------------------------------------------------------------------------------------------------------ climate


def elevation_m(x, y):
    """The land rises to the west, as it does on the southern High Plains."""
    return 320 + 185 * (EAST - x) + 40 * math.sin(3 * x) * math.cos(4 * y)


def mean_temperature_c(x, y):
    return 16.6 - 0.85 * (y - 35.0) - 0.0058 * (elevation_m(x, y) - 500)


def degree_days(x, y):
    """Heating and cooling degree days, base 18.33 degC, of a sine year with an even spread of +-6 K within the days."""
    hdd = cdd = 0.0
    for day in range(365):
        t = mean_temperature_c(x, y) - 12.2 * math.cos(2 * math.pi * (day - 18) / 365)
        for k in range(-6, 7):
            hdd += max(0.0, 18.33 - t - k) / 13
            cdd += max(0.0, t + k - 18.33) / 13
    return hdd, cdd


def write_climate_raster():
    """climate_normals.tif: bands heating degree days, cooling degree days, mean dry bulb, mean wet bulb; 0.1 degree cells."""
    west, north, columns, rows, cell = WEST - 0.2, NORTH + 0.2, 42, 28, 0.1
    raster = gdal.GetDriverByName("GTiff").Create(
        str(DATA / "climate_normals.tif"), columns, rows, 4, gdal.GDT_Float32, options=["COMPRESS=DEFLATE", "PREDICTOR=3", "INTERLEAVE=BAND"])
    raster.SetGeoTransform((west, cell, 0, north, 0, -cell))
    raster.SetProjection(wgs84().ExportToWkt())
    bands = [bytearray() for _ in range(4)]
    for j in range(rows):
        for i in range(columns):
            x, y = west + (i + 0.5) * cell, north - (j + 0.5) * cell
            hdd, cdd = degree_days(x, y)
            t = mean_temperature_c(x, y)
            wet = t - 4.1 - 0.55 * (EAST - x)
            values = (hdd, cdd, t, wet) if not (i < 2 and j > 24) else (-9999.0,) * 4  # a corner without data
            for band, value in zip(bands, values):
                band += struct.pack("<f", round(value, 2))
    for k, (name, band) in enumerate(zip(("HDD_18.33C", "CDD_18.33C", "T_DRY_MEAN_C", "T_WET_MEAN_C"), bands), 1):
        target = raster.GetRasterBand(k)
        target.SetNoDataValue(-9999.0)
        target.SetDescription(name)
        target.WriteRaster(0, 0, columns, rows, bytes(band))
    raster = None


def write_station(name, x, y):
    """One year of hours: a sine year, a sine day, and weather that remembers itself (first-order autoregression)."""
    r = rng(name)
    pressure = 1013.25 * (1 - 2.25577e-5 * elevation_m(x, y)) ** 5.25588
    weather, rows = 0.0, []
    for hour in range(8760):
        day = hour / 24
        weather = 0.985 * weather + r.gauss(0, 0.62)
        t = (mean_temperature_c(x, y) - 12.2 * math.cos(2 * math.pi * (day - 18) / 365)
             - (5.2 + 1.3 * math.sin(2 * math.pi * day / 365)) * math.cos(2 * math.pi * (hour % 24 - 3) / 24) + weather)
        dew = min(t, mean_temperature_c(x, y) - 7.5 - 10.4 * math.cos(2 * math.pi * (day - 24) / 365) + 0.6 * weather)
        rows.append([hour, f"{t:.1f}", f"{dew:.1f}", f"{pressure - 0.35 * weather:.1f}"])
    rows[4000][1] = "sensor"  # a text in a number
    write_csv(name, ["hour", "t_db_c", "t_dew_c", "p_hpa"], rows)


# --------------------------------------------------------------------------------------------------- facilities and parcels


def write_mines(counties, substations):
    r = rng("mines")
    big = [s for s in substations if s["place"] and s["VOLT_KV"] >= 138]
    capacities = [320, 180, 140, 110, 95, 75, 60, 45, 30, 24, 12, None, None, 210]
    cooling = ["LIQUID", "IMMERSION", "AIR", "LIQUID", "AIR", "IMMERSION", "AIR", "AIR", "AIR", None, "AIR", "AIR", "IMMERSION", "AIR"]
    names = ["Caprock Hash", "Noontide Digital", "Playa Compute", "Redbud Mining", "Dry Fork Blocks", "Gyp Hill Nodes", "Windrow",
             "Ojo Claro", "Kiowa Bend", "Quail Run", "Flint Annex", "Zócalo Yard", "Upland Racks", "Saltgrass Works"]
    features = []
    for i, name in enumerate(names):
        sub = big[(i * 5) % len(big)]
        x, y = sub["place"][0] + r.uniform(-0.06, 0.06), sub["place"][1] + r.uniform(-0.05, 0.05)
        mw = capacities[i]
        properties = {
            "id": f"MINE-{i + 1:02d}", "name": name, "operator": r.choice(["Made-up Mining", "Sample Hosting", "Fictional Power"]),
            "status": r.choice(["operating", "operating", "operating", "curtailed"]) if i != 13 else "announced",
            "contract_mw": mw, "interruptible_mw": round(mw * 0.2, 1) if mw and i % 3 == 0 else None,
            "asic_mw": round(mw * r.uniform(0.6, 0.98), 1) if mw else None, "cooling": cooling[i],
            "kw_per_rack": {"AIR": 12.0, "LIQUID": 60.0, "IMMERSION": 90.0}.get(cooling[i]),
            "building_m2": round(mw * r.uniform(90, 480)) if mw else None, "land_ha": round(r.uniform(4, 60), 1),
            "feeds": 2 if mw and mw >= 100 else 1, "fibre_km": round(r.uniform(0.4, 28), 1), "meaning": "firm import right", "as_of": "2026-04",
        }
        features.append({"type": "Feature", "properties": properties,
                         "geometry": {"type": "Point", "coordinates": [round(x, 5), round(y, 5)]}})
    features[9]["properties"]["contract_mw"] = "about 24"  # a text in a number
    for k, (mw, geometry) in enumerate([(50, None), (65, {"type": "Point", "coordinates": [-99.2461, 425.2461]})]):
        features.append({"type": "Feature", "geometry": geometry, "properties": dict(
            features[6]["properties"], id=f"MINE-{15 + k}", name=["Lost Yard", "Far North Yard"][k], contract_mw=mw)})
    write_geojson("mines.geojson", features)


def write_parcels(counties, substations, region):
    r = rng("parcels")
    subs = [s for s in substations if s["place"]]
    features = []
    while len(features) < 120:
        if r.random() < 0.6:
            s = r.choice(subs)["place"]
            x, y = r.gauss(s[0], 0.12), r.gauss(s[1], 0.1)
        else:
            x, y = r.uniform(WEST, EAST), r.uniform(SOUTH, NORTH)
        size = r.uniform(0.003, 0.012)
        turn, corners = r.uniform(0, math.pi), r.choice([4, 4, 5, 6])
        ring = []
        for k in range(corners):
            a = turn + 2 * math.pi * k / corners
            reach = size * r.uniform(0.75, 1.15)
            ring.append([round(x + reach * math.cos(a) * 1.22, 6), round(y + reach * math.sin(a), 6)])
        polygon = polygon_of([tuple(p) for p in ring])
        if not region.Contains(polygon):
            continue
        hectares = polygon.GetArea() * 111.2 * 111.2 * math.cos(math.radians(y)) * 100
        n = len(features) + 1
        features.append({"type": "Feature",
                         "properties": {"parcel": f"P-{n:03d}", "name": f"{county_at(counties, x, y)['name']} parcel {n}" if county_at(counties, x, y) else None,
                                        "buildable_ha": round(hectares * r.uniform(0.55, 0.97), 1)},
                         "geometry": {"type": "Polygon", "coordinates": [ring + [list(ring[0])]]}})
    ring = features[17]["geometry"]["coordinates"][0]
    if len(ring) >= 5:
        ring[1], ring[2] = ring[2], ring[1]  # a bow-tie
    features[40]["properties"]["buildable_ha"] = "all of it"  # a text in a number
    features[60]["properties"]["parcel"] = None  # no id
    for p in features[80]["geometry"]["coordinates"][0]:
        p[1] = round(p[1] + 389.5, 6)  # latitude 425
    write_geojson("parcels.geojson", features)


# ---------------------------------------------------------------------------------------------------------- flood and fibre


def write_flood_zones():
    """A river from west to east: A and AE along it, X on both sides as far as somebody mapped, which is west of 98.9 degrees west."""
    def bank(x, side):
        return round(35.75 + 0.35 * math.sin((x + 101.4) * 2.1) + side * (0.045 + 0.02 * math.cos(x * 5)), 5)

    def feature(identity, zone, ring):
        return {"type": "Feature", "properties": {"FLD_AR_ID": identity, "FLD_ZONE": zone},
                "geometry": {"type": "Polygon", "coordinates": [[list(p) for p in ring + ring[:1]]]}}

    west, middle, east = -101.4, -100.2, -98.9
    features = []
    for number, (zone, start, end) in enumerate((("A", west, middle), ("AE", middle, east)), 1):
        xs = [round(start + (end - start) * i / 24, 5) for i in range(25)]
        north = [(x, bank(x, 1)) for x in xs]
        south = [(x, bank(x, -1)) for x in xs]
        features.append(feature(f"F{number}", zone, south + north[::-1]))
        features.append(feature(f"N{number}", "X", north + [(end, 36.95), (start, 36.95)]))
        features.append(feature(f"S{number}", "X", [(start, 34.65), (end, 34.65)] + south[::-1]))
    features.append(feature("F9", "?", [(-100.9, 36.2), (-100.7, 36.2), (-100.7, 36.3), (-100.9, 36.3)]))
    write_geojson("flood_zones.geojson", features)


def write_fibre_routes():
    routes = [
        ("R1", "in service", [(-101.6, 35.3), (-100.85, 35.25), (-99.6, 35.1), (-98.35, 35.55), (-97.8, 35.6)]),
        ("R2", "in service", [(-98.35, 35.55), (-98.3, 36.55), (-98.25, 37.0)]),
        ("R3", "planned", [(-100.85, 35.25), (-101.1, 36.5), (-99.4, 36.45), (-98.3, 36.55)]),
        ("R4", "", [(-99.6, 35.1), (-99.6, 34.6)]),
    ]
    write_geojson("fibre_routes.geojson", [
        {"type": "Feature", "properties": {"route": route, "status": status},
         "geometry": {"type": "LineString", "coordinates": [list(p) for p in line]}}
        for route, status, line in routes
    ])


def main():
    os.makedirs(DATA, exist_ok=True)
    counties = make_counties()
    assert all(c["geometry"].IsValid() for c in counties)
    region = write_boundaries(counties)
    substations = make_substations(region)
    write_substations(substations)
    write_county_capacity(counties, substations)
    write_prices(counties)
    write_moratoria(counties)
    write_queue(make_queue(counties, substations))
    write_climate_raster()
    write_station("station_west.csv", -100.9, 35.3)
    write_station("station_east.csv", -98.3, 35.9)
    write_mines(counties, substations)
    write_parcels(counties, substations, region)
    write_flood_zones()
    write_fibre_routes()


if __name__ == "__main__":
    main()
