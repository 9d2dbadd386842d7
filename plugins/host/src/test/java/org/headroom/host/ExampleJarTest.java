package org.headroom.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example, compiled and packed from its sources, works when its jar is dropped into a plugin folder. */
class ExampleJarTest {
    private static final Path EXAMPLE = Path.of("..", "example", "src", "main");

    @Test
    void theExampleWorksWhenDroppedIn(@TempDir Path temp) throws IOException {
        Path java = EXAMPLE.resolve("java/org/headroom/example");
        Path service = EXAMPLE.resolve("resources").resolve(JarMaker.SERVICE);
        new JarMaker(temp)
                .source("org.headroom.example.DaylightModule", Files.readString(java.resolve("DaylightModule.java")))
                .source("org.headroom.example.package-info", Files.readString(java.resolve("package-info.java")))
                .entry(JarMaker.SERVICE, Files.readString(service))
                .version("9.9")
                .write(temp.resolve("plugins/example/example.jar"));
        List<InstalledModule> modules = PluginHost.load(temp.resolve("plugins"));
        assertThat(modules).hasSize(1);
        assertThat(modules.get(0).module().id()).isEqualTo("example");
        assertThat(modules.get(0).version()).isEqualTo("9.9");
        assertThat(modules.get(0).module().getClass().getClassLoader()).isInstanceOf(PluginClassLoader.class);
    }
}
