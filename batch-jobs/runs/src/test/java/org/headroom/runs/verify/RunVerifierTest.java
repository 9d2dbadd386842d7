package org.headroom.runs.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.headroom.model.GateAnswer;
import org.headroom.model.HeadroomException;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RankedRow;
import org.headroom.runs.TinyPolicy;
import org.headroom.runs.TinyRun;
import org.headroom.runs.file.Folders;
import org.headroom.runs.file.Json;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.runs.store.OrderFile;
import org.headroom.spi.MeasurementColumn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a published run is found, and the file is named. */
class RunVerifierTest {
    private static final int FLIPS_A_FILE = 2;
    private static final String SCORES = "explanations/scores";
    private static final String ORDER = "explanations/order.i32";
    private static final int EXCLUDED = GateAnswer.FAIL.ordinal();

    @TempDir
    static Path shared;

    private static TinyRun made;
    private static PublishedRun published;

    @TempDir
    Path folder;

    /** A copy that a test may damage. */
    private PublishedRun run;

    @BeforeAll
    static void publish() {
        made = new TinyRun(1, TinyPolicy.write(shared.resolve("policy")));
        published = made.publish(shared.resolve("2026-06-01-1"));
    }

    @BeforeEach
    void copy() throws IOException {
        run = new PublishedRun(folder.resolve(published.name()));
        Folders.delete(run.folder());
        Folders.copy(published.folder(), run.folder());
    }

    private List<CheckResult> verify(SiteChoice choice) {
        List<CheckResult> results = new ArrayList<>();
        boolean holds = new RunVerifier(run, TinyRun.modules(), choice, List.of()).verify(results::add);
        assertThat(holds).isEqualTo(results.stream().allMatch(CheckResult::holds));
        return results;
    }

    private List<Finding> findings() {
        return verify(new SiteChoice(List.of(), 0)).stream()
                .flatMap(result -> result.findings().stream())
                .toList();
    }

    private List<String> filesWithFindings() {
        return findings().stream().map(Finding::file).distinct().toList();
    }

    /** Checks that do not hold when every site is derived again, each with the files that are named. */
    private Map<String, List<String>> wrongChecks() {
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        verify(new SiteChoice(List.of(), SiteChoice.ALL)).stream()
                .filter(result -> !result.holds())
                .forEach(result -> wrong.put(
                        result.check(),
                        result.findings().stream().map(Finding::file).distinct().toList()));
        return wrong;
    }

    private Path file(String path) {
        return run.folder().resolve(path);
    }

    @Test
    void aRunThatNobodyTouchedHolds() {
        List<CheckResult> results = verify(new SiteChoice(List.of("9"), SiteChoice.ALL));
        assertThat(results.stream().flatMap(result -> result.findings().stream()))
                .isEmpty();
        assertThat(results)
                .extracting(CheckResult::check)
                .containsExactly("files", "inputs", "counts", "order", "scores");
        assertThat(results.get(4).looked()).isEqualTo("50 of 50 sites derived again");
        assertThat(verify(new SiteChoice(List.of(), 7)).get(4).looked()).startsWith("7 of 50");
        assertThatThrownBy(() -> verify(new SiteChoice(List.of("S-100"), 0)))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("no site \"S-100\"; did you mean \"S-10\"?");
    }

    @Test
    void everyByteThatIsFlippedAndEveryFileThatIsCutOrMissingIsFound() throws IOException {
        Random random = new Random(20260601);
        for (String name : TinyRun.files(run)) {
            byte[] right = Files.readAllBytes(file(name));
            for (int flip = 0; flip < FLIPS_A_FILE && right.length > 0; flip++) {
                byte[] wrong = right.clone();
                int at = random.nextInt(wrong.length);
                wrong[at] ^= (byte) (1 + random.nextInt(255));
                Files.write(file(name), wrong);
                assertThat(filesWithFindings()).as("byte " + at + " of " + name).containsExactly(name);
            }
            if (right.length > 0) {
                Files.write(file(name), Arrays.copyOf(right, random.nextInt(right.length)));
                assertThat(filesWithFindings()).as("a part of " + name).containsExactly(name);
            }
            Files.delete(file(name));
            assertThat(filesWithFindings()).as("without " + name).containsExactly(name);
            Files.write(file(name), right);
        }
        assertThat(filesWithFindings()).isEmpty();
    }

