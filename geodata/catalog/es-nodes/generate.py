#!/usr/bin/env python3
"""Makes data/ from four public files, whose folder is HEADROOM_DATA or the first argument; Python's standard library only.

A node gets a place by its name, checked by its voltage and its region, or none. README.md says by which rules.
"""
import csv
import json
import math
import os
import re
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
REE = "a_grid/REE_2026_02_20_GRT_demanda.csv"
OSM_2026 = "a_grid/eu_substations_2026.geojson"
OSM_2017 = "a_grid/es_osm2017_highvoltage.csv"
TOWNS = "h_boundaries/es_places_geonames.csv"

# Column of the operator's file, from 1: name in data/.
COLUMNS = {
    1: "nudo",
    2: "codigo_subestacion",
    3: "comunidad_autonoma",
    15: "zona_capacidad_compartida",
    24: "acuerdo_valor_referencia",
    45: "criterio_limitante",
    55: "motivo_no_otorgable",
    56: "disponible_mw",
    61: "nudo_de_concurso",
}
# First-order divisions of GeoNames.
REGIONS = {
    "07": "Islas Baleares", "27": "La Rioja", "29": "Comunidad de Madrid", "31": "Región de Murcia",
    "32": "Comunidad Foral de Navarra", "34": "Principado de Asturias", "39": "Cantabria", "51": "Andalucía",
    "52": "Aragón", "53": "Canarias", "54": "Castilla-La Mancha", "55": "Castilla y León", "56": "Cataluña",
    "57": "Extremadura", "58": "Galicia", "59": "País Vasco", "60": "Comunidad Valenciana", "CE": "Ceuta", "ML": "Melilla",
}  # fmt: skip
ABBREVIATIONS = {
    "S": "SAN", "SN": "SAN", "STA": "SANTA", "STO": "SANTO", "SS": "SAN SEBASTIAN DE LOS", "PTE": "PUENTE", "VVA": "VILLANUEVA",
}  # fmt: skip
# What a mapped name says before the name itself.
KIND_OF_PLANT = re.compile(
    r"^(SUBESTACIO[NO]?|SUBESTACAO|SUBESTACION|ESTACION|ESTACIO|CENTRAL|PARQUE|SET|ST|SE|ET|CT|CN|CH|"
    r"ELECTRICA|TRANSFORMADORA|RECEPTORA|TERMICA|NUCLEAR|HIDRAULICA|HIDROELECTRICA|ELECTRICO|"
    r"\d+ ?KV|DE|DEL|D|DELS) "
)
ARTICLE = re.compile(r"^(EL|LA|LOS|LAS|L|ELS|LES|O|A|OS|AS|ES|SA|SES|S) ")
ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5"}
# What a node has behind or before the name of its town.
SIDE = re.compile(r"^NUEV[AO] | (NORTE|SUR|ESTE|OESTE|NORD|SUD|EST|OEST|NUEVA|NUEVO|GIS|EL|LA|[1-5])$")
# Two mapped substations or towns that are nearer than this are one.
SAME_PLACE_KM = 3.0
# Of 101 nodes with a mapped substation and one town of their name, 94 lie within: "--check" counts them.
TOWN_RADIUS_KM = 8.0
CIRCLE_CORNERS = 24


