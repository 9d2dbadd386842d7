package org.headroom.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.headroom.export.geopackage.GeoPackageWriter;
import org.headroom.export.issues.IssuesCsv;
import org.headroom.export.shapefile.ShapefileWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same table gives the same files, whatever the machine's locale and zone. */
class SameBytesTest {
    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @TempDir
    Path folder;

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @Test
    void twoWritesInTwoCountries() throws IOException {
        Locale.setDefault(Locale.US);
        TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
        List<Path> first = write(folder.resolve("first"));
        // Arabic digits, decimal commas, a dotless i, a year of another calendar: whatever a locale can change.
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        List<Path> second = write(folder.resolve("second"));
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        List<Path> third = write(folder.resolve("third"));
        assertThat(first).hasSize(11);
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i)).hasSameBinaryContentAs(first.get(i));
            assertThat(third.get(i)).hasSameBinaryContentAs(first.get(i));
        }
    }

    private static List<Path> write(Path folder) throws IOException {
        Files.createDirectory(folder);
        RankedTable table = Samples.ranking(2_000);
        ShapefileWriter.write(table, Samples.DATE, folder, "ranked");
        GeoPackageWriter.write(table, Samples.issues(), Samples.DATE, folder, "ranked");
        IssuesCsv.write(Samples.issues(), folder.resolve("issues.csv"));
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