    @Test
    void whatWasAddedToAnyFolderIsFoundAndAllThatIsWrongIsListed() throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.walk(run.folder())) {
            folders = all.filter(Files::isDirectory).toList();
        }
        List<String> added = new ArrayList<>(List.of("link", "ranked.prj", "issues.csv"));
        for (Path one : folders) {
            Path hidden = Files.createFile(one.resolve(".hidden"));
            added.add(run.folder().relativize(hidden).toString());
        }
        Files.createSymbolicLink(file("link"), Path.of("manifest.json"));
        Files.delete(file("ranked.prj"));
        Files.writeString(file("issues.csv"), "garbage");
        assertThat(filesWithFindings()).containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    void aManifestThatCannotBeUnderstoodIsAFinding() throws IOException {
        byte[] right = Files.readAllBytes(file(Manifest.FILE));
        for (byte[] wrong : List.of(
                new byte[0],
                "{}".getBytes(StandardCharsets.UTF_8),
                "null".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(right, right.length / 3))) {
            Files.write(file(Manifest.FILE), wrong);
            TinyRun.sealManifest(run);
            assertThat(filesWithFindings()).containsExactly(Manifest.FILE);
        }
    }

    /** From here on the digests are right again: only what is derived can tell that the content is not. */
    @Test
    void everyNumberOfTheManifestThatWasChangedIsFound() throws IOException {
        ObjectMapper json = new ObjectMapper();
        byte[] right = Files.readAllBytes(file(Manifest.FILE));
        List<String> counts = new ArrayList<>();
        collect(json.readTree(right), "", counts);
        assertThat(counts).hasSize(4 + 3 + 4 + 4 + 1);
        for (String count : counts) {
            JsonNode wrong = json.readTree(right);
            int name = count.lastIndexOf('/');
            ObjectNode parent = (ObjectNode) wrong.at(count.substring(0, name));
            parent.put(count.substring(name + 1), wrong.at(count).asLong() + 1);
            json.writeValue(file(Manifest.FILE).toFile(), wrong);
            TinyRun.sealManifest(run);
            assertThat(verify(new SiteChoice(List.of(), 0)).stream()
                            .filter(result -> !result.holds())
                            .map(CheckResult::check))
                    .as(count)
                    .containsExactly("counts");
        }
        ObjectNode issues = (ObjectNode) json.readTree(right);
        issues.put("issues", 7777);
        json.writeValue(file(Manifest.FILE).toFile(), issues);
        TinyRun.sealManifest(run);
        assertThat(filesWithFindings()).containsExactly("issues.csv", "ranked.gpkg");
    }

    /** Paths of all counts, but those of a layer that nothing else of a run says: what its filter left out, and its issues. */
    private static void collect(JsonNode node, String path, List<String> counts) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                collect(array.get(i), path + "/" + i, counts);
            }
        } else if (node instanceof ObjectNode object) {
            object.fields().forEachRemaining(field -> collect(field.getValue(), path + "/" + field.getKey(), counts));
        } else if (path.equals("/issues")
                || path.matches("/(counts|candidates|gates|layers)/.*")
                        && node.isIntegralNumber()
                        && !path.matches("/layers/.*/(filtered|issues)")) {
            counts.add(path);
        }
    }

    private void change(Consumer<ScoreBlock.Storage> change) throws IOException {
        made.changeScores(run, change);
        TinyRun.seal(run);
    }

    @Test
    void everyPartOfAScoreThatWasChangedByALittleIsFoundByDerivingItAgain() throws IOException {
        change(s -> {
            s.lower()[firstExcluded(s)] += 1e-9;
            s.upper()[5] = Math.nextUp(s.upper()[5]);
            s.confidence()[6] = Math.nextDown(s.confidence()[6]);
            s.families()[2][7] = 0.123;
            s.gateAnswers()[1][8] ^= 1;
            s.fired()[9] ^= 1L << 4;
            s.undecided()[10] ^= 1;
        });
        CheckResult scores = verify(new SiteChoice(List.of(), SiteChoice.ALL)).get(4);
        assertThat(wrongChecks()).containsExactly(Map.entry("scores", List.of(SCORES)));
        assertThat(scores.findings().stream()
                        .map(finding -> finding.problem().replaceFirst("^site [^:]*: (.*) is [^ ]+, but .*", "$1")))
                .containsExactlyInAnyOrder(
                        "lower bound",
                        "upper bound",
                        "confidence",
                        "score of law",
                        "gate grid",
                        "rule \"dear energy\" holds",
                        "rule \"ban in force\" is undecided");
    }

    @Test
    void aTierOrAnAnswerThatIsNotThatOfTheRestIsFoundByTheOrderToo() throws IOException {
        change(s -> s.tier()[firstExcluded(s)] = 1);
        assertThat(wrongChecks()).containsOnlyKeys("order", "scores");
        copy();
        change(s -> s.gate()[firstExcluded(s)] = 0);
        assertThat(wrongChecks()).containsOnlyKeys("counts", "order", "scores");
    }

    /** A site whose score decides nothing, as a gate excludes it; its scores are kept all the same. */
    private static int firstExcluded(ScoreBlock.Storage scores) {
        int site = 0;
        while (scores.gate()[site] != EXCLUDED) {
            site++;
        }
        return site;
    }

    @Test
    void aMeasurementThatIsNotTheOneThatWasScoredIsFound() throws IOException {
        ExplanationFiles files = run.explanationFiles();
        Path column = files.measurementFile("priceUsdPerMwh");
        MeasurementColumn measured = new MeasurementColumn(TinyRun.SITES);
        try (MeasurementFile in = MeasurementFile.openForReading(column, TinyRun.SITES)) {
            in.read(0, TinyRun.SITES, measured);
        }
        int site = 0;
        while (!(measured.lower(site) < 100)) {
            site++;
        }
        MeasurementColumn.Storage storage = measured.storage();
        storage.lower()[site] += 30;
        storage.upper()[site] += 30;
        Files.delete(column);
        try (MeasurementFile out = MeasurementFile.openForWriting(column, TinyRun.SITES)) {
            out.write(0, TinyRun.SITES, measured);
        }
        MeasurementFile.complete(column, TinyRun.SITES);
        TinyRun.seal(run);
        assertThat(wrongChecks()).containsOnlyKeys("scores");
    }

    @Test
    void anOrderThatIsNotThatOfTheScoresIsFound() throws IOException {
        int[] order = new int[TinyRun.SITES];
        try (OrderFile in = OrderFile.open(file(ORDER))) {
            in.read(0, order.length, order);
        }
        for (int place = 1; place < order.length; place++) {
            int[] swapped = order.clone();
            swapped[place - 1] = order[place];
            swapped[place] = order[place - 1];
            write(swapped);
            assertThat(filesWithFindings()).as("ranks " + place).containsExactly(ORDER);
        }
        int[] twice = order.clone();
        twice[3] = twice[4];
        write(twice);
        assertThat(wrongChecks()).containsOnlyKeys("order");
        assertThat(findings().get(0).problem()).contains("at rank 4 and again at rank 5");
        twice[3] = order.length;
        write(twice);
        assertThat(findings().get(0).problem()).contains("the site 50, which there is not");
        write(Arrays.copyOf(order, order.length - 1));
        assertThat(findings().get(0).problem()).contains("49 ranks for 50 sites");
    }

    private void write(int[] order) throws IOException {
        Files.delete(file(ORDER));
        try (OrderFile.Writer out = new OrderFile.Writer(file(ORDER))) {
            Arrays.stream(order).forEach(out::add);
            out.finish();
        }
        TinyRun.seal(run);
    }

    @Test
    void aRankThatWasEditedInTheShapefileIsFound() throws IOException {
        ByteBuffer bytes =
                ByteBuffer.wrap(Files.readAllBytes(file("ranked.dbf"))).order(ByteOrder.LITTLE_ENDIAN);
        // RANK is the first field, aligned to the right behind the deletion flag of the first record.
        int lastDigit = bytes.getShort(8) + Byte.toUnsignedInt(bytes.get(32 + 16));
        assertThat((char) bytes.get(lastDigit)).isEqualTo('1');
        bytes.put(lastDigit, (byte) '7');
        Files.write(file("ranked.dbf"), bytes.array());
        TinyRun.seal(run);
        assertThat(wrongChecks()).containsExactly(Map.entry("scores", List.of("ranked.dbf")));
    }

    @Test
    void aScoreThatWasEditedInTheGeoPackageIsFound() throws IOException {
        byte[] bytes = Files.readAllBytes(file("ranked.gpkg"));
        // SQLite stores a number that is not whole as its eight bytes, big endian; the bounds of the score may be the
        // same.
        double score = run.head(TinyRun.SITES).stream()
                .mapToDouble(RankedRow::score)
                .filter(number -> number != Math.rint(number))
                .findFirst()
                .orElseThrow();
        byte[] stored = ByteBuffer.allocate(Double.BYTES).putDouble(score).array();
        int edits = 0;
        for (int at = 0; at + Double.BYTES <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + Double.BYTES, stored, 0, Double.BYTES)) {
                bytes[at + Double.BYTES - 1] ^= 1;
                edits++;
            }
        }
        assertThat(edits).isPositive();
        Files.write(file("ranked.gpkg"), bytes);
        TinyRun.seal(run);
        assertThat(wrongChecks()).containsExactly(Map.entry("scores", List.of("ranked.gpkg")));
    }

    @Test
    void aPolicyThatIsNotTheOneOfTheRunIsFound() throws IOException {
        new TinyPolicy(run.explanationFiles().policy())
                .edit(TinyPolicy.GRID, text -> text.replace("weight: 0.4", "weight: 0.3")
                        .replace("weight: 0.2", "weight: 0.3"));
        TinyRun.seal(run);
        assertThat(wrongChecks()).containsOnlyKeys("inputs", "scores");
        assertThat(findings()).extracting(Finding::file).containsExactly("explanations/policy");
    }

    @Test
    void aKeyThatIsNotTheDigestOfTheInputsIsFound() throws IOException {
        Path manifest = file(Manifest.FILE);
        Files.writeString(
                manifest, Files.readString(manifest).replace("\"headroom\" : \"test\"", "\"headroom\" : \"0\""));
        TinyRun.sealManifest(run);
        assertThat(findings())
                .extracting(Finding::problem)
                .containsExactly("inputs: the key is not the digest of the rest");
        assertThat(Json.read(manifest, Manifest.class).inputs().headroom()).isEqualTo("0");
    }
}