def plain(text):
    """Upper case without accents and signs, single blanks."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.upper()) if not unicodedata.combining(c))
    words = re.sub(r"[^A-Z0-9]+", " ", bare).split()
    return " ".join(ROMAN.get(word, word) if i else word for i, word in enumerate(words))


def without_article(name):
    while ARTICLE.match(name):
        name = ARTICLE.sub("", name)
    return name


def mapped_names(text):
    """The names in one mapped text: without what kind of plant it is, without its owner in brackets."""
    names = set()
    for part in re.split(r"[;/]", re.sub(r"\(.*?\)", " ", text)):
        name = plain(part)
        while KIND_OF_PLANT.match(name + " "):
            name = KIND_OF_PLANT.sub("", name + " ").strip()
        names.add(without_article(name))
    return names - {""}


def node_name(node):
    """Name and voltage of a node: "PTE.SAN FERNANDO 220" is PUENTE SAN FERNANDO at 220 kV. A second busbar is its substation."""
    text, kv = node.rsplit(" ", 1)
    text = re.sub(r"\(.*?\)|,? ?[CE]\.T\.$", " ", text)
    words = plain(text.replace(".", ". ")).split()
    dotted = {plain(word) for word in re.findall(r"\b(\w+)\.", text)}
    return without_article(" ".join(ABBREVIATIONS.get(w, w) if w in dotted else w for w in words)), float(kv)


def town_names(text, region):
    """Official names in two languages stand with a stroke or in brackets, in Basque with a hyphen as well."""
    stroke = r"[/()-]" if region in ("País Vasco", "Comunidad Foral de Navarra") else r"[/()]"
    parts = [text] + re.split(stroke, text)
    return {without_article(plain(part)) for part in parts} - {""}


def distance_km(a, b):
    """Great circle; good to half a per cent, which is enough to tell places apart."""
    (x1, y1), (x2, y2) = ([math.radians(v) for v in p] for p in (a, b))
    h = math.sin((y2 - y1) / 2) ** 2 + math.cos(y1) * math.cos(y2) * math.sin((x2 - x1) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(h))


class Towns:
    def __init__(self, path):
        self.rows, self.by_name = [], {}
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                town = (float(row["longitude"]), float(row["latitude"]), REGIONS[row["admin1_code"]], row["name"])
                self.rows.append(town)
                for name in town_names(row["name"], town[2]):
                    self.by_name.setdefault((name, town[2]), []).append(town)

    def regions_near(self, place):
        """Regions of the ten nearest towns: that of a place, and of those across a border that is near."""
        near = [town for town in self.rows if abs(town[1] - place[1]) < 1 and abs(town[0] - place[0]) < 1.5]
        return {town[2] for town in sorted(near, key=lambda town: distance_km(place, town[:2]))[:10]}


def substations(folder, towns):
    """Mapped substations by name and region: (place, voltages in kV, mapped text)."""
    found = {}

    def add(place, voltages, text):
        for region in towns.regions_near(place):
            for name in mapped_names(text):
                found.setdefault((name, region), []).append((place, voltages, text))

    with open(folder / OSM_2026, encoding="utf-8") as file:
        for feature in json.load(file)["features"]:
            text, place = feature["properties"]["name"], tuple(feature["geometry"]["coordinates"])
            if text and -18.3 < place[0] < 4.4 and 27.5 < place[1] < 43.9:
                kv = feature["properties"]["voltage_kv"]
                add(place, {float(kv)} if kv else set(), text)
    with open(folder / OSM_2017, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["name"]:
                volts = {float(v) / 1000 for v in row["voltage_v"].split(";") if v.strip().isdigit()}
                add((float(row["longitude"]), float(row["latitude"])), volts, row["name"].strip("'").replace("''", "'"))
    return found


def read_spellings():
    with open(HERE / "spellings.csv", encoding="utf-8", newline="") as file:
        return {row["node"]: row["name"] for row in csv.DictReader(file)}


def names_of(node, spellings):
    """The names by which a node is looked for, that of its other spelling first, and its voltage; no names where none would do."""
    name, kv = node_name(node)
    text = re.sub(r" \(.*?\)", "", node)
    other = spellings.get(text, spellings.get(text.rsplit(" ", 1)[0]))
    if other == "":
        return [], kv
    return list(dict.fromkeys(([without_article(plain(other))] if other else []) + [name])), kv


def spread_km(places):
    return max((distance_km(a, b) for a in places for b in places), default=0.0)


OF_OTHERS = "its name is that of several places"
NOWHERE = "no mapped substation of its name and voltage and no town of its name in the region"


def place_of(names, kv, region, mapped, towns):
    """(place, precision, file, found as, "") or (None, "", "", "", why not)."""
    same_name = [s for name in names for s in mapped.get((name, region), [])]
    for precision, same in (
        ("SUBSTATION", [s for s in same_name if kv in s[1]]),
        # A plant or substation whose voltage nobody mapped may be another one in the same town.
        ("TOWN", [s for s in same_name if not s[1]]),
    ):
        if same:
            if spread_km([s[0] for s in same]) > SAME_PLACE_KM:
                return None, "", "", "", "its name is mapped in two places of the region"
            return same[0][0], precision, "osm", same[0][2], ""
    for key in dict.fromkeys(names + [SIDE.sub("", name) for name in names]):
        same = towns.by_name.get((key, region), [])
        if same:
            if spread_km([t[:2] for t in same]) > SAME_PLACE_KM:
                return None, "", "", "", "two towns of the region have its name"
            return same[0][:2], "TOWN", "geonames", same[0][3], ""
    return None, "", "", "", NOWHERE if names else OF_OTHERS


def circle(place, radius_km):
    ring = []
    for corner in range(CIRCLE_CORNERS):
        angle = 2 * math.pi * corner / CIRCLE_CORNERS
        north = radius_km * math.sin(angle) / 111.2
        east = radius_km * math.cos(angle) / (111.2 * math.cos(math.radians(place[1])))
        ring.append([round(place[0] + east, 5), round(place[1] + north, 5)])
    return [ring + [ring[0]]]


def write_geojson(path, features):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write('{"type": "FeatureCollection", "features": [\n')
        file.write(",\n".join(json.dumps(feature, ensure_ascii=False) for feature in features))
        file.write("\n]}\n")


def main(folder, out):
    with open(folder / REE, encoding="utf-8-sig", newline="") as file:
        nodes = list(csv.reader(file, delimiter=";"))[4:]
    towns = Towns(folder / TOWNS)
    mapped = substations(folder, towns)
    spellings = read_spellings()
    results = {}
    for row in nodes:
        names, kv = names_of(row[0].strip(), spellings)
        results[row[0]] = place_of(names, kv, row[2].strip(), mapped, towns)
    # One code is one substation: a node whose voltage nobody mapped stands where the others of its code stand.
    for row in nodes:
        same = [results[r[0]] for r in nodes if r[1] == row[1] and results[r[0]][1] == "SUBSTATION"]
        if results[row[0]][1] != "SUBSTATION" and same and spread_km([r[0] for r in same]) <= SAME_PLACE_KM:
            results[row[0]] = same[0][:3] + (same[0][3] + ", which has its code", "")

    os.makedirs(out, exist_ok=True)
    with open(out / "ree-2026-02-20-demand.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS.values())
        writer.writerows([row[i - 1].strip() for i in COLUMNS] for row in nodes)
    files = {"osm": [], "geonames": []}
    with open(out / "unplaced.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["nudo", "comunidad_autonoma", "disponible_mw", "longitude", "latitude", "reason"])
        for row in nodes:
            node, region = row[0].strip(), row[2].strip()
            place, precision, source, found_as, why = results[row[0]]
            if place is None:
                writer.writerow([node, region, row[55].strip(), "", "", why])
                continue
            if precision == "SUBSTATION":
                geometry = {"type": "Point", "coordinates": [round(place[0], 5), round(place[1], 5)]}
            else:
                geometry = {"type": "Polygon", "coordinates": circle(place, TOWN_RADIUS_KM)}
            properties = {"node": node, "kv": int(node.rsplit(" ", 1)[1]), "precision": precision, "found_as": found_as}
            files[source].append({"type": "Feature", "properties": properties, "geometry": geometry})
    for source, features in files.items():
        write_geojson(out / f"places-{source}.geojson", features)
    return nodes, results, towns


def check(nodes, results, towns):
    """How far the town of its name is from a node whose substation is mapped: what TOWN_RADIUS_KM stands on."""
    away = []
    for row in nodes:
        if results[row[0]][1] == "SUBSTATION":
            name = node_name(row[0].strip())[0]
            same = towns.by_name.get((name, row[2].strip()), [])
            if len(same) == 1:
                away.append((distance_km(results[row[0]][0], same[0][:2]), row[0]))
    away.sort()
    print(f"{len(away)} nodes both ways; km at 50, 80, 90, 95 %:", [round(away[int(len(away) * q)][0], 1) for q in (0.5, 0.8, 0.9, 0.95)])
    print(f"within {TOWN_RADIUS_KM} km:", sum(km <= TOWN_RADIUS_KM for km, _ in away))
    print("farthest:", [(round(km, 1), node) for km, node in away[-5:]])
    check_zones(nodes, results)
    total = len(nodes)
    for precision in ("SUBSTATION", "TOWN", ""):
        mine = [r for r in nodes if results[r[0]][1] == precision]
        mw = sum(int(r[55].replace(".", "") or 0) for r in mine)
        print(precision or "region only", len(mine), f"{len(mine) / total:.1%}", mw, "MW")


def check_zones(nodes, results):
    """Nodes of one zone lie near one another electrically, which no name tells: so a name that was taken for another place shows."""
    zones = {row[0]: {z.strip() for z in row[14].split(",")} - {"N/A"} for row in nodes}
    placed = [row[0] for row in nodes if results[row[0]][0]]
    nearest = []
    for node in placed:
        mates = [m for m in placed if zones[m] & zones[node] and node_name(m.strip())[0] != node_name(node.strip())[0]]
        if mates:
            nearest.append((min(distance_km(results[node][0], results[m][0]) for m in mates), node))
    print(f"{len(nearest)} nodes with another of their zone; the farthest from the nearest of them:", max(nearest))


if __name__ == "__main__":
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    data = Path(arguments[0] if arguments else os.environ.get("HEADROOM_DATA", HERE / "../../../../shared/data"))
    made = main(data, Path(arguments[1]) if len(arguments) > 1 else HERE / "data")
    if "--check" in sys.argv:
        check(*made)
