"""Makes datums.csv from PROJ's copy of the EPSG data set: for each datum the shift to WGS 84 that holds in the largest area.

usage: make.py /usr/share/proj/proj.db > datums.csv
"""
import math, re, sqlite3, sys

base = sqlite3.connect(f"file:{sys.argv[1]}?immutable=1", uri=True)
GEOCENTRIC = {"6326": 0, "6258": 0, "6269": 0, "6283": 0, "6612": 0, "6167": 0, "6674": 0}  # within 2 m of WGS 84: also ETRS89, NAD83, GDA94 ...
key = lambda name: re.sub(r"[^a-z0-9+]", "", re.sub(r"^(d|gcs)_", "", name.lower()))
datum_of = dict((str(a), str(b)) for a, b in base.execute("select code, datum_code from geodetic_crs where auth_name='EPSG' and datum_auth_name='EPSG'"))
unit = {"9104": 1, "9109": 180 / 3.141592653589793 * 3600 / 1e6, "9201": 1e6, "9202": 1, "9001": 1, "9101": 180 / math.pi * 3600, "1025": 1e-3, "1031": 1e-3, "1028": 1e-3}
found, others = {}, {}
for code, name, method, src, dst, acc, tx, ty, tz, tu, rx, ry, rz, ru, ds, du, south, north, west, east, tname in base.execute("""
    select t.code, t.name, t.method_code, t.source_crs_code, t.target_crs_code, t.accuracy, tx, ty, tz, translation_uom_code, rx, ry, rz, rotation_uom_code,
      scale_difference, scale_difference_uom_code, e.south_lat, e.north_lat, e.west_lon, e.east_lon, e.name
    from helmert_transformation_table t join usage u on u.object_table_name='helmert_transformation' and u.object_auth_name='EPSG' and u.object_code=t.code
    join extent e on e.auth_name=u.extent_auth_name and e.code=u.extent_code
    where t.auth_name='EPSG' and t.source_crs_auth_name='EPSG' and t.target_crs_auth_name='EPSG' and t.deprecated=0 and rate_tx is null and px is null"""):
    src, dst, method, tu, ru, du = (v and str(v) for v in (src, dst, method, tu, ru, du)); d, to = datum_of.get(src), datum_of.get(dst)
    if d is None or to not in GEOCENTRIC or d in GEOCENTRIC or acc is None or acc >= 999:
        continue
    sign = {"9603": 1, "1031": 1, "1035": 1, "9606": 1, "1033": 1, "1037": 1, "9607": -1, "1032": -1, "1038": -1}.get(method)
    if sign is None or tu not in unit or (ru and ru not in unit) or (du and du not in unit):
        print("left", name, method, tu, ru, du, file=sys.stderr); continue
    width = east - west if east >= west else east + 360 - west
    area = width * (math.sin(math.radians(north)) - math.sin(math.radians(south)))
    r = [sign * (v or 0) * (unit[ru] if ru else 0) for v in (rx, ry, rz)]
    # NAD 27 has its largest area in Canada; what is said for all of the contiguous United States is meant more often.
    row = (int(code) == 1173, to == "6326", round(area, 4), -acc, int(code))
    values = [tx, ty, tz, *r, (ds or 0) * (unit[du] if du else 0)]
    others.setdefault(d, []).append((values, (west + width / 2, (south + north) / 2), (west, west + width, south, north)))
    if d not in found or row > found[d][0]:
        found[d] = (row, values, acc, name, (west, west + width, south, north))
names = {}
for code, name in base.execute("select code, name from geodetic_datum where auth_name='EPSG'"):
    names.setdefault(str(code), set()).add(key(name))
for code, alt in base.execute("select code, alt_name from alias_name where table_name='geodetic_datum' and auth_name='EPSG'"):
    names.setdefault(str(code), set()).add(key(alt))
for crs, name in base.execute("select cast(code as text), name from geodetic_crs where auth_name='EPSG'"):
    if crs in datum_of: names.setdefault(datum_of[crs], set()).add(key(name))
for crs, alt in base.execute("select cast(code as text), alt_name from alias_name where table_name='geodetic_crs' and auth_name='EPSG'"):
    if crs in datum_of: names.setdefault(datum_of[crs], set()).add(key(alt))
owner = {}
for code, known in names.items():
    for n in known: owner.setdefault(n, set()).add(code)
title = dict(base.execute("select cast(code as text), name from geodetic_datum where auth_name='EPSG'"))
short = {}
for crs, d in sorted(datum_of.items(), key=lambda x: int(x[0])):
    t, n, dep = base.execute("select type, name, deprecated from geodetic_crs where auth_name='EPSG' and code=?", (crs,)).fetchone()
    if t == "geographic 2D" and not dep: short.setdefault(d, n)

def moved(values, lon, lat):
    """A place of a datum in earth-centred metres of WGS 84; the sphere is good enough for differences."""
    lon, lat = math.radians(lon), math.radians(lat)
    x, y, z = (6371e3 * v for v in (math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)))
    tx, ty, tz, rx, ry, rz, ds = values
    rx, ry, rz = (math.radians(v / 3600) for v in (rx, ry, rz))
    k = 1 + ds * 1e-6
    return tx + k * (x - rz * y + ry * z), ty + k * (rz * x + y - rx * z), tz + k * (-ry * x + rx * y + z)

def accuracy(d):
    """What EPSG says, or more where shifts for other areas of the datum differ by more. For NAD 27 the contiguous United States are meant."""
    _, values, acc, _, area = found[d]
    off = [math.dist(moved(values, *at), moved(other, *at)) for other, at, _ in others[d]
           if not (area[0] <= at[0] <= area[1] and area[2] <= at[1] <= area[3])]
    return acc if d == "6267" else max([acc, *off])

def keeps(values):
    """Whether places stay where they are, as on datums that are earth-centred by design."""
    return max(map(abs, values[:3])) < 2 and max(map(abs, values[3:])) < 0.05

print("# Made by geodata/layers/src/datums/make.py from the EPSG data set " + dict(base.execute("select key, value from metadata"))["EPSG.VERSION"])
print("# EPSG code;name;accuracy m;dx;dy;dz m;rx;ry;rz arc seconds, position vector;ppm;names")
for d in sorted(found, key=int):
    if keeps(found[d][1]):
        continue
    _, values, acc, name, area = found[d]
    mine = sorted(n for n in names[d] if len(owner[n] & found.keys()) == 1 or n in (key(short.get(d, "")), key(title[d])) and not any(
        o != d and n in (key(short.get(o, "")), key(title[o])) for o in owner[n]))
    figures = ";".join(f"{round(v, 9):.9f}".rstrip("0").rstrip(".").replace("-0", "0") if v == 0 else f"{round(v, 9):.9f}".rstrip("0").rstrip(".") for v in values)
    print(f"{d};{short.get(d, title[d])};{round(accuracy(d))};{figures};{' '.join(mine)}")
