package org.headroom.export.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.headroom.export.About;
import org.headroom.export.Deletion;
import org.headroom.export.ExportColumn;
import org.headroom.export.RankedTable;
import org.headroom.export.Samples;
import org.headroom.export.WindowedTables;
import org.headroom.export.WrittenFile;
import org.headroom.export.geopackage.GeoPackageWriter;
import org.headroom.export.shapefile.ShapefileWriter.Sizes;

/** The files do not depend on how the table is cut into windows and blocks, on threads, or on what it says of itself. */
class ShapefileWindowsTest {
    private Path folder;

    @BeforeProperty
    void createFolder() throws IOException {
        folder = Files.createTempDirectory("windows");
    }

    @AfterProperty
    void deleteFolder() throws IOException {
        Deletion.ofFolder(folder);
    }

    @Property(tries = 60)
    void sameBytes(
            @ForAll @IntRange(min = 1, max = 700) int rows,
            @ForAll @IntRange(min = 1, max = 800) int windowRows,
            @ForAll @IntRange(min = 1, max = 4) int threads,
            @ForAll @IntRange(min = 1, max = 9_000) int blockBytes,
            @ForAll @IntRange(min = 6_000, max = 60_000) int fileBytes)
            throws IOException, NoSuchAlgorithmException {
        ShapefileResult expected =
                write(Samples.ranking(rows), "expected", 1, new Sizes(fileBytes, Sizes.USUAL.blockBytes()));
        RankedTable table = WindowedTables.once(Samples.ranking(rows), windowRows);
        ShapefileResult result = write(table, "windows", threads, new Sizes(fileBytes, blockBytes));

        assertThat(result.columns()).isEqualTo(expected.columns());
        List<WrittenFile> files = result.files();
        assertThat(files).hasSameSizeAs(expected.files());
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i).file();
            assertThat(file).hasSameBinaryContentAs(expected.files().get(i).file());
            assertThat(files.get(i).bytes()).isEqualTo(Files.size(file));
            assertThat(files.get(i).sha256()).isEqualTo(sha256(file));
        }
    }

    @Property(tries = 20)
    void sameGeoPackage(
            @ForAll @IntRange(min = 1, max = 300) int rows, @ForAll @IntRange(min = 1, max = 400) int windowRows)
            throws IOException {
        Path expected =
                GeoPackageWriter.write(Samples.ranking(rows), List.of(), Samples.DATE, folder("expected"), "ranked");
        Path result = GeoPackageWriter.write(
                WindowedTables.once(Samples.ranking(rows), windowRows),
                List.of(),
                Samples.DATE,
                folder("windows"),
                "ranked");
        assertThat(result).hasSameBinaryContentAs(expected);
    }

    /** Helpers that wait for each other must all see that one has failed. */
    @Property(tries = 30)
    void aFailureOfOneThreadEndsAllAndLeavesNoFile(
            @ForAll @IntRange(min = 1, max = 4) int threads, @ForAll @IntRange(max = 299) int bad) throws IOException {
        RankedTable table = Samples.told(
                300,
                row -> row % 90,
                row -> row % 90,
                List.of(ExportColumn.integer("c", "1", "", row -> row == bad ? 10 : 1)
                        .holding(1, 1)));
        assertThatThrownBy(() -> write(table, "failed", threads, new Sizes(2_000, 50)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("column c, row " + (bad + 1) + ": 10");
        assertThat(folder("failed")).isEmptyDirectory();
    }

    private ShapefileResult write(RankedTable table, String name, int threads, Sizes sizes) throws IOException {
        return ShapefileWriter.write(table, About.onlyDated(Samples.DATE), folder(name), "ranked", threads, sizes);
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
