package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.headroom.layers.Layers.features;
import static org.headroom.layers.Layers.load;
import static org.headroom.layers.Layers.refused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** XLSX workbooks written by FastExcel; the 1904 system by changing the workbook's part by hand. */
final class SheetTest {
    private static final String YAML = """
            layer: q
            kind: interconnection-queue
            source: {file: q.xlsx, format: xlsx, sheet: queue, headerRow: 2, skipRows: 1, publisher: T, asOf: 2026-01-01, evidence: REPORTED}
            geometry: {none: {}}
            id: id
            fields:
              side: {constant: LOAD}
              queueStatus: {column: status, values: {active: ACTIVE, done: OPERATIONAL}}
              requestedMw: {sum: [mw 1, mw2], unit: kW}
              queueDate: {column: real, date: excel}
              withdrawnDate: {column: sas, epoch: 1960-01-01}
              inServiceDate: {column: text, date: M/d/yyyy}
            """;

    @TempDir
    Path folder;

    private void write() throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("q.xlsx"))) {
            Workbook book = new Workbook(out, "test", "1.0");
            book.newWorksheet("intro").value(0, 0, "nothing here");
            Worksheet sheet = book.newWorksheet("queue");
            sheet.value(0, 0, "Title over the table");
            String[] header = {"id", "status", "mw\n1", "mw2", "real", "sas", "text"};
            for (int c = 0; c < header.length; c++) {
                sheet.value(1, c, header[c]);
                sheet.value(2, c, "unit row");
            }
            sheet.value(3, 0, 17);
            sheet.value(3, 1, "active");
            sheet.value(3, 2, 1000);
            sheet.value(3, 3, 500.5);
            sheet.value(3, 4, LocalDate.of(2020, 12, 31));
            sheet.style(3, 4).format("yyyy-mm-dd").set();
            sheet.value(3, 5, 22281);
            sheet.value(3, 6, "2/29/2020");
            sheet.value(5, 0, "b");
            sheet.value(5, 1, "done");
            sheet.value(5, 3, 2000);
            sheet.value(5, 6, "2/30/2020");
            book.finish();
        }
    }

    @Test
    void headerRowUnitsAndEveryKindOfDay() throws IOException {
        write();
        LoadedLayer loaded = load(folder, YAML);
        DefaultFeatureLayer queue = features(loaded);
        assertThat(queue.size()).isEqualTo(2);
        assertThat(queue.recordId(0)).isEqualTo("17");
        assertThat(queue.texts("queueStatus")).containsExactly("ACTIVE", "OPERATIONAL");
        assertThat(queue.numbers("requestedMw")).containsExactly(1.5005, 2);
        assertThat(queue.dates("queueDate")[0])
                .isEqualTo((int) LocalDate.of(2020, 12, 31).toEpochDay());
        // 22281 days after 1960-01-01 is 2021-01-01: 61 years with 16 leap days less one day.
        assertThat(queue.dates("withdrawnDate")[0])
                .isEqualTo((int) LocalDate.of(2021, 1, 1).toEpochDay());
        assertThat(queue.dates("inServiceDate")[0])
                .isEqualTo((int) LocalDate.of(2020, 2, 29).toEpochDay());
        assertThat(queue.dates("inServiceDate")[1]).isEqualTo(DefaultFeatureLayer.NO_DATE);
        assertThat(loaded.issues()).singleElement().satisfies(i -> {
            assertThat(i.record()).isEqualTo(2);
            assertThat(i.recordId()).isEqualTo("b");
            assertThat(i.field()).isEqualTo("text");
            assertThat(i.value()).isEqualTo("2/30/2020");
        });
    }

    @Test
    void theDateSystemOf1904IsHonoured() throws IOException {
        write();
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(folder.resolve("q.xlsx").toFile());
                ZipOutputStream out = new ZipOutputStream(changed)) {
            for (ZipEntry entry : in.stream().toList()) {
                byte[] part = in.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("xl/workbook.xml")) {
                    String xml = new String(part, StandardCharsets.UTF_8);
                    assertThat(xml).contains("date1904=\"false\"");
                    part = xml.replace("date1904=\"false\"", "date1904=\"true\"")
                            .getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(part);
            }
        }
        Files.write(folder.resolve("q.xlsx"), changed.toByteArray());
        // The same serial number means 1462 days later in the 1904 system.
        assertThat(features(load(folder, YAML)).dates("queueDate")[0])
                .isEqualTo((int) LocalDate.of(2020, 12, 31).plusDays(1462).toEpochDay());
    }

    @Test
    void missingSheetAndColumnsAreNamedTogetherWithTheNearest() throws IOException {
        write();
        assertThat(refused(folder, YAML.replace("sheet: queue", "sheet: queu")).getMessage())
                .contains("has no sheet \"queu\"; did you mean \"queue\"? It has: intro, queue");
        assertThat(refused(folder, YAML.replace("[mw 1, mw2]", "[mw, mw3]").replace("column: sas", "column: saas"))
                        .getMessage())
                .contains("fields.requestedMw: no column \"mw\"")
                .contains("no column \"mw3\"; did you mean \"mw2\"?")
                .contains("fields.withdrawnDate: no column \"saas\"; did you mean \"sas\"?");
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        Files.writeString(folder.resolve("q.xlsx"), "a,b\n1,2\n");
        assertThat(refused(folder, YAML).getMessage()).contains("is not an XLSX workbook");
    }
}
