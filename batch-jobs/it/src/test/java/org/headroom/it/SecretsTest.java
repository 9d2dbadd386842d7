package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the environment or a file holds in secret is in no message, in no log and in no file that a run writes, whatever fails. */
class SecretsTest {
    private static final String SECRET = "hush4711";
    private static final String SAMPLE = "geodata/catalog/samples/";

    /** Nobody listens at port 1. */
    private static final String NOWHERE = "jdbc:postgresql://127.0.0.1:1/gis";

    @TempDir
    Path folder;

    private SampleProject project() {
        return new SampleProject(folder.resolve("copy"));
    }

    private Headroom withSecrets(Headroom headroom) {
        return headroom.environment("PGPASSWORD", SECRET)
                .environment("HEADROOM_DB_PASSWORD", SECRET)
                .environment("HEADROOM_LOG", "json")
                .and("--metrics", folder.resolve("metrics.prom").toString())
                .and("--lineage", folder.resolve("lineage.jsonl").toString());
    }

    private void refusedInSilence(Headroom.Result result, String... says) throws IOException {
        assertThat(result.exit()).as(result.err()).isIn(3, 4, 5, 6);
        assertThat(result.err()).contains(says);
        isInNothing(result);
    }

    private void isInNothing(Headroom.Result result) throws IOException {
        assertThat(result.out() + result.err()).doesNotContain(SECRET);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith(folder.resolve("copy"))) {
                    assertThat(text(file)).as(file.toString()).doesNotContain(SECRET);
                }
            }
        }
    }

    /** The bytes as letters; of a folder that is packed into a file, what is in it. */
    private static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.ISO_8859_1));
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream packed = new ZipInputStream(in)) {
            for (ZipEntry entry = packed.getNextEntry(); entry != null; entry = packed.getNextEntry()) {
                text.append(new String(packed.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }

    @Test
    void aLayerOnAServerThatCannotBeReached() throws IOException {
        SampleProject project = project().edit(SAMPLE + "layers/substations.layer.yaml", text -> text.replace(
                        "file: substations.shp", "url: '" + NOWHERE + "?user=reader'\n  table: nodes")
                .replace("format: shapefile", "format: postgis"));
        refusedInSilence(
                withSecrets(project.later(folder.resolve("runs"))).run(),
                "substations",
                "cannot be reached",
                "PGPASSWORD");
    }

    @Test
    void aServerToPublishToThatCannotBeReached() throws IOException {
        SampleProject project =
                project().project(text -> text + "publish: {postgis: {url: '" + NOWHERE + "', schema: headroom}}\n");
        refusedInSilence(withSecrets(project.later(folder.resolve("runs"))).run(), "cannot be reached", "PGPASSWORD");
    }

    /** The run that is written before the server is asked for is looked through, too. */
    @Test
    void aJobRepositoryThatCannotBeReached() throws IOException {
        refusedInSilence(
                withSecrets(project().later(folder.resolve("runs")))
                        .environment("HEADROOM_DB_URL", NOWHERE + "?user=jobs&password=" + SECRET)
                        .environment("HEADROOM_DB_PATIENCE_SECONDS", "1")
                        .run(),
                "the job repository",
                "cannot be used: Connection to 127.0.0.1:1 refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://h:port/d?password=hush4711",
                "jdbc:postgresql://me:hush4711@h/d",
                "jdbc:postgresql://h/d?passwort=hush4711",
                "jdbc:postgresql://h/d?password=%zzhush4711",
                "jdbc:postgresql://h/d?pass%zzword=hush4711",
                "jdbc:mysql://h/d?password=hush4711",
                "hush4711"
            })
    void anAddressOfAJobRepositoryThatIsNone(String url) throws IOException {
        Headroom rank = Headroom.sample("rank", "--out", folder.resolve("runs").toString());
        Headroom.Result result = rank.variable("HEADROOM_DB_URL", url).run();
        refusedInSilence(result, "the address of the job repository");
        assertThat(result.err()).doesNotContain("Exception", "internal error");
    }

    /** An address is taken as it stands: no variable of the environment is put into it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://me:${PGPASSWORD}@h/d",
                "jdbc:postgresql://h/d?password=${PGPASSWORD}",
                "jdbc:postgresql://h/d?password=hush4711",
                "jdbc:postgresql://me:hush4711@h/d",
                "jdbc:postgresql://h:hush4711/d hush4711",
                "jdbc:postgresql://h/d?password=%zzhush4711",
                "jdbc:postgresql://h/d?pass%zzword=hush4711"
            })
    void anAddressOfTablesThatIsNone(String url) throws IOException {
        SampleProject publishing = project().project(text -> text + "publish: {postgis: {url: '" + url + "'}}\n");
        refusedInSilence(publishing.rank(folder.resolve("runs")), "publish.postgis.url");
        SampleProject reading = new SampleProject(folder.resolve("copy/second"))
                .edit(SAMPLE + "layers/substations.layer.yaml", text -> text.replace(
                                "file: substations.shp", "url: '" + url + "'\n  table: nodes")
                        .replace("format: shapefile", "format: postgis"));
        refusedInSilence(reading.rank(folder.resolve("runs")), "source.url");
        SampleProject keeping = new SampleProject(folder.resolve("copy/third"))
                .project(text -> text + "jobRepository: {url: '" + url + "'}\n");
        refusedInSilence(keeping.rank(folder.resolve("runs")), "job repository");
        refusedInSilence(
                Headroom.with("runs", "export", EarlierNight.run().toString(), "--server", url)
                        .run(),
                "the database of the runs has an address that");
    }

    @Test
    void aFolderIsNamedByNoSecret() throws IOException {
        SampleProject project =
                project().project(text -> text.replace("dataFolder: data", "dataFolder: '${PGPASSWORD:-data}'"));
        refusedInSilence(
                withSecrets(project.later(folder.resolve("runs"))).run(),
                "dataFolder",
                "PGPASSWORD",
                "secret by its name");
    }
}
