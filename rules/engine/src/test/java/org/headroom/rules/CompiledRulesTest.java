package org.headroom.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.policy.SitesByAttribute;
import org.headroom.spi.MeasurementBlock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiled rules that are kept: they score as freshly compiled ones do, and only what is whole, fitting and private is used. */
class CompiledRulesTest {
    private static final int SIZE = 500;
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path temp;

    private TestPolicy policy;
    private Path kept;

    @BeforeEach
    void newPolicy() {
        assumeTrue(temp.getFileSystem().supportedFileAttributeViews().contains("posix"), "files have owners here");
        policy = new TestPolicy(temp.resolve("policy"));
        kept = temp.resolve("out/.rules");
    }

    private Policy load() {
        return Policy.load(policy.folder(), TestModule.vocabulary(), kept);
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.list(kept)) {
            return files.sorted().toList();
        }
    }

    private Path onlyEntry() throws IOException {
        assertThat(entries()).hasSize(1);
        return entries().get(0);
    }

    /** Loads, and tells whether the entry was used: one that is not used is written anew. */
    private boolean loadsFromEntry() throws IOException {
        Path entry = onlyEntry();
        Files.setLastModifiedTime(entry, LONG_AGO);
        load();
        return Files.getLastModifiedTime(entry).equals(LONG_AGO);
    }

    private static long[] score(Policy policy) {
        SitesByAttribute sites = new SitesByAttribute(SIZE);
        MeasurementBlock block = TestPolicy.random(SIZE, sites, 7);
        ScoreBlock out = policy.newScoreBlock(SIZE);
        policy.scorer().score(sites, block, out);
        long[] all = new long[SIZE * (2 + policy.rules().size())];
        int at = 0;
        for (int site = 0; site < SIZE; site++) {
            all[at++] = Double.doubleToRawLongBits(out.lower(site));
            all[at++] = Double.doubleToRawLongBits(out.upper(site));
            for (int rule = 0; rule < policy.rules().size(); rule++) {
                all[at++] = out.isFired(site, rule) ? 1 : 0;
            }
        }
        return all;
    }

    @Test
    void keptRulesScoreAsCompiledOnes() throws IOException {
        long[] compiled = score(policy.load());
        assertThat(compiled).contains(1L);
        assertThat(score(load())).isEqualTo(compiled);
        assertThat(loadsFromEntry()).isTrue();
        assertThat(score(load())).isEqualTo(compiled);
    }

    @Test
    void weightsAndTextsNeedNoCompilation() throws IOException {
        load();
        policy.write("drl/rules.drl", TestPolicy.RULES.replace("bonus(4, \"100 MW or more\")", "bonus(7, \"large\")"));
        assertThat(loadsFromEntry()).isTrue();
    }

    @Test
    void otherRulesAreCompiled() throws IOException {
        load();
        policy.write("drl/rules.drl", TestPolicy.RULES.replace("kv < 69", "kv < 345"));
        long[] compiled = score(policy.load());
        assertThat(score(load())).isEqualTo(compiled);
        assertThat(entries()).hasSize(2);
    }

    @Test
    void damagedEntryIsMadeAnew() throws IOException {
        long[] compiled = score(load());
        Path entry = onlyEntry();
        byte[] whole = Files.readAllBytes(entry);
        for (int place : new int[] {0, 40, whole.length / 2, whole.length - 1}) {
            byte[] damaged = whole.clone();
            damaged[place] ^= 1;
            Files.write(entry, damaged);
            assertThat(loadsFromEntry()).isFalse();
            assertThat(score(load())).isEqualTo(compiled);
        }
        for (int length : new int[] {0, 20, 32, whole.length / 2}) {
            Files.write(entry, Arrays.copyOf(whole, length));
            assertThat(loadsFromEntry()).isFalse();
        }
        assertThat(loadsFromEntry()).isTrue();
    }

    @Test
    void entryUnderTheNameOfOtherRulesCannotBeMistaken() throws IOException {
        load();
        Path first = onlyEntry();
        byte[] before = Files.readAllBytes(first);
        policy.write("drl/rules.drl", TestPolicy.RULES.replace("kv < 69", "kv < 345"));
        load();
        Path second =
                entries().stream().filter(e -> !e.equals(first)).findFirst().orElseThrow();
        assertThat(Files.readAllBytes(second)).isNotEqualTo(before);
        assertThat(second.getFileName()).isNotEqualTo(first.getFileName());
    }

    @Test
    void folderAndEntriesAreForTheirOwnerOnly() throws IOException {
        load();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(onlyEntry())))
                .isEqualTo("rw-------");
    }

    @Test
    void folderThatOthersMayWriteToIsNotUsed() throws IOException {
        load();
        for (String open : List.of("rwxrwx---", "rwx----w-", "rwxrwxrwx")) {
            Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString(open));
            Files.write(onlyEntry(), new byte[] {1});
            assertThat(score(load())).isEqualTo(score(policy.load()));
            assertThat(onlyEntry()).hasBinaryContent(new byte[] {1});
        }
    }

    @Test
    void linkInPlaceOfAnEntryIsNotFollowed() throws IOException {
        load();
        Path entry = onlyEntry();
        Path elsewhere = temp.resolve("elsewhere");
        Files.move(entry, elsewhere);
        Files.createSymbolicLink(entry, elsewhere);
        load();
        assertThat(Files.isSymbolicLink(entry)).isFalse();
    }

    @Test
    void fileInPlaceOfTheFolderDoesNotMatter() throws IOException {
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, "not a folder");
        assertThat(score(load())).isEqualTo(score(policy.load()));
        assertThat(kept).hasContent("not a folder");
    }

    @Test
    void oldEntriesAndLeftoversGo() throws IOException {
        load();
        Path first = onlyEntry();
        for (int i = 0; i < 12; i++) {
            Path other = Files.write(kept.resolve(i % 2 == 0 ? "." + i : i + ".rules"), new byte[] {1});
            Files.setLastModifiedTime(other, FileTime.fromMillis(LONG_AGO.toMillis() + i));
        }
        policy.write("drl/rules.drl", TestPolicy.RULES.replace("kv < 69", "kv < 345"));
        load();
        assertThat(entries()).hasSize(8).contains(first).doesNotContain(kept.resolve(".0"));
    }
}
