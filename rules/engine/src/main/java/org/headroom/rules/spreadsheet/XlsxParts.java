package org.headroom.rules.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Reads the parts of a workbook before the reader of workbooks does, which takes what they say for granted: a cell in the last column that a
 * name can have, a figure of a billion digits, a text that is not there. And finds what a person who opens the workbook does not see.
 */
final class XlsxParts {
    private static final int MAX_PARTS = 1_000;
    private static final long MAX_UNPACKED_BYTES = 32L << 20;
    private static final int CHUNK_BYTES = 1 << 16;

    /** What a cell may hold, as spreadsheet programs have it. */
    private static final int LONGEST_TEXT = 32_767;

    private static final int LETTERS = 26;

    private static final Pattern ADDRESS = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?(\\d{1,7})");
    private static final Pattern FIGURE =
            Pattern.compile("[-+]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][-+]?\\d{1,2})?");
    private static final Pattern INDEX = Pattern.compile("\\d{1,6}");

    private final byte[] bytes;
    private final Set<String> hidden = new TreeSet<>();
    private final Set<Integer> texts = new HashSet<>();
    private int known;
    private boolean hasText;

    private XlsxParts(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads them.
     *
     * @return what is hidden, each in a few words; empty when all can be seen
     * @throws IOException saying what is too large, or is not what a workbook holds
     */
    static Set<String> check(byte[] bytes) throws IOException {
        XlsxParts parts = new XlsxParts(bytes);
        parts.unpack();
        int most = parts.texts.stream().mapToInt(Integer::intValue).max().orElse(-1);
        if (most >= parts.known) {
            throw new IOException("a cell shows text " + most + " of " + parts.known + " that there are");
        }
        return parts.hidden;
    }

    /** Unpacks all parts once without keeping them, because what a zip file says of its sizes need not be so. */
    private void unpack() throws IOException {
        long unpacked = 0;
        int count = 0;
        byte[] chunk = new byte[CHUNK_BYTES];
        try (ZipFile zip = new ZipFile(new SeekableInMemoryByteChannel(bytes))) {
            for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
                ZipArchiveEntry entry = all.nextElement();
                count++;
                if (entry.getName().endsWith("vbaProject.bin")) {
                    throw new IOException("it holds macros");
                }
                try (InputStream part = zip.getInputStream(entry)) {
                    unpacked += size(part, chunk, MAX_UNPACKED_BYTES - unpacked);
                }
                if (count > MAX_PARTS || unpacked > MAX_UNPACKED_BYTES) {
                    throw new IOException("it unpacks to more than a policy's sheet has reason to hold");
                }
            }
            for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
                try (InputStream part = zip.getInputStream(all.nextElement())) {
                    read(part);
                }
            }
        }
    }

    private static long size(InputStream part, byte[] chunk, long most) throws IOException {
        long sum = 0;
        for (int read = part.read(chunk); read >= 0 && sum <= most; read = part.read(chunk)) {
            sum += read;
        }
        return sum;
    }

    /** By what a part is, not by its name: the workbook may name its parts as it likes. */
    private void read(InputStream part) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(part);
            String root = "";
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    root = root.isEmpty() ? xml.getLocalName() : root;
                    switch (root) {
                        case "workbook" -> sheet(xml);
                        case "worksheet" -> cell(xml);
                        case "sst" -> known += xml.getLocalName().equals("si") ? 1 : 0;
                        default -> {
                            return;
                        }
                    }
                }
            }
        } catch (XMLStreamException e) {
            // A picture, or a part that is damaged, which the reader of workbooks will say.
            return;
        }
    }

    private void sheet(XMLStreamReader xml) {
        if (xml.getLocalName().equals("sheet")
                && text(xml, "state").toLowerCase(Locale.ROOT).endsWith("hidden")) {
            hidden.add("the sheet \"" + text(xml, "name") + "\"");
        }
    }

    private void cell(XMLStreamReader xml) throws IOException, XMLStreamException {
        switch (xml.getLocalName()) {
            case "sheetFormatPr" -> {
                if (isTrue(text(xml, "zeroHeight"))) {
                    hidden.add("all rows without a height of their own");
                }
            }
            case "col" -> {
                if (isTrue(text(xml, "hidden")) || isZero(text(xml, "width"))) {
                    hidden.add("columns " + text(xml, "min") + " to " + text(xml, "max"));
                }
            }
            case "row" -> {
                String row = text(xml, "r");
                if (!row.isEmpty() && (!INDEX.matcher(row).matches() || Integer.parseInt(row) > Spreadsheet.MAX_ROWS)) {
                    throw new IOException(
                            "it has a row " + shown(row) + "; at most " + Spreadsheet.MAX_ROWS + " are read");
                }
                if (isTrue(text(xml, "hidden")) || isZero(text(xml, "ht"))) {
                    hidden.add("row " + row);
                }
            }
            case "c" -> content(xml);
            default -> {
                // Of no effect on what is read.
            }
        }
    }

    private void content(XMLStreamReader xml) throws IOException, XMLStreamException {
        String address = text(xml, "r");
        String type = text(xml, "t");
        if (!address.isEmpty()) {
            Matcher parts = ADDRESS.matcher(address);
            if (!parts.matches() || column(parts.group(1)) > Spreadsheet.MAX_COLUMNS) {
                throw new IOException("it has a cell " + shown(address) + "; at most " + Spreadsheet.MAX_COLUMNS
                        + " columns are read");
            }
        }
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                hasText = xml.getLocalName().equals("v");
            } else if (event == XMLStreamConstants.CHARACTERS && hasText) {
                value(address, type, xml.getText().strip());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                hasText = false;
            }
        }
    }

    private void value(String address, String type, String text) throws IOException {
        if (text.length() > LONGEST_TEXT) {
            throw new IOException("the cell " + shown(address) + " holds " + text.length() + " characters; at most "
                    + LONGEST_TEXT + " are read");
        }
        if (type.equals("s")) {
            if (!INDEX.matcher(text).matches()) {
                throw new IOException(
                        "the cell " + shown(address) + " shows text " + shown(text) + ", which there is not");
            }
            texts.add(Integer.parseInt(text));
        } else if ((type.isEmpty() || type.equals("n"))
                && !text.isEmpty()
                && !FIGURE.matcher(text).matches()) {
            throw new IOException("the cell " + shown(address) + " holds the figure " + shown(text)
                    + ", which is larger, or longer, than a spreadsheet keeps");
        }
    }

    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toUpperCase(Locale.ROOT).toCharArray()) {
            column = column * LETTERS + letter - 'A' + 1;
        }
        return column;
    }

    private static String text(XMLStreamReader xml, String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? "" : value.strip();
    }

    private static boolean isTrue(String text) {
        return text.equals("1") || text.equalsIgnoreCase("true") || text.equalsIgnoreCase("on");
    }

    private static boolean isZero(String text) {
        return text.matches("0+(\\.0*)?|\\.0+");
    }

    private static String shown(String text) {
        return text.length() > 30 ? text.substring(0, 30) + "..." : text;
    }
}
