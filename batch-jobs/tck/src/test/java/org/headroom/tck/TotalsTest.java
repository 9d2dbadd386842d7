package org.headroom.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.headroom.runtime.JobRepository;
import org.headroom.runtime.repository.JobHistory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Runs after the TCK, and sees to it that all of it was run, and on Headroom's runtime. */
class TotalsTest {
    private static final int TESTS = 183;
    /** Those that the TCK itself has switched off. */
    private static final int MAX_SKIPPED = 8;

    private static final Path TARGET = Path.of("target");

    @Test
    void theWholeTckWasRun() throws Exception {
        int run = 0;
        int failed = 0;
        double seconds = 0;
        List<String> skipped = new ArrayList<>();
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        try (DirectoryStream<Path> reports = Files.newDirectoryStream(TARGET.resolve("tck-reports"), "TEST-*.xml")) {
            for (Path report : reports) {
                Element suite = parser.parse(report.toFile()).getDocumentElement();
                run += number(suite, "tests");
                failed += number(suite, "failures") + number(suite, "errors");
                seconds += Double.parseDouble(suite.getAttribute("time"));
                skipped.addAll(skippedIn(suite));
            }
        }
        Collections.sort(skipped);
        String total = String.format(
                Locale.ROOT,
                "Jakarta Batch TCK on Java %s: %d run, %d failed, %d skipped, %.0f seconds",
                Runtime.version(),
                run,
                failed,
                skipped.size(),
                seconds);
        tell(total, skipped);

        assertThat(run).as(total).isEqualTo(TESTS);
        assertThat(failed).as(total).isZero();
        assertThat(skipped).as(total).hasSizeLessThanOrEqualTo(MAX_SKIPPED);
    }

    @Test
    void itsJobsAreInHeadroomsRepository() throws Exception {
        try (JobHistory history = JobHistory.open(TARGET.resolve("output"), JobRepository.EMBEDDED)
                .orElseThrow()) {
            assertThat(history.executions("")).hasSizeGreaterThan(TESTS);
        }
    }

    private static int number(Element suite, String attribute) {
        return Integer.parseInt(suite.getAttribute(attribute));
    }

    private static List<String> skippedIn(Element suite) {
        List<String> result = new ArrayList<>();
        NodeList marks = suite.getElementsByTagName("skipped");
        for (int i = 0; i < marks.getLength(); i++) {
            Element mark = (Element) marks.item(i);
            Element test = (Element) mark.getParentNode();
            String place = test.getAttribute("classname");
            result.add("skipped: " + place.substring(place.lastIndexOf('.') + 1) + "." + test.getAttribute("name")
                    + ": " + mark.getAttribute("message"));
        }
        return result;
    }

    private static void tell(String total, List<String> skipped) throws IOException {
        List<String> lines = new ArrayList<>(List.of(total));
        lines.addAll(skipped);
        lines.forEach(System.out::println);
        Files.write(TARGET.resolve("tck-summary.txt"), lines);
    }
}
