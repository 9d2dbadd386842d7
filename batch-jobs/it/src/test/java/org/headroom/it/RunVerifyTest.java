package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.jobs.file.Digests;
import org.headroom.jobs.file.Json;
import org.headroom.jobs.run.Manifest;
import org.headroom.jobs.run.PublishedRun;
import org.headroom.jobs.verify.CheckResult;
import org.headroom.jobs.verify.Finding;
import org.headroom.jobs.verify.RunVerifier;
import org.headroom.jobs.verify.SiteChoice;
import org.headroom.spi.ScoringModule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a published run is found by {@code runs verify}, which names the file. */
class RunVerifyTest {
    private static final int FLIPS = 400;
    private static final String ORDER = "explanations/order.i32";

    @TempDir
    static Path folder;

    private static Path published;
    private static List<ScoringModule> modules;

    @TempDir
    Path copies;

    /** A copy that shares no file with anything. */
    private Path run;

    @BeforeAll
    static void publish() {
        published = Headroom.with("rank", "--out", folder.toString()).ranked();
        modules = PluginHost.load(folder.resolve("no-plugins")).stream()
                .map(InstalledModule::module)
                .toList();
    }

    @BeforeEach
    void copy() throws IOException {
        run = copies.resolve(published.getFileName());
        for (Path file : files(published)) {
            Path to = run.resolve(published.relativize(file));
            Files.createDirectories(to.getParent());
            Files.copy(file, to);
        }
    }

