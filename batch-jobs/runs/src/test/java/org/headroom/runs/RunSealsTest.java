package org.headroom.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.headroom.runs.file.Folders;
import org.headroom.runs.folder.KeepSpec;
import org.headroom.runs.folder.LatestLink;
import org.headroom.runs.folder.Retention;
import org.headroom.runs.folder.RunRequest;
import org.headroom.runs.folder.WorkFolder;
import org.headroom.runs.verify.RunVerifier;
import org.headroom.runs.verify.SiteChoice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that somebody else put beside the user's own. */
class RunSealsTest {
    private static final String HOME = String.valueOf(System.getProperty("headroom.home"));

    @TempDir
    Path out;

    private TinyPolicy policy;

    @BeforeEach
    void writePolicy() {
        policy = TinyPolicy.write(out.resolve("policy"));
    }

    private RunSeals seals() {
        return new RunSeals(out);
    }

    private PublishedRun made(String name) {
        return new TinyRun(4, policy).withoutTables().publish(out.resolve(name));
    }

    private PublishedRun published(String name) {
        PublishedRun run = made(name);
        seals().seal(run.folder(), name);
        return run;
    }

    @Test
    void aRunIsOwnUnderItsNameAndAsItWasPublished() throws IOException {
        PublishedRun run = published("2026-06-01-1");
        assertThat(seals().isOwn(run)).isTrue();
        assertThat(KeptPolicy.isAsPublished(run)).isTrue();
        Folders.copy(run.folder(), out.resolve("2026-06-02-1"));
        assertThat(seals().isOwn(new PublishedRun(out.resolve("2026-06-02-1")))).isFalse();
        System.setProperty("headroom.home", out.resolve("stranger").toString());
        try {
            assertThat(seals().isOwn(run)).isFalse();
        } finally {
            System.setProperty("headroom.home", HOME);
        }
        Path manifest = run.folder().resolve(Manifest.FILE);
        Files.writeString(manifest, Files.readString(manifest) + " ");
        assertThat(seals().isOwn(run)).isFalse();
    }

    @Test
    void aRunThatIsPlantedLaterChangesNothing() throws IOException {
        made("2026-05-01-1");
        published("2026-06-01-1");
        PublishedRun newest = published("2026-06-02-1");
        PublishedRun planted = made("2099-01-01-1");
        assertThat(new RunFolders(out).list()).hasSize(4).startsWith(planted);
        // The one from before the first seal stays known, and is nobody's own.
        assertThat(new RunFolders(out).known())
                .extracting(PublishedRun::name)
                .containsExactly("2026-06-02-1", "2026-06-01-1", "2026-05-01-1");
        assertThat(seals().isOwn(new PublishedRun(out.resolve("2026-05-01-1")))).isFalse();

        new LatestLink(out).point();
        assertThat(out.resolve("latest").toRealPath()).isEqualTo(newest.folder().toRealPath());
        assertThat(new RunFolders(out).getLatest()).isEqualTo(newest);
        assertThat(new RunFolders(out)
                        .findByInputs(planted.manifest().inputs().key())
                        .orElseThrow())
                .isEqualTo(newest);
        new Retention(out, planted.manifest().project(), new KeepSpec(OptionalInt.of(2), OptionalInt.empty()))
                .apply("2026-06-02-1");
        assertThat(new RunFolders(out).known()).extracting(PublishedRun::name).contains("2026-06-02-1", "2026-06-01-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"changed", "added", "hidden", "removed", "link", "folder"})
    void aCopyOfThePolicyThatIsNotWhatWasPublishedIsNone(String what) throws IOException {
        PublishedRun run = published("2026-06-01-1");
        Path policy = run.explanationFiles().policy();
        Path file = policy.resolve("policy.yaml");
        switch (what) {
            case "changed" -> Files.writeString(file, Files.readString(file) + "# x\n");
            case "added" -> Files.writeString(policy.resolve("drl/more.drl"), "package headroom.policy;\n");
            case "hidden" -> Files.writeString(policy.resolve(".more"), "");
            case "removed" -> Files.delete(file);
            case "link" -> {
                Path elsewhere = Files.move(file, out.resolve("elsewhere.yaml"));
                Files.createSymbolicLink(file, elsewhere);
            }
            default -> {
                Path elsewhere = Files.move(policy, out.resolve("elsewhere"));
                Files.createSymbolicLink(policy, elsewhere);
            }
        }
        assertThat(seals().isOwn(run)).isTrue();
        assertThat(KeptPolicy.isAsPublished(run)).isFalse();
    }

    @Test
    void aRequestThatSomebodyElseWroteIsNotFollowed() throws IOException {
        RunRequest request = new RunRequest(
                out.resolve("headroom.yaml"), out, "2026-06-01", 1, out.resolve("plugins"), false, 2, null);
        WorkFolder work = WorkFolder.create(request);
        assertThat(work.request()).isEqualTo(request);
        Path file = work.path().resolve("request.json");
        Files.writeString(file, Files.readString(file).replace("plugins", "others"));
        assertThatThrownBy(work::request).hasMessageContaining("was not begun by this user");
    }

    @Test
    void pathsThatLeaveTheRunAreNotRead() throws IOException {
        PublishedRun run = published("2026-06-01-1");
        Files.writeString(out.resolve("outside"), "x");
        Path manifest = run.folder().resolve(Manifest.FILE);
        String text = Files.readString(manifest);
        for (String path : List.of(
                "../outside",
                "explanations/../../outside",
                out.resolve("outside").toString())) {
            Files.writeString(
                    manifest,
                    text.replaceFirst(
                            "\"files\" ?: ?\\[",
                            "\"files\": [{\"file\": \"" + path + "\", \"bytes\": 1, \"sha256\": \"x\"},"));
            TinyRun.sealManifest(run);
            List<String> told = new ArrayList<>();
            new RunVerifier(run, TinyRun.modules(), new SiteChoice(List.of(), 0), List.of())
                    .verify(result -> result.findings().forEach(finding -> told.add(finding.toString())));
            assertThat(told).anyMatch(line -> line.contains(path) && line.contains("no path within the run"));
        }
    }
}
