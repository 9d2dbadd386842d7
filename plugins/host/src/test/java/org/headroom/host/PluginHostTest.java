package org.headroom.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.LayerKind;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.ScoringModule;
import org.headroom.spi.SpiVersion;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemorySites;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads real jars, compiled and packed here. */
class PluginHostTest {
    @TempDir
    Path temp;

    private Path plugins;

    @BeforeEach
    void makeFolder() throws IOException {
        plugins = Files.createDirectories(temp.resolve("plugins"));
    }

    private JarMaker jar() {
        return new JarMaker(temp);
    }

    private Path simple(String folder, String file, String className, String id, String criterion) throws IOException {
        return jar().source(className, JarMaker.module(className, id, criterion, "42"))
                .service(className)
                .write(plugins.resolve(folder).resolve(file));
    }

    private HeadroomException refused() {
        HeadroomException refusal = catchThrowableOfType(HeadroomException.class, () -> PluginHost.load(plugins));
        assertThat(refusal).isNotNull();
        assertThat(refusal.family()).isEqualTo(FailureFamily.PLUGIN);
        return refusal;
    }

    private static double measure(ScoringModule module) {
        String criterion = module.criteria().get(0).id();
        MeasurementBlock block = new MeasurementBlock(List.of(criterion), 1);
        module.bind(MemoryContext.builder().build())
                .measure(MemorySites.builder().greenfield("s", 0, 0).build(), block);
        return block.column(criterion).lower(0);
    }

    @Test
    void modulesAreSortedByIdAndNamedWithVersionAndPlace() throws IOException {
        simple("zebra", "a.jar", "z.Z", "alpha", "alphaMw");
        simple("anteater", "b.jar", "a.A", "omega", "omegaMw");
        List<InstalledModule> modules = PluginHost.load(plugins);
        assertThat(modules).extracting(m -> m.module().id()).containsExactly("alpha", "omega");
        assertThat(modules).extracting(InstalledModule::version).containsExactly("1.2.3", "1.2.3");
        assertThat(modules.get(0).location())
                .isEqualTo(plugins.resolve("zebra").resolve("a.jar").toString());
        assertThat(measure(modules.get(0).module())).isEqualTo(42);
    }

    @Test
    void foldersWithoutJarsAndAMissingPluginsFolderArePassedOver() throws IOException {
        Files.createDirectories(plugins.resolve("sources/target"));
        Files.writeString(plugins.resolve("sources/pom.xml"), "<project/>");
        Files.writeString(plugins.resolve("sources/target/x.jar"), "not a plugin");
        assertThat(PluginHost.load(plugins)).isEmpty();
        assertThat(PluginHost.load(temp.resolve("nowhere"))).isEmpty();
    }

    @Test
    void aPluginDoesNotSeeHeadroomsLibrariesNorOtherPlugins() throws IOException {
        simple("other", "other.jar", "other.Other", "other", "otherMw");
        String code = JarMaker.module("p.Probe", "probe", "probeMw", "probe()").replace("public String id()", """
                        static double probe() {
                            double sum = 0;
                            String[] hidden = {"org.headroom.host.PluginHost", "org.junit.jupiter.api.Test", "other.Other",
                                "ch.qos.logback.classic.Logger", "org.headroom.testkit.MemorySites"};
                            String[] seen = {"org.slf4j.Logger", "org.locationtech.jts.geom.Point", "java.sql.Date",
                                "org.headroom.spi.Layer", "org.headroom.model.Gate" + "Answer"};
                            for (String name : hidden) { if (loads(name)) sum += 10; }
                            for (String name : seen) { if (loads(name)) sum += 1; }
                            return sum;
                        }
                        static boolean loads(String name) {
                            try { Class.forName(name); return true; } catch (ClassNotFoundException e) { return false; }
                        }
                        public String id()""");
        jar().source("p.Probe", code).service("p.Probe").write(plugins.resolve("probe/probe.jar"));
        ScoringModule probe = PluginHost.load(plugins).get(1).module();
        assertThat(measure(probe)).isEqualTo(5);
    }

