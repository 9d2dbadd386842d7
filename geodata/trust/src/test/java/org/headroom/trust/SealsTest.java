package org.headroom.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealsTest {
    @TempDir
    Path temp;

    @Test
    void aSealHoldsForWhatItWasMadeOfAndForNothingElse() {
        Seals seals = OwnKey.kept(temp.resolve("home"));
        String seal = seals.of("run", "project", "2026-05-01-1").orElseThrow();
        assertThat(seal).matches("[0-9a-f]{64}");
        assertThat(seals.isOwn(seal, "run", "project", "2026-05-01-1")).isTrue();
        assertThat(seals.isOwn(seal, "rules", "project", "2026-05-01-1")).isFalse();
        assertThat(seals.isOwn(seal, "run", "project2", "026-05-01-1")).isFalse();
        assertThat(seals.isOwn(seal, "run", "project2026-05-01-1")).isFalse();
        assertThat(seals.isOwn("", "run", "project", "2026-05-01-1")).isFalse();
        assertThat(OwnKey.kept(temp.resolve("other")).isOwn(seal, "run", "project", "2026-05-01-1"))
                .isFalse();
    }

    @Test
    void theKeyIsMadeOnceAndReadByItsUserAlone() throws IOException {
        Path home = temp.resolve("home");
        List<Seals> all = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> OwnKey.kept(home))
                .toList();
        String seal = all.get(0).of("p", "x").orElseThrow();
        assertThat(all).allMatch(seals -> seals.isOwn(seal, "p", "x"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyThatOthersMayReadOrAFolderThatTheyMayWriteSealsNothing() throws IOException {
        Path home = temp.resolve("home");
        OwnKey.kept(home);
        Files.setPosixFilePermissions(home.resolve("key"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(OwnKey.kept(home).of("p", "x")).isEmpty();
        assertThat(OwnKey.kept(home).reason()).contains("can be read by others");
        Path open = Files.createDirectory(temp.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxr-x"));
        assertThat(OwnKey.kept(open).of("p", "x")).isEmpty();
        assertThat(open).isEmptyDirectory();
    }

    @Test
    void aKeyThatWasCutOffIsMadeAnew() throws IOException {
        Path home = temp.resolve("home");
        OwnKey.kept(home);
        Files.write(home.resolve("key"), new byte[3]);
        assertThat(OwnKey.kept(home).of("p", "x")).isPresent();
    }

    @Test
    void aKeyThatIsHandedInMustBeLongEnough() throws IOException {
        Path file = temp.resolve("secret");
        Files.write(file, new byte[32]);
        assertThat(OwnKey.named(file).of("p", "x")).isPresent();
        Files.write(file, new byte[31]);
        assertThatThrownBy(() -> OwnKey.named(file)).hasMessageContaining("does not have 32 to 4096 bytes");
        assertThatThrownBy(() -> OwnKey.named(temp.resolve("none"))).hasMessageContaining("cannot be read");
    }
}
