package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.headroom.layers.Layers.features;
import static org.headroom.layers.Layers.head;
import static org.headroom.layers.Layers.load;
import static org.headroom.layers.Layers.refused;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.headroom.model.DataIssue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapefiles whose parts do not agree, that were edited, or that lie in a zip. Row i is named by its number and lies at longitude i. */
final class DamagedShapefileTest {
    private static final String YAML = head("grid-capacity", "a.shp", "shapefile") + "fields: {name: N}\n";
    private static final int ROWS = 5;
    private static final int SHAPE_BYTES = 28;

    @TempDir
    Path folder;

    private ByteBuffer shp = shp(0, 1, 2, 3, 4);
    private ByteBuffer shx = shx(0, 1, 2, 3, 4);

    @BeforeEach
    void write() throws IOException {
        Files.write(folder.resolve("a.dbf"), dbf("     "));
        Files.writeString(
                folder.resolve("a.prj"),
                "\ufeffGEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
                        + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]");
        save();
    }

    private void save() throws IOException {
        Files.write(folder.resolve("a.shp"), shp.array());
        Files.write(folder.resolve("a.shx"), shx.array());
    }

    private static ByteBuffer header(int bytes) {
        return ByteBuffer.allocate(bytes)
                .putInt(0, 9994)
                .putInt(24, bytes / 2)
                .put(28, (byte) 0xE8)
                .put(29, (byte) 3)
                .put(32, (byte) 1);
    }

    /** Points at these longitudes, in this order. */
    private static ByteBuffer shp(int... longitudes) {
        ByteBuffer out = header(100 + SHAPE_BYTES * longitudes.length);
        for (int i = 0; i < longitudes.length; i++) {
            int at = 100 + SHAPE_BYTES * i;
            out.putInt(at, i + 1).putInt(at + 4, 10).put(at + 8, (byte) 1);
            ByteBuffer little = out.duplicate().order(ByteOrder.LITTLE_ENDIAN);
            little.putDouble(at + 12, longitudes[i]).putDouble(at + 20, 45);
        }
        return out;
    }

    /** Says that the shape of each row is the one at such a place in the file. */
    private static ByteBuffer shx(int... places) {
        ByteBuffer out = header(100 + 8 * places.length);
        for (int i = 0; i < places.length; i++) {
            out.putInt(100 + 8 * i, 50 + SHAPE_BYTES / 2 * places[i]).putInt(104 + 8 * i, 10);
        }
        return out;
    }

    /** A row of one digit for each mark. */
    private static byte[] dbf(String marks) {
        ByteBuffer out = ByteBuffer.allocate(65 + 2 * marks.length()).order(ByteOrder.LITTLE_ENDIAN);
        out.put(0, (byte) 3).putInt(4, marks.length()).putShort(8, (short) 65).putShort(10, (short) 2);
        out.put(32, (byte) 'N').put(43, (byte) 'C').put(48, (byte) 1).put(64, (byte) 0x0D);
        for (int i = 0; i < marks.length(); i++) {
            out.put(65 + 2 * i, (byte) marks.charAt(i)).put(66 + 2 * i, (byte) ('0' + i));
        }
        return out.array();
    }

    private static void assertPaired(LoadedLayer loaded) {
        DefaultFeatureLayer layer = features(loaded);
        for (int i = 0; i < layer.size(); i++) {
            assertThat(layer.texts("name")[i]).isEqualTo(Integer.toString((int) layer.longitude(i)));
        }
    }

    private List<String> notes(LoadedLayer loaded) {
        return loaded.issues().stream()
                .filter(i -> i.effect() == DataIssue.Effect.NOTED)
                .map(DataIssue::reason)
                .toList();
    }

