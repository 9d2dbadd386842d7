package org.headroom.it;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The table of modules: where each lies, its package, which others it may import, and which libraries. What it does not name is forbidden. */
final class House {
    private static final String JTS = "org.locationtech.jts";
    private static final String SQL = "java.sql javax.sql";
    private static final String JACKSON = "com.fasterxml.jackson";
    private static final String LOG = "org.slf4j";
    private static final String BATCH = "jakarta.batch";
    private static final String MODULE = "model spi";

    static final List<Row> ROWS = List.of(
            new Row("geodata/model", "model", "", JTS),
            new Row("geodata/trust", "trust", "model", "javax.crypto"),
            new Row("geodata/spi", "spi", "model", JTS),
            new Row("geodata/columns", "columns", ""),
            new Row("geodata/config", "config", "model", JACKSON, "com.networknt", LOG),
            new Row(
                    "geodata/layers",
                    "layers",
                    "model spi columns config",
                    JTS,
                    SQL,
                    JACKSON,
                    LOG,
                    "org.geotools",
                    "de.siegmar.fastcsv",
                    "org.dhatim.fastexcel",
                    "org.sqlite",
                    "org.wololo.flatgeobuf",
                    "com.google.flatbuffers",
                    "org.apache.parquet",
                    "shaded.parquet.org.apache.thrift",
                    "io.airlift.compress",
                    "net.sf.geographiclib",
                    "it.geosolutions.jaiext",
                    "javax.xml.stream",
                    "org.xml.sax"),
            new Row(
                    "geodata/export",
                    "export",
                    "model",
                    JTS,
                    SQL,
                    LOG,
                    "org.sqlite",
                    "de.siegmar.fastcsv",
                    "com.fasterxml.jackson.core",
                    "org.wololo.flatgeobuf",
                    "com.google.flatbuffers",
                    "org.apache.parquet",
                    "shaded.parquet.org.apache.thrift",
                    "io.airlift.compress",
                    "javax.xml.stream"),
            new Row("geodata/pack", "pack", "model", JTS, JACKSON, "de.siegmar.fastcsv", "org.dhatim.fastexcel"),
            new Row(
                    "rules/engine",
                    "rules",
                    "model trust spi config",
                    JACKSON,
                    LOG,
                    "org.drools",
                    "org.kie",
                    "org.objectweb.asm",
                    "de.siegmar.fastcsv",
                    "org.dhatim.fastexcel",
                    "javax.xml.stream",
                    "org.apache.commons.compress"),
            new Row(
                    "rules/workbench",
                    "workbench",
                    "model spi config engine",
                    JACKSON,
                    LOG,
                    "org.dhatim.fastexcel",
                    "org.yaml.snakeyaml"),
            new Row("plugins/host", "host", MODULE, LOG, JTS),
            new Row("plugins/testkit", "testkit", MODULE, JTS, "org.junit", "org.assertj", "net.sf.geographiclib"),
            new Row("plugins/grid-headroom", "gridheadroom", MODULE, JTS),
            new Row("plugins/queue-pressure", "queuepressure", MODULE, JTS),
            new Row("plugins/moratorium", "moratorium", MODULE, JTS),
            new Row("plugins/cooling", "cooling", MODULE, JTS),
            new Row("plugins/energy-price", "energyprice", MODULE, JTS),
            new Row("plugins/mining-conversion", "miningconversion", MODULE, JTS),
            new Row("plugins/time-to-power", "timetopower", MODULE, JTS),
            new Row("plugins/de-rate", "derate", MODULE, JTS),
            new Row("plugins/site-cost", "sitecost", MODULE, JTS),
            new Row("plugins/site-profile", "siteprofile", MODULE, JTS),
            new Row("plugins/overlay", "overlay", MODULE, JTS, "net.sf.geographiclib"),
            new Row("plugins/example", "example", MODULE, JTS),
            new Row("batch-jobs/runs", "runs", "model trust spi columns export engine workbench", JTS, JACKSON, LOG),
            new Row(
                    "batch-jobs/decide",
                    "decide",
                    "model spi columns engine runs",
                    JACKSON,
                    LOG,
                    "org.ojalgo",
                    "net.sf.geographiclib",
                    "de.siegmar.fastcsv"),
            new Row(
                    "batch-jobs/ledger",
                    "ledger",
                    "model spi columns engine workbench runs",
                    JACKSON,
                    LOG,
                    "de.siegmar.fastcsv"),
            new Row(
                    "batch-jobs/report",
                    "report",
                    "model spi columns engine workbench runs decide",
                    JTS,
                    JACKSON,
                    "de.siegmar.fastcsv"),
            new Row(
                    "batch-jobs/feeds",
                    "feeds",
                    "model spi columns layers export engine runs",
                    JACKSON,
                    LOG,
                    SQL,
                    "org.postgresql",
                    "de.siegmar.fastcsv",
                    "org.dhatim.fastexcel"),
            new Row(
                    "batch-jobs/jobs",
                    "jobs",
                    "model trust spi columns config layers export engine host runs decide ledger report feeds",
                    JTS,
                    JACKSON,
                    LOG,
                    BATCH,
                    "jakarta.inject"),
            new Row(
                    "batch-jobs/runtime",
                    "runtime",
                    "model trust",
                    SQL,
                    LOG,
                    BATCH,
                    "jakarta.inject",
                    "javax.xml.stream",
                    "com.ibm.jbatch",
                    "org.h2",
                    "org.postgresql",
                    "org.flywaydb",
                    "com.zaxxer"),
            new Row(
                    "batch-jobs/cli",
                    "cli",
                    "model trust spi config layers engine workbench host runs decide ledger report feeds jobs runtime",
                    JACKSON,
                    LOG,
                    "picocli",
                    "ch.qos.logback",
                    "me.tongfei.progressbar",
                    "org.apache.james.mime4j"),
            new Row("batch-jobs/spark", "spark", "model jobs", LOG, "org.apache.spark", "scala"),
            new Row("batch-jobs/dist", "dist", "cli", JACKSON, "picocli", "de.siegmar.fastcsv"));

