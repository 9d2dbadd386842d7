package org.headroom.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Gathers the licences of all that is in the archive: the texts and notices that jars carry, and for jars that carry none the text of the
 * licence that their project names, with its copyright.
 */
final class Licences {
    private static final String OWN = "org.headroom";

    /** Its text names nobody, and asks for no copyright where there is no notice. */
    private static final String FREE_OF_NAMES = "Apache-2.0";

    private static final Pattern TEXT =
            Pattern.compile("(?:.*/)?(?:LICEN[CS]E|NOTICE|COPYING)(?:[-.][^/]*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile(".*\\.(?:class|java|properties)");

    private final Path texts;
    private final Map<String, NamedCsvRecord> named = new HashMap<>();

    /**
     * @param folder with {@code NAME.txt} for each licence, and {@code named.csv} for jars that carry no text or leave a choice: artifact, licence,
     *     copyright
     * @throws IOException when they cannot be read
     */
    Licences(Path folder) throws IOException {
        this.texts = folder;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(folder.resolve("named.csv"))) {
            csv.forEach(line -> named.put(line.getField("artifact"), line));
        }
    }

    /**
     * Writes a folder with a list and all texts.
     *
     * @param bill the bill of materials, CycloneDX as JSON
     * @param classPath where the jars are
     * @throws IOException when a file cannot be read or written
     * @throws IllegalStateException when a jar has no text and nobody has said which it is
     */
    void write(Path bill, String classPath, Path folder) throws IOException {
        Map<String, Path> jars = new HashMap<>();
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(classPath)
                .map(Path::of)
                .forEach(entry -> jars.put(String.valueOf(entry.getFileName()), entry));
        Files.createDirectories(folder);
        List<String> missing = new ArrayList<>();
        Map<String, String> lines = new TreeMap<>();
        for (JsonNode component : new ObjectMapper().readTree(bill.toFile()).path("components")) {
            if (component.path("group").asText().equals(OWN)) {
                continue;
            }
            String artifact = component.path("name").asText();
            String name = artifact + "-" + component.path("version").asText();
            Path jar = jars.get(name + ".jar");
            if (jar == null) {
                missing.add(name + ".jar is not on the class path");
                continue;
            }
            List<String> files = new ArrayList<>(carried(jar, folder.resolve(name)));
            NamedCsvRecord said = named.get(artifact);
            if (said != null) {
                files.add(text(said.getField("licence"), folder));
            }
            if (files.isEmpty() && licence(component).equals(FREE_OF_NAMES)) {
                files.add(text(FREE_OF_NAMES, folder));
            }
            if (files.isEmpty()) {
                missing.add(name + " carries no licence, and named.csv does not name it");
            }
            String licence = said == null ? licence(component) : said.getField("licence");
            if (licence.isEmpty()) {
                missing.add(name + " has a text, but nothing tells its licence; name it in named.csv");
            }
            lines.put(
                    name,
                    "| " + name + " | " + licence + " | "
                            + (said == null ? "" : said.getField("copyright")) + " | "
                            + String.join(", ", files) + " |\n");
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException(String.join("\n", missing));
        }
        Files.writeString(
                folder.resolve("README.md"),
                "# Licences of what comes with Headroom\n\nHeadroom itself is under Apache-2.0, see ../LICENSE. Each jar"
                        + " in ../lib is unmodified, and may be replaced.\n\n| component | licence | copyright | text |\n"
                        + "|---|---|---|---|\n" + String.join("", lines.values()));
    }

    private static String licence(JsonNode component) {
        TreeSet<String> ids = new TreeSet<>();
        for (JsonNode choice : component.path("licenses")) {
            JsonNode licence = choice.path("license");
            ids.add(choice.path("expression")
                    .asText(licence.path("id").asText(licence.path("name").asText())));
        }
        return String.join(" or ", ids);
    }

    private String text(String licence, Path folder) throws IOException {
        String name = licence + ".txt";
        Path target = folder.resolve(name);
        if (!Files.exists(target)) {
            Files.copy(texts.resolve(name), target);
        }
        return name;
    }

    /** The texts in a jar, which several files of the same name get a folder each for. */
    private static List<String> carried(Path jar, Path folder) throws IOException {
        List<String> files = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> !entry.isDirectory()
                            && TEXT.matcher(entry.getName()).matches()
                            && !CODE.matcher(entry.getName()).matches())
                    .toList();
            for (ZipEntry entry : entries) {
                String name = entry.getName().toLowerCase(Locale.ROOT).startsWith("meta-inf/")
                        ? entry.getName().substring("META-INF/".length())
                        : entry.getName();
                Path target = folder.resolve(name).normalize();
                if (!target.startsWith(folder) || Files.exists(target)) {
                    continue;
                }
                Files.createDirectories(target.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, target);
                }
                files.add(folder.getFileName() + "/" + name);
            }
        }
        return files;
    }
}
