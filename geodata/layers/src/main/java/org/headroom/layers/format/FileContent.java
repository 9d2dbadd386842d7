package org.headroom.layers.format;

import org.jspecify.annotations.Nullable;

/** Kinds of file that are told by how they begin, whatever their names say. */
public enum FileContent {
    EMPTY("is empty: it has 0 bytes", "Copy or download the file again."),
    SHAPEFILE("is a shapefile", "shapefile"),
    GEOPACKAGE("is a GeoPackage or another SQLite database", "geopackage"),
    JSON("is JSON", "geojson"),
    XLSX("is an Excel workbook (XLSX)", "xlsx"),
    TIFF("is a TIFF", "geotiff"),
    ZIPPED_SHAPEFILE("is a zip with a shapefile in it", "shapefile"),
    ZIP("is a zip", "Unpack it, and name the file in it that holds the layer."),
    DAMAGED_ZIP("is a zip that is cut off or damaged", "Copy or download the file again."),
    LOCKED_ZIP(
            "is a zip that is encrypted or packed in a way that is not read (neither deflated nor stored)",
            "Unpack it, and name the file in it that holds the layer."),
    KMZ("is KMZ, zipped KML", "kml"),
    OPEN_DOCUMENT("is an OpenDocument file", "Save the sheet as XLSX or CSV."),
    OLD_OFFICE("is an old Office file, such as .xls", "Save the sheet as XLSX or CSV."),
    FLATGEOBUF("is FlatGeobuf", "flatgeobuf"),
    PARQUET("is Parquet", "geoparquet"),
    ARROW("is Arrow or Feather", "Convert it, for example by ogr2ogr to GeoPackage."),
    ACCESS("is an Access database", "Convert it, for example by ogr2ogr to GeoPackage."),
    NETCDF("is NetCDF or HDF5", "Convert it, for example by gdal_translate to GeoTIFF."),
    GZIP("is packed with gzip", "Unpack it, and name the unpacked file."),
    PACKED("is a packed archive (bzip2, xz, zstd, 7z or rar)", "Unpack it, and name the file in it."),
    PDF("is a PDF", "Look for the data behind the document; a PDF has none that can be read."),
    PICTURE("is a picture (PNG, JPEG or GIF)", "Look for the data behind the picture."),
    HTML("is a web page (HTML)", "Download the data itself: the server sent a page, perhaps one that asks to log in."),
    KML("is KML", "kml"),
    XML("is XML", "Convert it, for example by ogr2ogr to GeoPackage."),
    LFS_POINTER("is a Git LFS pointer: the data themselves are elsewhere", "Fetch them by git lfs pull.");

    private final String words;
    private final String next;

    FileContent(String words, String next) {
        this.words = words;
        this.next = next;
    }

    /** What such a file is, beginning with a verb, without a full stop. */
    public String words() {
        return words;
    }

    /** The id of the format that reads such files; null when there is none. */
    public @Nullable String format() {
        return next.indexOf(' ') < 0 ? next : null;
    }

    /** What to do with such a file. */
    public String advice() {
        return next.indexOf(' ') < 0 ? "Write format: " + next + " in source, or name another file." : next;
    }
}
