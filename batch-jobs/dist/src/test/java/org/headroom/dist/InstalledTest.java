package org.headroom.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive, unpacked into a folder with a blank that cannot be written, where there is nothing but a shell and Java. */
@Tag("end-to-end")
class InstalledTest {
    private static final String ARCHIVE = System.getProperty("headroom.archive", "");

    @TempDir
    static Path temp;

    private static Path home;
    private static final Map<String, TarArchiveEntry> ENTRIES = new TreeMap<>();

    @BeforeAll
    static void unpack() throws IOException {
        Path archive = Path.of(ARCHIVE + ".tar.gz");
        assumeTrue(Files.exists(archive), "the archive is made by the phase package");
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is a POSIX shell");
        Path folder = Files.createDirectories(temp.resolve("it's a folder"));
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                ENTRIES.put(entry.getName(), entry);
                Path target = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                    Files.setPosixFilePermissions(
                            target,
                            PosixFilePermissions.fromString((entry.getMode() & 0100) == 0 ? "r--r--r--" : "r-xr-xr-x"));
                }
            }
        }
        home = folder.resolve(Path.of(ARCHIVE).getFileName());
        try (Stream<Path> folders = Files.walk(home)) {
            for (Path each : folders.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("r-xr-xr-x"));
            }
        }
    }

    private record Ended(int exit, String out, String err) {}

    /** With nothing in the environment but what is given. */
    private static Ended run(Path program, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(temp, "run", ".out");
        Path err = Files.createTempFile(temp, "run", ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(temp.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end:\n" + Files.readString(err));
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** A folder for the PATH with nothing but a java in it. */
    private static Path onlyJava(String script) throws IOException {
        Path bin = Files.createTempDirectory(temp, "bin");
        Path java = bin.resolve("java");
        Files.writeString(java, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return bin;
    }

    private static Path realJava() throws IOException {
        return onlyJava("exec '" + System.getProperty("java.home") + "/bin/java' -XX:TieredStopAtLevel=1 \"$@\"");
    }

    @Test
    void theSampleIsRankedWithNothingButJava() throws Exception {
        Path out = temp.resolve("runs of the sample");
        Map<String, String> environment = Map.of("PATH", realJava().toString(), "HOME", "/nowhere");
        String sample = home.resolve("geodata/catalog/samples/headroom.yaml").toString();
        Ended ranked =
                run(home.resolve("bin/headroom"), environment, "rank", "--project", sample, "--out", out.toString());
        assertThat(ranked.exit()).as(ranked.err()).isZero();
        Path run = Path.of(ranked.out().lines().reduce((one, next) -> next).orElseThrow());
        assertThat(run.resolve("ranked.gpkg")).isNotEmptyFile();
        assertThat(run).hasParent(out);
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile).count())
                    .isEqualTo(ENTRIES.values().stream()
                            .filter(entry -> !entry.isDirectory())
                            .count());
        }
    }

    @Test
    void aLinkToTheProgramAndFurtherOptionsOfJavaWill() throws Exception {
        Path link = Files.createSymbolicLink(temp.resolve("headroom"), home.resolve("bin/headroom"));
        Map<String, String> environment = Map.of(
                "PATH",
                "/usr/bin:/bin",
                "JAVA_HOME",
                System.getProperty("java.home"),
                "JAVA_OPTS",
                "-Xmx300m -Xlog:gc=off");
        Ended version = run(link, environment, "--version");
        assertThat(version.err()).isEmpty();
        assertThat(version.out())
                .isEqualTo("headroom " + ARCHIVE.substring(ARCHIVE.lastIndexOf("headroom-") + 9) + "\n");
    }

    @Test
    void javaThatIsMissingOrTooOldIsSaidInOneSentence() throws Exception {
        Path program = home.resolve("bin/headroom");
        Path old = onlyJava("echo '    java.specification.version = 1.8' >&2");
        assertThat(run(program, Map.of("JAVA_HOME", temp.toString()), "--version"))
                .isEqualTo(
                        new Ended(
                                3,
                                "",
                                "headroom: JAVA_HOME is " + temp
                                        + ", where there is no Java (no bin/java); point it at Java 17 or newer, or unset it.\n"));
        Path jdk = Files.createDirectories(temp.resolve("jdk 8/bin")).getParent();
        Files.copy(old.resolve("java"), jdk.resolve("bin/java"));
        assertThat(run(program, Map.of("JAVA_HOME", jdk.toString()), "--version")
                        .err())
                .isEqualTo("headroom: the Java at JAVA_HOME, " + jdk
                        + ", is Java 8; Headroom needs 17 or newer. Set JAVA_HOME to a newer one.\n");
    }

    @Test
    void everyFileBelongsToNobodyInParticularAndHasTheTimeOfTheRelease() {
        assertThat(ENTRIES.values()).allSatisfy(entry -> {
            assertThat(entry.getLongUserId()).isZero();
            assertThat(entry.getLongGroupId()).isZero();
            int mode = entry.getMode() & 0777;
            boolean isProgram = entry.isDirectory() || entry.getName().contains("/bin/");
            assertThat(mode).as(entry.getName()).isEqualTo(isProgram ? 0755 : 0644);
        });
        assertThat(ENTRIES.values().stream()
                        .map(TarArchiveEntry::getLastModifiedTime)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void theZipHoldsTheSame() throws IOException {
        try (ZipFile zip = new ZipFile(ARCHIVE + ".zip")) {
            // Entries of folders are at each format's liking.
            assertThat(zip.stream().map(entry -> entry.getName()).filter(InstalledTest::isFile))
                    .containsExactlyInAnyOrderElementsOf(ENTRIES.keySet().stream()
                            .filter(InstalledTest::isFile)
                            .toList());
        }
    }

    private static boolean isFile(String entry) {
        return !entry.endsWith("/");
    }

    @Test
    void everyCommandHasAPageThatTheFormatterTakes() throws Exception {
        Path pages = home.resolve("share/man/man1");
        assertThat(pages.resolve("headroom.1")).content().contains(".SH \"NAME\"", "Exit codes:");
        assertThat(pages.resolve("headroom-rules-explain.1")).content().contains("\\-\\-site");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "groff is missing; install groff-base");
        List<String> arguments = new ArrayList<>(List.of("-ww", "-man", "-Tutf8", "-K", "utf8"));
        try (Stream<Path> files = Files.list(pages)) {
            files.sorted().map(Path::toString).forEach(arguments::add);
        }
        Ended formatted =
                run(Path.of("/usr/bin/groff"), Map.of("PATH", "/usr/bin:/bin"), arguments.toArray(new String[0]));
        assertThat(formatted.err()).isEmpty();
        assertThat(formatted.exit()).isZero();
    }

    @Test
    void everyJarIsInTheBillAndHasALicence() throws IOException {
        JsonNode bill = new ObjectMapper().readTree(home.resolve("sbom.json").toFile());
        assertThat(bill.has("serialNumber")).isFalse();
        List<String> billed = new ArrayList<>();
        bill.path("components")
                .forEach(component -> billed.add(component.path("name").asText() + "-"
                        + component.path("version").asText() + ".jar"));
        List<String> jars;
        try (Stream<Path> files = Files.list(home.resolve("lib"))) {
            jars = files.map(file -> file.getFileName().toString()).toList();
        }
        assertThat(billed).containsExactlyInAnyOrderElementsOf(jars);
        String list = Files.readString(home.resolve("licenses/README.md"), StandardCharsets.UTF_8);
        assertThat(jars).filteredOn(jar -> !jar.startsWith("headroom-")).allSatisfy(jar -> assertThat(list)
                .containsPattern("\\| \\Q" + jar.replace(".jar", "") + "\\E \\| [^|]+ \\| [^|]*\\| [^|]+ \\|"));
    }

    /** Both launchers run the same JVM. */
    @Test
    void theLauncherOfACheckoutHasTheSameOptions() throws IOException {
        assertThat(options(home.resolve("bin/headroom"))).isNotEmpty().isEqualTo(options(Path.of("../../headroom")));
    }

    private static String options(Path launcher) throws IOException {
        String text = Files.readString(launcher);
        return text.substring(text.indexOf("\nvm=\""), text.indexOf("\"\nif [ \"$feature\" -ge 24 ]"));
    }
}
