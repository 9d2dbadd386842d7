"""Makes the files of GeoParquetTest: python3 make.py, with pyarrow 25, geopandas 1.2 and shapely beside this file."""

import datetime as dt
import decimal
import json

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from shapely.geometry import Point, Polygon

SQUARE = Polygon([(0, 0), (0, 4), (4, 4), (4, 0), (0, 0)], [[(1, 1), (2, 1), (2, 2), (1, 1)]])
SHAPES = [Point(-97.5, 35.25), SQUARE, None, Point(10, 20)]


def table():
    frame = gpd.GeoDataFrame(
        {"name": ["Québec", None, "c", " "], "kv": pa_list([345, 138, None, 69], "Int32")},
        geometry=SHAPES,
    )
    made = pa.table(frame.to_arrow(geometry_encoding="WKB"))
    utc = dt.timezone.utc
    more = {
        "mw": pa.array([0.5, float("nan"), None, 1e300], pa.float64()),
        "small": pa.array([0.1, -2.5, None, 3], pa.float32()),
        "flag": pa.array([True, False, None, True]),
        "day": pa.array([dt.date(2026, 1, 31), None, dt.date(1969, 12, 31), dt.date(2000, 2, 29)]),
        "at": pa.array([dt.datetime(2026, 1, 31, 12, 30, tzinfo=utc), None, None, None], pa.timestamp("us", "UTC")),
        "local": pa.array([dt.datetime(2026, 1, 31, 12, 30, 1, 500), None, None, None], pa.timestamp("ns")),
        "cost": pa.array([decimal.Decimal("12.50"), None, None, None], pa.decimal128(9, 2)),
        "half": pa.array([0.25, -6e-8, None, 65504], pa.float16()),
        "big": pa.array([2**64 - 1, 7, None, 0], pa.uint64()),
        "raw": pa.array([b"\xff\x00", b"text", None, None], pa.binary()),
        "list": pa.array([[1, 2], [], None, [3]], pa.list_(pa.int32())),
    }
    for name, column in more.items():
        made = made.append_column(name, column)
    return made


def pa_list(values, kind):
    return pd.array(values, dtype=kind)


def geo(made, **change):
    crs = change.pop("crs", "absent")
    column = {"encoding": "WKB", "geometry_types": [], **change}
    if crs != "absent":
        column["crs"] = crs
    meta = {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}
    return made.replace_schema_metadata({"geo": json.dumps(meta)})


def write(made, name, **options):
    # The schema of Arrow says nothing that is read, and is long; without it, nothing else is kept unless it is added here.
    rows = options.pop("row_group_size", None)
    with pq.ParquetWriter(name, made.schema, store_schema=False, write_statistics=False, **options) as writer:
        writer.write_table(made, row_group_size=rows)
        if b"geo" in (made.schema.metadata or {}):
            writer.add_key_value_metadata({"geo": made.schema.metadata[b"geo"].decode()})


plain = table()
write(geo(plain), "snappy.parquet", compression="snappy", row_group_size=3)
write(geo(plain), "zstd.parquet", compression="zstd", row_group_size=3, write_page_checksum=True)
write(geo(plain), "gzip.parquet", compression="gzip", row_group_size=3)
write(geo(plain), "lz4.parquet", compression="lz4", row_group_size=3)
write(geo(plain), "none.parquet", compression="none", row_group_size=3, use_dictionary=False)
write(geo(plain), "dictionary.parquet", compression="none")
write(geo(plain), "brotli.parquet", compression="brotli")
deltas = {"name": "DELTA_BYTE_ARRAY", "kv": "DELTA_BINARY_PACKED", "raw": "DELTA_LENGTH_BYTE_ARRAY", "mw": "BYTE_STREAM_SPLIT"}
write(geo(plain), "deltas.parquet", data_page_version="2.0", use_dictionary=False, column_encoding=deltas, row_group_size=3)
write(geo(plain, crs={"type": "ProjectedCRS", "id": {"authority": "EPSG", "code": 3857}}), "mercator.parquet")
write(
    geo(plain.append_column("bbox", plain["list"]), covering={"bbox": {"xmin": ["bbox", "xmin"]}}),
    "bbox.parquet",
)
write(geo(plain, encoding="point"), "native.parquet")
write(geo(plain, crs=None), "unknown-crs.parquet")
write(plain.drop(["geometry"]).replace_schema_metadata({}), "table.parquet")
long = [decimal.Decimal("12345678901234567890"), decimal.Decimal("12345678901234567891"), None]
write(pa.table({"id": pa.array(long, pa.decimal128(38, 0))}), "ids.parquet")
