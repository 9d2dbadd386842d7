package org.headroom.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.headroom.cooling.intruder.Intruder;
import org.headroom.unheard.Stranger;
import org.junit.jupiter.api.Test;

/** Who may import whom. {@link House} has the table; the picture is in ARCHITECTURE.md; this is what holds both. */
class ArchitectureTest {
    private static final Path ROOT =
            Path.of("").toAbsolutePath().resolve("../..").normalize();
    private static final int MAX_FILES = 25;
    private static final int MAX_CIRCLE = 5;

    private static final JavaClasses HEADROOM = new ClassFileImporter().importPaths(compiled());

    /** The compiled main code of every module, also of those that nothing else depends on. */
    private static List<Path> compiled() {
        return modules().stream()
                .map(module -> module.resolve("target/classes"))
                .filter(Files::isDirectory)
                .toList();
    }

    private static List<Path> modules() {
        try (Stream<Path> folders = Files.walk(ROOT, 2)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everythingStandsInTheTableAndImportsWhatItsRowAllows() {
        assertThat(HEADROOM.size()).isGreaterThan(500);
        assertThat(House.violations(HEADROOM)).isEmpty();
    }

    @Test
    void everyModuleWithCodeHasARow() {
        assertThat(House.folders())
                .containsExactlyInAnyOrderElementsOf(modules().stream()
                        .map(module -> ROOT.relativize(module).toString())
                        .toList());
    }

    @Test
    void whatStandsInNoRowFails() {
        assertThat(House.violations(new ClassFileImporter().importClasses(Stranger.class)))
                .containsExactly("org.headroom.unheard.Stranger stands in no row");
    }

    @Test
    void aModuleThatImportsTheHostTheExportOrAnotherModuleFails() {
        assertThat(House.violations(new ClassFileImporter().importClasses(Intruder.class)))
                .containsExactlyInAnyOrder(
                        "org.headroom.cooling.intruder.Intruder imports org.headroom.host.PluginHost",
                        "org.headroom.cooling.intruder.Intruder imports org.headroom.export.RankedTable",
                        "org.headroom.cooling.intruder.Intruder imports org.headroom.moratorium.MoratoriumModule");
    }

    @Test
    void noCircleOfPackages() {
        assertThat(Circles.ofPackages(HEADROOM, 1)).isEmpty();
    }

    @Test
    void noLargeCircleOfClasses() {
        assertThat(Circles.ofClasses(HEADROOM, MAX_CIRCLE)).isEmpty();
    }

    @Test
    void noPackageIsFull() throws IOException {
        Map<String, Integer> full = new TreeMap<>();
        for (Path module : modules()) {
            try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file ->
                                full.merge(ROOT.relativize(file.getParent()).toString(), 1, Integer::sum));
            }
        }
        full.values().removeIf(files -> files <= MAX_FILES);
        assertThat(full).isEmpty();
    }

    /** The table of ARCHITECTURE.md is the one that is held here. */
    @Test
    void thePictureIsTrue() throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("ARCHITECTURE.md"));
        House.picture().forEach((folder, imports) -> assertThat(lines)
                .filteredOn(line -> line.startsWith("| `" + folder + "` |"))
                .as(folder)
                .singleElement()
                .asString()
                .endsWith(imports.isEmpty() ? "| |" : "| " + imports + " |"));
    }

    @Test
    void onlyTheCommandLineEndsTheProcess() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.headroom.cli..")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class));
    }

    @Test
    void nobodyReadsTheClockButThroughAnInjectedOne() {
        check(noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now"));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.headroom.cli..")
                .should()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Clock.class, "systemUTC"));
    }

    private static void check(ArchRule rule) {
        rule.check(HEADROOM);
    }
}