    @Test
    void aSoundIndexIsFollowed() throws IOException {
        assertThat(load(folder, YAML).issues()).isEmpty();
        // In another order, as sorted files have it.
        shp = shp(4, 3, 2, 1, 0);
        shx = shx(4, 3, 2, 1, 0);
        save();
        assertPaired(load(folder, YAML));
        // An edited shape at the end, the old one still where it was.
        shp = shp(0, 77, 2, 3, 4, 1);
        shx = shx(0, 5, 2, 3, 4);
        save();
        LoadedLayer edited = load(folder, YAML);
        assertPaired(edited);
        assertThat(features(edited).size()).isEqualTo(ROWS);
        assertThat(edited.issues()).isEmpty();
        // A shape that became shorter: what is left of it lies between.
        shp = shp(0, 1, 2, 3, 4);
        shp.putInt(100 + SHAPE_BYTES + 4, 8).put(100 + SHAPE_BYTES + 8, (byte) 0);
        shx.putInt(112, 8);
        shx = shx(0, 1, 2, 3, 4).putInt(112, 8);
        save();
        LoadedLayer shorter = load(folder, YAML + "geometry: {required: false}\n");
        assertThat(features(shorter).texts("name")).containsExactly("0", "1", "2", "3", "4");
        assertThat(features(shorter).longitude(4)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "empty", "outside", "overlapping", "length", "count", "negative", "cut"})
    void anIndexThatLiesIsNotFollowed(String how) throws IOException {
        switch (how) {
            case "outside" -> shx.putInt(116, 4_000_000);
            case "overlapping" -> shx.putInt(116, 50);
            case "length" -> shx.putInt(112, 12);
            case "count" -> shx = shx(0, 1, 2, 3);
            case "negative" -> shx.putInt(116, -8);
            case "cut" -> shx = ByteBuffer.wrap(Arrays.copyOf(shx.array(), 120));
            default -> shx = ByteBuffer.allocate(0);
        }
        save();
        if (how.equals("missing")) {
            Files.delete(folder.resolve("a.shx"));
        }
        LoadedLayer loaded = load(folder, YAML);
        assertPaired(loaded);
        assertThat(features(loaded).size()).isEqualTo(ROWS);
        assertThat(notes(loaded)).singleElement().asString().contains(".shx").contains("in the order of the .shp");
    }

    @Test
    void rowsAndShapesMustBeAsMany() throws IOException {
        Files.write(folder.resolve("a.dbf"), dbf("    "));
        assertThat(refused(folder, YAML).getMessage()).contains("has more than 4 shapes for the 4 rows of its .dbf");
        Files.write(folder.resolve("a.dbf"), dbf("      "));
        assertThat(refused(folder, YAML).getMessage()).contains("has only 5 shapes for the 6 rows of its .dbf");
    }

    @Test
    void deletedRowsAreLeftOutWithTheirShapes() throws IOException {
        Files.write(folder.resolve("a.dbf"), dbf(" * * "));
        LoadedLayer loaded = load(folder, YAML);
        assertPaired(loaded);
        assertThat(features(loaded).texts("name")).containsExactly("0", "2", "4");
        assertThat(loaded.counts()).isEqualTo(new LayerCounts(3, 3, 0, 0));
        assertThat(notes(loaded)).containsExactly("2 rows are marked as deleted in the .dbf and left out");
    }

    @Test
    void moreThanTheHeadersSayIsTold() throws IOException {
        byte[] dbf = dbf("      ");
        dbf[4] = ROWS;
        Files.write(folder.resolve("a.dbf"), dbf);
        shp = shp(0, 1, 2, 3, 4, 5).putInt(24, (100 + ROWS * SHAPE_BYTES) / 2);
        save();
        assertThat(notes(load(folder, YAML)))
                .anyMatch(n -> n.contains("says that it has 5 rows, but has room for 1 more"))
                .anyMatch(n -> n.contains("the .shp has 28 bytes behind the end"));
    }

    @Test
    void aHeaderThatDoesNotFitTheRows() throws IOException {
        byte[] dbf = dbf("     ");
        // The rows begin one byte later than they do.
        dbf[8]++;
        Files.write(folder.resolve("a.dbf"), Arrays.copyOf(dbf, dbf.length + 1));
        assertThat(refused(folder, YAML).getMessage())
                .contains("row 1 does not begin with a blank or an asterisk, so its header does not fit its rows");
    }

    @Test
    void shapesOfAnotherTypeAreNoted() throws IOException {
        shp.put(32, (byte) 5);
        save();
        LoadedLayer loaded = load(folder, YAML);
        assertPaired(loaded);
        assertThat(notes(loaded)).singleElement().asString().startsWith("5 shapes are not of the type");
    }

    @ParameterizedTest
    @CsvSource({
        "utf8",
        "'\ufeffUTF-8'",
        "'\"UTF-8\"'",
        "cp65001",
        "Latin1",
        "ISO 8859-1",
        "ISO-8859-15",
        "System",
        "ANSI",
        "OEM 437",
        "LDID/87",
        "SHIFT_JIS",
        "Windows-1252",
        "CP1250",
        "949"
    })
    void oddNamesOfCharacterSets(String cpg) throws IOException {
        Files.writeString(folder.resolve("a.cpg"), cpg + "\r\n");
        assertThat(load(folder, YAML).counts().used()).isEqualTo(ROWS);
        Files.writeString(folder.resolve("a.cpg"), "Klingon");
        assertThat(refused(folder, YAML).getMessage()).contains("unknown character set \"Klingon\"");
    }