    @Test
    void aPluginUsesItsOwnCopyOfALibrary() throws IOException {
        String library =
                "package org.headroom.testkit; public class MemorySites { public static double v() { return 7; } }";
        Path lib = jar().source("org.headroom.testkit.MemorySites", library)
                .write(plugins.resolve("own").resolve("lib.jar"));
        Path empty = Files.createDirectories(temp.resolve("empty"));
        jar().source("o.Own", JarMaker.module("o.Own", "own", "ownMw", """
                        value()""").replace("public String id()", """
                        static double value() {
                            try {
                                return (Double) Class.forName("org.headroom.testkit.MemorySites").getMethod("v").invoke(null);
                            } catch (ReflectiveOperationException e) { return -1; }
                        }
                        public String id()"""))
                .alsoSees(empty)
                .service("o.Own")
                .write(plugins.resolve("own").resolve("own.jar"));
        assertThat(lib).exists();
        assertThat(measure(PluginHost.load(plugins).get(0).module())).isEqualTo(7);
    }

    @Test
    void sharedPackagesAreThoseOfTheContract() {
        assertThat(PluginClassLoader.isShared("org.headroom.spi.Layer")).isTrue();
        assertThat(PluginClassLoader.isShared("org.locationtech.jts.geom.Point"))
                .isTrue();
        assertThat(PluginClassLoader.isShared("org.locationtech.jts.io.geojson.GeoJsonReader"))
                .isFalse();
        assertThat(PluginClassLoader.isShared("org.headroom.spies.X")).isFalse();
        assertThat(PluginClassLoader.isShared("org.drools.X")).isFalse();
    }

    @Test
    void theSameModuleTwiceNamesBothPlaces() throws IOException {
        Path first = simple("one", "x.jar", "x.X", "same", "firstMw");
        Path second = simple("two", "y.jar", "y.Y", "same", "secondMw");
        assertThat(refused()).hasMessage("module id same is given twice: by " + first + " and by " + second);
    }

    @Test
    void theSameCriterionTwiceNamesBothModules() throws IOException {
        Path first = simple("one", "x.jar", "x.X", "x", "sameMw");
        Path second = simple("two", "y.jar", "y.Y", "y", "sameMw");
        assertThat(refused())
                .hasMessage("criterion sameMw is measured twice: by module x (" + first + ") and by module y (" + second
                        + ")");
    }

    private Path bringing(String id, String kind) throws IOException {
        String code = JarMaker.module("k.K", id, id + "Mw", "1").replace("public String id()", """
                public int spiVersion() { return SpiVersion.CURRENT; }
                        public List<LayerKind> layerKinds() {
                            return List.of(new LayerKind("%s", LayerField.number("depthM", "m", "depth")));
                        }
                        public String id()""".formatted(kind));
        return jar().source("k.K", code)
                .service("k.K")
                .write(plugins.resolve(id).resolve("k.jar"));
    }

    @Test
    void aModuleMayBringAKindOfLayer() throws IOException {
        bringing("floods", "flood-zone");
        assertThat(PluginHost.layerKinds(PluginHost.load(plugins)))
                .containsAll(LayerKind.builtIn())
                .contains(new LayerKind("flood-zone"))
                .hasSize(LayerKind.builtIn().size() + 1);
    }

    @Test
    void theSameKindOfLayerTwiceNamesBothModules() throws IOException {
        Path first = bringing("one", "flood-zone");
        Path second = bringing("two", "flood-zone");
        assertThat(refused())
                .hasMessage("layer kind flood-zone is brought twice: by module one (" + first + ") and by module two ("
                        + second + ")");
    }

    @Test
    void aKindOfHeadroomsOwnIsNotBroughtAgain() throws IOException {
        bringing("weather", "climate");
        assertThat(refused()).hasMessageContaining("k.K: layer kind climate is one of Headroom's own");
    }

