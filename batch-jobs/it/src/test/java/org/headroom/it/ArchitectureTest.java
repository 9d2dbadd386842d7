package org.headroom.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** Who may import whom. The picture is in ARCHITECTURE.md; this is what holds it. */
class ArchitectureTest {
    private static final JavaClasses HEADROOM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.headroom");

    private static final String[] PLUGINS = {
        "org.headroom.gridheadroom..",
        "org.headroom.queuepressure..",
        "org.headroom.moratorium..",
        "org.headroom.cooling..",
        "org.headroom.energyprice..",
        "org.headroom.miningconversion.."
    };

    @Test
    void modulesImportOneWay() {
        check(layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("model")
                .definedBy("org.headroom.model..")
                .layer("spi")
                .definedBy("org.headroom.spi..")
                .layer("layers")
                .definedBy("org.headroom.layers..")
                .layer("export")
                .definedBy("org.headroom.export..")
                .layer("rules")
                .definedBy("org.headroom.rules..")
                .layer("host")
                .definedBy("org.headroom.host..")
                .layer("plugins")
                .definedBy(PLUGINS)
                .layer("jobs")
                .definedBy("org.headroom.jobs..")
                .layer("runtime")
                .definedBy("org.headroom.runtime..")
                .layer("cli")
                .definedBy("org.headroom.cli..")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("jobs")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("runtime")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("plugins")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("host")
                .mayOnlyBeAccessedByLayers("jobs", "cli")
                .whereLayer("rules")
                .mayOnlyBeAccessedByLayers("jobs", "cli")
                .whereLayer("export")
                .mayOnlyBeAccessedByLayers("jobs")
                .whereLayer("layers")
                .mayOnlyBeAccessedByLayers("jobs", "cli")
                .whereLayer("spi")
                .mayOnlyBeAccessedByLayers("layers", "rules", "host", "plugins", "jobs", "cli"));
    }

    @Test
    void noCircleOfPackages() {
        check(slices().matching("org.headroom.(**)").should().beFreeOfCycles());
    }

    @Test
    void onlyRulesSeesDrools() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.headroom.rules..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.drools..", "org.kie.."));
    }

    @Test
    void onlyLayersSeesGeoTools() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.headroom.layers..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.geotools..", "org.opengis..", "org.geotools.api..", "org.h2gis.."));
    }

    @Test
    void sqlOnlyWhereFilesAndTheJobRepositoryAreDatabases() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("org.headroom.layers..", "org.headroom.export..", "org.headroom.runtime..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql.."));
    }

    @Test
    void onlyJobsAndRuntimeSeeTheBatchApi() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("org.headroom.jobs..", "org.headroom.runtime..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.batch.."));
    }

    @Test
    void onlyOnePackageSeesTheBatchRuntime() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.headroom.runtime.jbatch..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.ibm.jbatch.."));
    }

    @Test
    void pluginsSeeTheContractOnly() {
        check(classes()
                .that()
                .resideInAnyPackage(PLUGINS)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.headroom.model..",
                        "org.headroom.spi..",
                        "org.locationtech.jts..",
                        "org.jspecify..",
                        "java..",
                        "org.headroom.gridheadroom..",
                        "org.headroom.queuepressure..",
                        "org.headroom.moratorium..",
                        "org.headroom.cooling..",
                        "org.headroom.energyprice..",
                        "org.headroom.miningconversion.."));
    }

    @Test
    void pluginsDoNotSeeOneAnother() {
        check(slices().matching(
                        "org.headroom.(gridheadroom|queuepressure|moratorium|cooling|energyprice|miningconversion)..")
                .should()
                .notDependOnEachOther());
    }

    @Test
    void modelKnowsNothingElse() {
        check(classes()
                .that()
                .resideInAPackage("org.headroom.model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.headroom.model..", "org.locationtech.jts..", "org.jspecify..", "java.."));
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
        // The runtime notes when a process took a lease.
        check(noClasses()
                .that()
                .resideOutsideOfPackages("org.headroom.cli..", "org.headroom.runtime..")
                .should()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Clock.class, "systemUTC"));
    }

    private static void check(ArchRule rule) {
        rule.check(HEADROOM);
    }
}