    @Test
    void aTableWithoutShapes() throws IOException {
        String yaml = head("grid-capacity", "a.dbf", "dbf") + "geometry: {none: {}}\nfields: {name: N}\n";
        Files.write(folder.resolve("a.dbf"), dbf(" *   "));
        LoadedLayer loaded = load(folder, yaml);
        assertThat(features(loaded).texts("name")).containsExactly("0", "2", "3", "4");
        assertThat(notes(loaded)).containsExactly("1 row is marked as deleted in the .dbf and left out");
    }

    private void zip(String name, String... bases) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String base : bases) {
                for (String part : new String[] {".shp", ".SHX", ".dbf", ".prj"}) {
                    zip.putNextEntry(new ZipEntry(base + part));
                    zip.write(Files.readAllBytes(folder.resolve("a" + part.toLowerCase(Locale.ROOT))));
                }
            }
            zip.putNextEntry(new ZipEntry("__MACOSX/._x.shp"));
            zip.write(7);
        }
    }

    @Test
    void aShapefileInAZip() throws IOException {
        shp = shp(4, 3, 2, 1, 0);
        shx = shx(4, 3, 2, 1, 0);
        save();
        zip("one.zip", "../../in/sites");
        LoadedLayer one = load(folder, YAML.replace("a.shp", "one.zip"));
        assertPaired(one);
        assertThat(one.issues()).isEmpty();
        zip("two.zip", "x/a", "y/b");
        assertThat(refused(folder, YAML.replace("a.shp", "two.zip")).getMessage())
                .contains("is a zip with 2 shapefiles: x/a.shp, y/b.shp");
        assertPaired(load(folder, YAML.replace("a.shp", "two.zip/y/b.shp")));
        assertThat(refused(folder, YAML.replace("a.shp", "two.zip/y/c.shp")).getMessage())
                .contains("has no \"y/c.shp\" in the zip");
        LayerDescriptor descriptor = Layers.descriptor(YAML.replace("a.shp", "two.zip/y/b.shp"));
        String before = new LayerLoader(folder).digest(descriptor);
        zip("two.zip", "x/a", "y/b", "z/c");
        assertThat(new LayerLoader(folder).digest(descriptor)).isNotEqualTo(before);
        byte[] whole = Files.readAllBytes(folder.resolve("one.zip"));
        Files.write(folder.resolve("one.zip"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(refused(folder, YAML.replace("a.shp", "one.zip")).getMessage())
                .contains("zip that is cut off");
    }

    @Test
    void aZipThatIsDamagedInsideOrLocked() throws IOException {
        zip("one.zip", "a");
        byte[] whole = Files.readAllBytes(folder.resolve("one.zip"));
        String yaml = YAML.replace("a.shp", "one.zip");
        byte[] changed = whole.clone();
        for (int at = 0; at + 46 < whole.length; at++) {
            // The sum of an entry in the list at the end of a zip, and there the mark that it is encrypted.
            if (whole[at] == 'P' && whole[at + 1] == 'K' && whole[at + 2] == 1) {
                changed[at + 16] ^= 1;
            }
        }
        Files.write(folder.resolve("one.zip"), changed);
        assertThat(refused(folder, yaml)).hasMessageContaining("check sum is wrong");
        changed = whole.clone();
        for (int at = 0; at + 46 < whole.length; at++) {
            if (whole[at] == 'P' && whole[at + 1] == 'K' && whole[at + 2] == 1) {
                changed[at + 8] |= 1;
            }
        }
        Files.write(folder.resolve("one.zip"), changed);
        assertThat(refused(folder, yaml)).hasMessageContaining("encrypted");
        Files.writeString(folder.resolve("one.zip"), "Not found");
        assertThat(refused(folder, yaml)).hasMessageContaining("neither a shapefile nor a zip");
    }

    @Test
    void textsWhoseEncodingNothingTells() throws IOException {
        byte[] dbf = dbf("     ");
        dbf[66] = (byte) 0xFC;
        Files.write(folder.resolve("a.dbf"), dbf);
        LoadedLayer loaded = load(folder, YAML);
        assertThat(features(loaded).texts("name")[0]).isEqualTo("\u00fc");
        assertThat(notes(loaded)).singleElement().asString().contains("ISO-8859-1", "source.encoding");
    }

    @Test
    void aZipMadeToFillTheDisk() throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("bomb.zip"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.shp"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }
        assertThat(refused(folder, YAML.replace("a.shp", "bomb.zip")).getMessage())
                .contains("unpacks to more than 256 MiB");
    }
}