    private static List<Path> files(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private List<CheckResult> verify(int sample) {
        List<CheckResult> results = new ArrayList<>();
        boolean holds =
                new RunVerifier(new PublishedRun(run), modules, new SiteChoice(List.of(), sample)).verify(results::add);
        assertThat(holds).isEqualTo(results.stream().allMatch(CheckResult::holds));
        return results;
    }

    private List<String> filesWithFindings() {
        return verify(0).stream()
                .flatMap(result -> result.findings().stream())
                .map(Finding::file)
                .distinct()
                .toList();
    }

    private Headroom.Result command(String... more) {
        return Headroom.with("runs", "verify", run.getFileName().toString(), "--out", copies.toString())
                .and(more)
                .run();
    }

    @Test
    void aRunThatNobodyTouchedHoldsWithEverySiteDerivedAgain() {
        Headroom.Result result = command("--all");
        assertThat(result.exit()).as(result.out()).isZero();
        assertThat(result.out().lines()).hasSize(5).allMatch(line -> line.startsWith("ok "));
        long sites = new PublishedRun(run).manifest().counts().ranked()
                + new PublishedRun(run).manifest().counts().excluded();
        assertThat(result.out()).contains(sites + " of " + sites + " sites derived again");
        Headroom.Result latest = Headroom.with(
                        "runs", "verify", "--site", "P-001", "--json", "--out", folder.toString())
                .done();
        assertThat(latest.out().lines()).hasSize(5).allMatch(line -> line.contains("\"holds\":true"));
        assertThat(latest.out()).contains("1 of " + sites);
    }

    @Test
    void sha256sumAgreesAboutTheManifest() throws Exception {
        Process process = new ProcessBuilder("sha256sum", "--check", "--strict", Manifest.DIGEST_FILE)
                .directory(run.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void everyFlippedByteIsFoundAndTheFileIsNamed() throws IOException {
        Random random = new Random(20260601);
        List<Path> files = files(run);
        for (int flip = 0; flip < FLIPS; flip++) {
            // Every file has its turn, whatever its length.
            Path file = files.get(flip % files.size());
            byte[] right = Files.readAllBytes(file);
            if (right.length == 0) {
                continue;
            }
            byte[] wrong = right.clone();
            int at = random.nextInt(wrong.length);
            wrong[at] ^= (byte) (1 + random.nextInt(255));
            Files.write(file, wrong);
            assertThat(filesWithFindings())
                    .as("byte " + at + " of " + name(file))
                    .containsExactly(name(file));
            Files.write(file, right);
        }
        assertThat(filesWithFindings()).isEmpty();
    }

    @Test
    void everyMissingOrTruncatedFileIsFound() throws IOException {
        for (Path file : files(run)) {
            byte[] right = Files.readAllBytes(file);
            if (right.length > 0) {
                Files.write(file, Arrays.copyOf(right, right.length / 2));
                assertThat(filesWithFindings()).as("half of " + name(file)).containsExactly(name(file));
            }
            Files.delete(file);
            assertThat(filesWithFindings()).as("without " + name(file)).containsExactly(name(file));
            Files.write(file, right);
        }
    }

    @Test
    void filesThatWereAddedAreFoundAndAllThatIsWrongIsListed() throws IOException {
        Files.writeString(run.resolve("explanations/.hidden"), "");
        Files.writeString(run.resolve("notes.txt"), "mine");
        Files.createSymbolicLink(run.resolve("link"), Path.of("manifest.json"));
        Files.delete(run.resolve("ranked.prj"));
        Files.writeString(run.resolve("issues.csv"), "garbage");
        assertThat(filesWithFindings())
                .containsExactlyInAnyOrder("explanations/.hidden", "notes.txt", "link", "ranked.prj", "issues.csv");
    }

    @Test
    void nothingThatIsDoneToTheManifestEndsInAStackTrace() throws IOException {
        Path manifest = run.resolve(Manifest.FILE);
        byte[] right = Files.readAllBytes(manifest);
        for (byte[] wrong : List.of(
                new byte[0],
                "{}".getBytes(StandardCharsets.UTF_8),
                "null".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(right, right.length / 3))) {
            Files.write(manifest, wrong);
            reseal(manifest);
            assertThat(filesWithFindings()).containsExactly(Manifest.FILE);
        }
        Headroom.Result result = command();
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.out()).contains("WRONG  files", Manifest.FILE + " cannot be read");
        assertThat(result.out() + result.err()).doesNotContain("Exception", "at org.", "defect");
        Headroom.Result listed =
                Headroom.with("runs", "list", "--out", copies.toString()).run();
        assertThat(listed.exit()).isZero();
        assertThat(listed.err()).contains("2026-06-01-1 is damaged");
        Files.delete(manifest);
        Headroom.Result gone = command();
        assertThat(gone.exit()).isEqualTo(3);
        assertThat(gone.out()).contains(Manifest.FILE + " is missing");
    }

    /** From here on the digests are right again: only what is derived can tell that the content is not. */
    private void resealAll() throws IOException {
        Path manifest = run.resolve(Manifest.FILE);
        String text = Files.readString(manifest);
        for (Manifest.FileEntry entry : Json.read(manifest, Manifest.class).files()) {
            text = text.replace(entry.sha256(), Digests.ofFile(run.resolve(entry.file())));
        }
        Files.writeString(manifest, text);
        reseal(manifest);
    }

    private void reseal(Path manifest) throws IOException {
        Files.writeString(run.resolve(Manifest.DIGEST_FILE), Digests.line(Digests.ofFile(manifest), Manifest.FILE));
    }

    private List<String> wrongChecks(int sample) {
        return verify(sample).stream()
                .filter(result -> !result.holds())
                .map(result -> result.check() + " " + result.findings().get(0).file())
                .toList();
    }

    @Test
    void aMeasurementThatIsNotTheOneThatWasScoredIsFound() throws IOException {
        Path column = run.resolve("explanations/measurements/energyPriceUsdPerMwh.column");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(column)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putDouble(0, bytes.getDouble(0) + 30);
        Files.write(column, bytes.array());
        resealAll();
        assertThat(wrongChecks(SiteChoice.ALL)).containsExactly("scores explanations/scores");
    }

    @Test
    void twoRanksThatWereSwappedAreFound() throws IOException {
        ByteBuffer order = ByteBuffer.wrap(Files.readAllBytes(run.resolve(ORDER)));
        int first = order.getInt(0);
        order.putInt(0, order.getInt(4)).putInt(4, first);
        Files.write(run.resolve(ORDER), order.array());
        resealAll();
        assertThat(wrongChecks(SiteChoice.ALL)).startsWith("order " + ORDER);
        order.putInt(0, order.getInt(4));
        Files.write(run.resolve(ORDER), order.array());
        resealAll();
        assertThat(wrongChecks(0)).containsExactly("order " + ORDER);
    }

    @Test
    void aRankThatWasEditedInTheTableIsFound() throws IOException {
        Path table = run.resolve("ranked.dbf");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(table)).order(ByteOrder.LITTLE_ENDIAN);
        // RANK is the first field, aligned to the right behind the deletion flag of the first record.
        int lastDigit = bytes.getShort(8) + Byte.toUnsignedInt(bytes.get(32 + 16));
        assertThat((char) bytes.get(lastDigit)).isEqualTo('1');
        bytes.put(lastDigit, (byte) '7');
        Files.write(table, bytes.array());
        resealAll();
        assertThat(wrongChecks(SiteChoice.ALL)).containsExactly("scores ranked.dbf");
    }

    @Test
    void aScoreThatWasEditedInTheGeoPackageIsFound() throws IOException {
        double score = (Double) Ranked.read(run).rows().get(0).get("score");
        Path file = run.resolve("ranked.gpkg");
        byte[] bytes = Files.readAllBytes(file);
        // SQLite stores a number as its eight bytes, big endian; the bounds of the score may be the same number.
        byte[] stored = ByteBuffer.allocate(Double.BYTES).putDouble(score).array();
        for (int at = 0; at + Double.BYTES <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + Double.BYTES, stored, 0, Double.BYTES)) {
                bytes[at + Double.BYTES - 1] ^= 1;
            }
        }
        Files.write(file, bytes);
        resealAll();
        assertThat(wrongChecks(SiteChoice.ALL)).containsExactly("scores ranked.gpkg");
    }

    @Test
    void countsThatDoNotAddUpAreFound() throws IOException {
        Path manifest = run.resolve(Manifest.FILE);
        Manifest read = Json.read(manifest, Manifest.class);
        long issues = read.issues();
        long ranked = read.counts().ranked();
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replaceFirst("\"issues\" : " + issues + ",\n  \"files\"", "\"issues\" : 7777,\n  \"files\"")
                        .replaceFirst("\"ranked\" : " + ranked, "\"ranked\" : " + (ranked + 1)));
        reseal(manifest);
        List<Finding> findings =
                verify(0).stream().flatMap(result -> result.findings().stream()).toList();
        assertThat(findings.stream().map(Finding::file))
                .contains(Manifest.FILE, "issues.csv", "ranked.gpkg", "ranked.dbf", "explanations/sites");
    }

    @Test
    void aPolicyThatIsNotTheOneOfTheRunIsFound() throws IOException {
        Path policy = run.resolve("explanations/policy/criteria/energy-price.yaml");
        Files.writeString(policy, Files.readString(policy).replaceFirst("weight: 0.16", "weight: 0.61"));
        resealAll();
        assertThat(wrongChecks(SiteChoice.ALL)).startsWith("inputs explanations/policy");
    }

    private String name(Path file) {
        return run.relativize(file).toString();
    }
}
