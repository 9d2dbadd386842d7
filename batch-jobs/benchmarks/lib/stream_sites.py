"""Writes made-up candidate sites of the reference workload's kind as one shapefile, a million at a time, in memory that does not grow.
usage: stream_sites.py OUT FIRST_ID COUNT; OUT without .shp. The places are spread evenly over a box, not over the outline of the country."""
import struct
import sys

import numpy as np

PRJ = ('GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],'
       'UNIT["Degree",0.0174532925199433]]')
BOX = (-124.0, 25.5, -67.0, 48.5)
BLOCK = 1_000_000
# Name, width and decimals of the columns; all are numbers.
FIELDS = [("SITE_ID", 9, 0), ("AREA_HA", 8, 1), ("KIND", 1, 0), ("MINE_MW", 6, 1), ("COOLED", 1, 0), ("FOSSIL", 4, 2),
          ("FIBER_KM", 7, 2), ("FLOOD", 1, 0)]


def digits(values, width, decimals):
    """Numbers of at least 0 as right-aligned text, one row of bytes each."""
    whole = np.round(values * 10**decimals).astype(np.int64)
    out = np.full((len(whole), width), ord(" "), np.uint8)
    for place in range(width - 1, -1, -1):
        if decimals and place == width - 1 - decimals:
            out[:, place] = ord(".")
            continue
        # A figure is written as long as there is one, and down to the one before the point.
        needed = place >= width - 1 - (decimals + 1 if decimals else 0)
        shown = (whole > 0) | needed
        out[shown, place] = ord("0") + whole[shown] % 10
        whole //= 10
    return out


def columns(rng, first, count):
    kind = rng.choice(3, count, p=[0.80, 0.19, 0.01])
    return [np.arange(first, first + count), np.exp(rng.normal(4.2, 1.0, count)).clip(1, 9999), kind,
            np.where(kind == 2, rng.uniform(5, 400, count), 0), rng.random(count) < 0.05, rng.integers(0, 101, count) / 100,
            rng.exponential(18, count).clip(0, 999), rng.random(count) < 0.06]


def header(records, bytes_of_records):
    return struct.pack(">7i", 9994, 0, 0, 0, 0, 0, (100 + bytes_of_records) // 2) + struct.pack("<2i4d4d", 1000, 1, *BOX, 0, 0, 0, 0)


def main(out, first, count):
    width = 1 + sum(f[1] for f in FIELDS)
    with open(out + ".prj", "w") as prj:
        prj.write(PRJ)
    with open(out + ".shp", "wb") as shp, open(out + ".shx", "wb") as shx, open(out + ".dbf", "wb") as dbf:
        shp.write(header(count, 28 * count))
        shx.write(header(count, 8 * count))
        dbf.write(struct.pack("<4BIHH20x", 3, 124, 10, 1, count, 33 + 32 * len(FIELDS), width))
        for name, size, decimals in FIELDS:
            dbf.write(name.encode().ljust(11, b"\0") + b"N" + b"\0" * 4 + bytes([size, decimals]) + b"\0" * 14)
        dbf.write(b"\r")
        for start in range(0, count, BLOCK):
            size = min(BLOCK, count - start)
            rng = np.random.default_rng([20241001, first + start])
            records = np.empty(size, np.dtype([("n", ">i4"), ("l", ">i4"), ("t", "<i4"), ("x", "<f8"), ("y", "<f8")]))
            records["n"] = np.arange(start + 1, start + size + 1)
            records["l"] = 10
            records["t"] = 1
            records["x"] = np.round(rng.uniform(BOX[0], BOX[2], size), 6)
            records["y"] = np.round(rng.uniform(BOX[1], BOX[3], size), 6)
            records.tofile(shp)
            index = np.empty(size, np.dtype([("o", ">i4"), ("l", ">i4")]))
            index["o"] = 50 + 14 * np.arange(start, start + size)
            index["l"] = 10
            index.tofile(shx)
            rows = np.full((size, width), ord(" "), np.uint8)
            at = 1
            for values, (_, wide, decimals) in zip(columns(rng, first + start, size), FIELDS):
                rows[:, at:at + wide] = digits(np.asarray(values, float), wide, decimals)
                at += wide
            rows.tofile(dbf)
        dbf.write(b"\x1a")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
