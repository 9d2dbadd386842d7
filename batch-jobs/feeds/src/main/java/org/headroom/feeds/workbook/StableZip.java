package org.headroom.feeds.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Takes the machine's time out of a workbook, so that the same run gives the same bytes. */
public final class StableZip {
    private static final String PROPERTIES = "docProps/core.xml";
    /** The first that a ZIP can say. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private StableZip() {}

    /** @param date ISO 8601; stands for the time at which the workbook was made */
    public static void copy(Path workbook, String date, OutputStream out) throws IOException {
        try (ZipFile in = new ZipFile(workbook.toFile(), StandardCharsets.UTF_8)) {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            for (Enumeration<? extends ZipEntry> entries = in.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(NO_TIME);
                zip.putNextEntry(copy);
                if (entry.getName().equals(PROPERTIES)) {
                    String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    zip.write(text.replaceAll("(<dcterms:\\w+[^>]*>)[^<]*", "$1" + date + "T00:00:00Z")
                            .getBytes(StandardCharsets.UTF_8));
                } else {
                    in.getInputStream(entry).transferTo(zip);
                }
                zip.closeEntry();
            }
            zip.finish();
        }
    }
}