    private House() {}

    /**
     * A module.
     *
     * @param folder where it lies
     * @param name its package below {@code org.headroom}
     * @param mayImport last parts of the folders of the modules that it may import, separated by blanks
     * @param libraries packages of libraries that it may import, with all below them
     */
    record Row(String folder, String name, String mayImport, String... libraries) {
        private String id() {
            return folder.substring(folder.indexOf('/') + 1);
        }

        private boolean has(String packageName) {
            return isBelow(packageName, "org.headroom." + name);
        }

        private boolean allows(JavaClass target) {
            String packageName = target.getPackageName();
            Optional<Row> other = find(packageName);
            if (other.isPresent()) {
                return other.get() == this
                        || List.of(mayImport.split(" ")).contains(other.get().id());
            }
            return Stream.concat(Stream.of("org.jspecify"), Stream.of(libraries).flatMap(l -> Stream.of(l.split(" "))))
                            .anyMatch(library -> isBelow(packageName, library))
                    || packageName.isEmpty()
                    || packageName.startsWith("java.") && !isBelow(packageName, "java.sql");
        }
    }

    private static boolean isBelow(String packageName, String other) {
        return packageName.equals(other) || packageName.startsWith(other + ".");
    }

    /** What ARCHITECTURE.md says of the imports of a folder; the scoring modules stand in one line. */
    static Map<String, String> picture() {
        Map<String, String> picture = new TreeMap<>();
        for (Row row : ROWS) {
            boolean isModule = row.mayImport.equals(MODULE) && !row.id().matches("host|testkit");
            picture.put(isModule ? "plugins/*" : row.folder, String.join(", ", row.mayImport.split(" ")));
        }
        return picture;
    }

    static List<String> folders() {
        return ROWS.stream().map(Row::folder).toList();
    }

    private static Optional<Row> find(String packageName) {
        return ROWS.stream().filter(row -> row.has(packageName)).findFirst();
    }

    /** One sentence for each class that stands in no row, and for each import that its row does not allow; sorted. */
    static Iterable<String> violations(JavaClasses classes) {
        TreeSet<String> violations = new TreeSet<>();
        for (JavaClass from : classes) {
            Optional<Row> row = find(from.getPackageName());
            if (row.isEmpty()) {
                violations.add(from.getName() + " stands in no row");
                continue;
            }
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (!row.get().allows(target)) {
                    violations.add(from.getName() + " imports " + target.getName());
                }
            }
        }
        return violations;
    }
}