    @Test
    void aModuleOfAnotherVersionOfTheContractIsRefused() throws IOException {
        for (int version : new int[] {0, SpiVersion.CURRENT + 1}) {
            jar().source("v.V", JarMaker.module("v.V", "v", "vMw", "1").replace("public String id()", """
                            public int spiVersion() { return %d; }
                            public String id()""".formatted(
                                    version)))
                    .service("v.V")
                    .write(plugins.resolve("v").resolve("v.jar"));
            assertThat(refused())
                    .hasMessageContaining(
                            "v.V: it is built for version " + version + " of the module contract, and this"
                                    + " Headroom has 1 to " + SpiVersion.CURRENT + "; take a newer ");
        }
    }

    @Test
    void aFolderWhoseJarsNameNoModuleIsRefused() throws IOException {
        jar().entry("readme.txt", "hello").write(plugins.resolve("empty/e.jar"));
        assertThat(refused())
                .hasMessageContaining(plugins.resolve("empty") + ": none of its jars (e.jar) names a scoring module in "
                        + JarMaker.SERVICE);
        assertThat(refused().advice()).contains("plugins/example/README.md");
    }

    @Test
    void damagedJarsAndBrokenModulesAreAllReportedAtOnce() throws IOException {
        Files.createDirectories(plugins.resolve("damaged"));
        Files.writeString(plugins.resolve("damaged/d.jar"), "this is not a zip file");
        jar().service("gone.Gone").write(plugins.resolve("gone/g.jar"));
        jar().source("n.NotOne", "package n; public class NotOne {}")
                .service("n.NotOne")
                .write(plugins.resolve("notone/n.jar"));
        jar().source(
                        "t.Throws",
                        JarMaker.module("t.Throws", "t", "tMw", "1")
                                .replace(
                                        "public String id()",
                                        "public Throws() { throw new IllegalStateException(\"no luck\"); } public String id()"))
                .service("t.Throws")
                .write(plugins.resolve("throws/t.jar"));
        jar().source("i.Id", JarMaker.module("i.Id", "Bad Id", "iMw", "1"))
                .service("i.Id")
                .write(plugins.resolve("id/i.jar"));
        String message = refused().getMessage();
        assertThat(message.split("\n")).hasSize(5);
        assertThat(message)
                .contains("damaged/d.jar: not a readable jar")
                .contains("gone: a scoring module cannot be loaded: Provider gone.Gone not found")
                .contains("notone: a scoring module cannot be loaded: n.NotOne not a subtype")
                .contains("throws: a scoring module cannot be loaded")
                .contains("no luck")
                .contains("i.Id: id \"Bad Id\" is not lower case with hyphens");
    }

    @Test
    void aModuleThatNeedsWhatItDoesNotBringIsNamed() throws IOException {
        Path base = jar().source(
                        "b.Base", "package b; public abstract class Base implements org.headroom.spi.ScoringModule {}")
                .write(temp.resolve("base.jar"));
        jar().source(
                        "m.Missing",
                        JarMaker.module("m.Missing", "missing", "missingMw", "1")
                                .replace("implements ScoringModule", "extends b.Base"))
                .alsoSees(base)
                .service("m.Missing")
                .write(plugins.resolve("missing/m.jar"));
        assertThat(refused())
                .hasMessageContaining("missing: a scoring module cannot be loaded")
                .hasMessageContaining("b/Base");
    }

    @Test
    void aJarBesideTheFoldersIsRefused() throws IOException {
        jar().entry("x", "y").write(plugins.resolve("stray.jar"));
        assertThat(refused())
                .hasMessage(plugins.resolve("stray.jar") + ": a plugin needs a folder of its own; move it to "
                        + plugins.resolve("stray").resolve("stray.jar"));
    }

    @Test
    void aPluginsFolderThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "x");
        HeadroomException refusal = catchThrowableOfType(HeadroomException.class, () -> PluginHost.load(file));
        assertThat(refusal.family()).isEqualTo(FailureFamily.CONFIG);
    }
}
