package org.headroom.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.headroom.ledger.TinyWorld.Request;
import org.headroom.ledger.run.LedgerRun;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three published lists of the queue of California, a year apart in all: a request is the same one by its queue position, whatever its row; the moves
 * of its county close, and name requests that came, went or changed.
 */
class CaisoQueueTest {
    private static final List<String> DATES = List.of("2025-08-11", "2025-12-29", "2026-08-03");
    private static final int FIRST_ROW = 4;

    @TempDir
    Path out;

    @Test
    void requestsKeepTheirIdentityFromListToList() throws IOException, XMLStreamException {
        Path folder = Path.of(
                        Optional.ofNullable(System.getenv("HEADROOM_DATA")).orElse("../../../shared/data"))
                .resolve("c_queues");
        Assumptions.assumeTrue(Files.isDirectory(folder), "the queue lists are not here: " + folder);
        List<TreeMap<String, Request>> lists = new ArrayList<>();
        Set<String> counties = new TreeSet<>();
        for (String date : DATES) {
            String name = date.substring(5, 7) + date.substring(8) + date.substring(0, 4);
            lists.add(requests(folder.resolve("caiso_publicqueuereport-" + name + ".xlsx")));
            lists.get(lists.size() - 1).values().forEach(request -> counties.add(request.site()));
        }
        TinyWorld world = TinyWorld.of(0);
        counties.forEach(county -> world.sites.put(county, world.sites.size()));
        LedgerRun before = null;
        for (int i = 0; i < lists.size(); i++) {
            world.requests.clear();
            world.requests.putAll(lists.get(i));
            LedgerRun after = world.run(out.resolve("2026-11-28-" + i));
            if (before != null) {
                assertCloses(before, after, lists.get(i - 1), lists.get(i));
            }
            before = after;
        }
    }

    private static void assertCloses(
            LedgerRun before, LedgerRun after, Map<String, Request> then, Map<String, Request> now) {
        Set<String> gone = new TreeSet<>(then.keySet());
        gone.removeAll(now.keySet());
        Set<String> fresh = new TreeSet<>(now.keySet());
        fresh.removeAll(then.keySet());
        Set<String> changed = new TreeSet<>(then.keySet());
        changed.retainAll(now.keySet());
        changed.removeIf(id -> then.get(id).equals(now.get(id)));
        assertThat(gone.size()).isPositive();
        try (Ledger ledger = Ledger.between(before, after, TinyWorld.MODULES, 2)) {
            ChangesMaker maker = new ChangesMaker(ledger);
            Changes changes = maker.make(10, List.of());
            assertThat(changes.causes()).singleElement().satisfies(cause -> {
                assertThat(cause.of()).isEqualTo(TinyWorld.QUEUE);
                assertThat(cause.text()).contains(gone.size() + " gone");
                assertThat(cause.text())
                        .contains(
                                (fresh.isEmpty()
                                        ? ""
                                        : fresh.size() + " record" + (fresh.size() == 1 ? " new" : "s new")));
                assertThat(cause.text()).contains(changed.isEmpty() ? "" : changed.size() + " ");
            });
            Set<String> touched = new TreeSet<>(gone);
            touched.addAll(fresh);
            touched.addAll(changed);
            new ChangesTable(maker, ledger).forEach(move -> {
                double score =
                        move.terms().stream().mapToDouble(Move.Term::score).sum();
                assertThat(score).isEqualTo(move.scoreTo() - move.scoreFrom(), within(1e-9));
                if (!move.scoreTo().equals(move.scoreFrom())) {
                    assertThat(move.terms().get(0).records()).isNotEmpty().allSatisfy(record -> assertThat(touched)
                            .contains(record.substring("queue: ".length())));
                    // The nearest is one of the county itself.
                    String nearest = move.terms().get(0).records().get(0).substring("queue: ".length());
                    assertThat(List.of(
                                    Optional.ofNullable(then.get(nearest))
                                            .map(Request::site)
                                            .orElse(""),
                                    Optional.ofNullable(now.get(nearest))
                                            .map(Request::site)
                                            .orElse("")))
                            .contains(move.site());
                }
            });
        }
    }

    /** The active requests by queue position, with their county and MW to the grid. */
    private static TreeMap<String, Request> requests(Path file) throws IOException, XMLStreamException {
        TreeMap<String, Request> requests = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> shared = new ArrayList<>();
            read(zip, "xl/sharedStrings.xml", "si", (name, attributes, text) -> shared.add(text));
            Map<String, String> row = new HashMap<>();
            read(zip, "xl/worksheets/sheet1.xml", "c", (name, attributes, text) -> {
                String cell = attributes.get("r");
                String column = cell.replaceAll("\\d", "");
                if (column.equals("A")) {
                    row.clear();
                }
                row.put(column, "s".equals(attributes.get("t")) ? shared.get(Integer.parseInt(text)) : text);
                int number = Integer.parseInt(cell.replaceAll("\\D", ""));
                if (column.equals("U") && number > FIRST_ROW && row.containsKey("B") && row.containsKey("P")) {
                    requests.put(row.get("B"), new Request(text(row.get("U")), Double.parseDouble(row.get("P"))));
                }
            });
        }
        return requests;
    }

    private static String text(String county) {
        return county.strip().toUpperCase(Locale.ROOT);
    }

    private interface Element {
        void take(String name, Map<String, String> attributes, String text);
    }

    private static void read(ZipFile zip, String part, String wanted, Element action)
            throws IOException, XMLStreamException {
        try (InputStream in = zip.getInputStream(zip.getEntry(part))) {
            XMLStreamReader reader = XMLInputFactory.newFactory().createXMLStreamReader(in);
            Map<String, String> attributes = new HashMap<>();
            StringBuilder text = null;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamReader.START_ELEMENT -> {
                        if (reader.getLocalName().equals(wanted)) {
                            text = new StringBuilder();
                            attributes.clear();
                            for (int i = 0; i < reader.getAttributeCount(); i++) {
                                attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                            }
                        }
                    }
                    case XMLStreamReader.CHARACTERS -> {
                        if (text != null) {
                            text.append(reader.getText());
                        }
                    }
                    case XMLStreamReader.END_ELEMENT -> {
                        if (text != null && reader.getLocalName().equals(wanted)) {
                            if (!wanted.equals("c") || !text.isEmpty()) {
                                action.take(wanted, attributes, text.toString());
                            }
                            text = null;
                        }
                    }
                    default -> {}
                }
            }
        }
    }
}
