package org.headroom.layers.format.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.headroom.layers.format.SourceException;
import org.jspecify.annotations.Nullable;

/** The files in a workbook, which is a zip. Not safe for several threads. */
final class WorkbookParts implements Closeable {
    private static final long MAX_UNPACKED_BYTES = 4L << 30;

    /** Sheets of a million equal rows unpack to some 100 times their size; deflate can do 1,032. */
    private static final long MAX_RATIO = 300;

    private static final long SMALL_BYTES = 64L << 20;

    /** Share of the memory that the table of texts, which stays there, may have in the file. */
    private static final long TEXTS_SHARE = 3;

    private static final int MAX_RELATIONS_BYTES = 1 << 22;
    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    /** How names of relations begin in the strict form of ISO/IEC 29500. */
    private static final String STRICT = "http://purl.oclc.org/ooxml/";

    private static final String ADVICE = "Export the sheet as CSV.";

    private static final Pattern RELATION = Pattern.compile("<(?:\\w+:)?Relationship\\s([^>]*)>");
    private static final Pattern ID = Pattern.compile("\\bId=[\"']([^\"']*)[\"']");
    private static final Pattern TARGET = Pattern.compile("\\bTarget=[\"']([^\"']*)[\"']");

    private final ZipFile zip;
    private final Map<String, String> targets = new HashMap<>();

    private WorkbookParts(ZipFile zip) {
        this.zip = zip;
    }

    /** The parts of a file. A SourceException when it is no zip, or unpacks to more than can be read. */
    static WorkbookParts open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new SourceException("is not an XLSX workbook: " + e.getMessage(), "Check source.format.");
        }
        WorkbookParts parts = new WorkbookParts(zip);
        try {
            parts.checkSizes();
            parts.readRelations();
            return parts;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void checkSizes() throws SourceException {
        long unpacked = 0;
        for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
            ZipEntry entry = e.nextElement();
            long size = Math.max(0, entry.getSize());
            unpacked += size;
            if (size > SMALL_BYTES && size / MAX_RATIO > entry.getCompressedSize()) {
                throw new SourceException(
                        "has a part " + entry.getName() + " that unpacks to more than " + MAX_RATIO
                                + " times its size, as no workbook does",
                        ADVICE);
            }
            long most = Runtime.getRuntime().maxMemory() / TEXTS_SHARE;
            if (entry.getName().equals(TEXTS) && size > most) {
                throw new SourceException(
                        "has " + (size >> 20) + " MiB of texts, more than the " + (most >> 20)
                                + " MiB that fit into memory",
                        ADVICE);
            }
        }
        if (unpacked > MAX_UNPACKED_BYTES) {
            throw new SourceException("unpacks to more than 4 GiB", ADVICE);
        }
    }

    private void readRelations() throws IOException {
        ZipEntry entry = zip.getEntry(RELATIONS);
        if (entry == null) {
            return;
        }
        String xml;
        try (InputStream in = zip.getInputStream(entry)) {
            xml = new String(in.readNBytes(MAX_RELATIONS_BYTES), StandardCharsets.UTF_8);
        }
        if (xml.contains(STRICT)) {
            throw new SourceException(
                    "is a workbook of the kind \"Strict Open XML\", which is not read",
                    "Save it as an ordinary Excel workbook (.xlsx), or export the sheet as CSV.");
        }
        Matcher relation = RELATION.matcher(xml);
        while (relation.find()) {
            Matcher id = ID.matcher(relation.group(1));
            Matcher target = TARGET.matcher(relation.group(1));
            if (id.find() && target.find()) {
                String path = target.group(1);
                targets.put(id.group(1), path.startsWith("/") ? path.substring(1) : "xl/" + path);
            }
        }
    }

    /** Whether a sheet holds no cells but a chart or something else. */
    boolean isOther(String relation) {
        String path = targets.get(relation);
        return path != null && path.matches("(?i).*/(chart|dialog|macro)sheets/[^/]*");
    }

    /** The merged cells of a sheet, of which all parts are looked at before they are read; none when the workbook does not say where it lies in the usual way. */
    List<SheetSurvey.Range> merged(@Nullable String relation) throws IOException {
        String path = relation == null ? null : targets.get(relation);
        ZipEntry entry = path == null ? null : zip.getEntry(path);
        ZipEntry texts = zip.getEntry(TEXTS);
        try {
            if (texts != null) {
                try (InputStream in = zip.getInputStream(texts)) {
                    SheetSurvey.checkTexts(in);
                }
            }
            if (entry == null) {
                return List.of();
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return SheetSurvey.merged(in);
            }
        } catch (ZipException e) {
            throw new SourceException(
                    "cannot be unpacked: " + e.getMessage(), "Open and save it again in a spreadsheet program.");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
