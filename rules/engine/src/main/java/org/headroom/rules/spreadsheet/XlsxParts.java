package org.headroom.rules.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * name can have, a figure of a billion digits, a text that is not there. And finds what that reader does not tell: what a person who opens the
 * workbook does not see or sees struck through, and which cells are merged.
 */
final class XlsxParts {
    private static final int MAX_PARTS = 1_000;
    private static final long MAX_UNPACKED_BYTES = 32L << 20;
    private static final int CHUNK_BYTES = 1 << 16;

    /** What a cell may hold, as spreadsheet programs have it. */
    private static final int LONGEST_TEXT = 32_767;

    /** Parts that say how others look are read before them, whatever their place in the file. */
    private static final Set<String> LOOKS = Set.of("styleSheet", "sst");

    private static final Set<String> CONTENTS = Set.of("workbook", "worksheet", "Relationships", "comments", "wsDr");

    private static final Pattern ADDRESS = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?(\\d{1,7})");
    private static final Pattern FIGURE =
            Pattern.compile("[-+]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][-+]?\\d{1,2})?");
    private static final Pattern INDEX = Pattern.compile("\\d{1,6}");

    private final byte[] bytes;
    private final Set<String> hidden = new TreeSet<>();
    private final Set<String> unread = new TreeSet<>();
    private final Set<Integer> texts = new HashSet<>();
    private final Set<Integer> struckTexts = new HashSet<>();
    private final CellStyles styles = new CellStyles();
    private int known;

    /** Ids of the sheets by their names, parts by the ids, and what is seen of a part. */
    private final Map<String, String> ids = new HashMap<>();

    private final Map<String, String> targets = new HashMap<>();
    private final Map<String, SheetView> views = new LinkedHashMap<>();

    private XlsxParts(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads them.
     *
     * @throws IOException saying what is too large, or is not what a workbook holds
     */
    static XlsxParts read(byte[] bytes) throws IOException {
        XlsxParts parts = new XlsxParts(bytes);
        parts.unpack();
        int most = parts.texts.stream().mapToInt(Integer::intValue).max().orElse(-1);
        if (most >= parts.known) {
            throw new IOException("a cell shows text " + most + " of " + parts.known + " that there are");
        }
        return parts;
    }

    /** What is hidden and holds something, each in a few words; empty when all can be seen. */
    Set<String> hidden() {
        Set<String> all = new TreeSet<>(hidden);
        views.values().forEach(view -> all.addAll(view.hidden()));
        return all;
    }

    /** What stands in the workbook beside its cells. */
    Set<String> unread() {
        return unread;
    }

    /** What is seen of a sheet. */
    Optional<SheetView> view(String sheet) {
        String target = targets.getOrDefault(ids.getOrDefault(sheet, ""), "");
        return views.entrySet().stream()
                .filter(part -> !target.isEmpty() && part.getKey().endsWith(target))
                .findFirst()
                .map(Map.Entry::getValue);
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
            read(zip, LOOKS);
            read(zip, CONTENTS);
        }
    }

    private void read(ZipFile zip, Set<String> roots) throws IOException {
        for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
            ZipArchiveEntry entry = all.nextElement();
            try (InputStream part = zip.getInputStream(entry)) {
                read(entry.getName(), part, roots);
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
    private void read(String name, InputStream part, Set<String> roots) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        SheetView view = new SheetView();
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(part);
            String root = "";
            int column = -1;
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    root = root.isEmpty() ? xml.getLocalName() : root;
                    if (!roots.contains(root)) {
                        return;
                    }
                    switch (root) {
                        case "workbook" -> sheet(xml);
                        case "worksheet" -> {
                            views.put(name, view);
                            if (xml.getLocalName().equals("c")) {
                                column = content(xml, view, column);
                            } else {
                                column = xml.getLocalName().equals("row") ? -1 : column;
                                view.element(xml);
                            }
                        }
                        case "Relationships" -> target(name, xml);
                        case "styleSheet" -> styles.element(xml);
                        case "comments" -> unread.add("notes on cells");
                        case "wsDr" -> drawing(xml);
                        default -> text(xml);
                    }
                }
            }
        } catch (XMLStreamException e) {
            // A picture, or a part that is damaged, which the reader of workbooks will say.
            return;
        }
    }

    private void text(XMLStreamReader xml) {
        if (xml.getLocalName().equals("si")) {
            known++;
        } else if (xml.getLocalName().equals("strike") && CellStyles.isStruck(xml)) {
            struckTexts.add(known - 1);
        }
    }

    private void drawing(XMLStreamReader xml) {
        if (xml.getLocalName().equals("t")) {
            unread.add("text boxes");
        }
    }

    private void sheet(XMLStreamReader xml) {
        if (!xml.getLocalName().equals("sheet")) {
            return;
        }
        if (SheetView.text(xml, "state").toLowerCase(Locale.ROOT).endsWith("hidden")) {
            hidden.add("the sheet \"" + SheetView.text(xml, "name") + "\"");
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("id") && xml.getAttributeNamespace(i) != null) {
                ids.put(SheetView.text(xml, "name"), xml.getAttributeValue(i));
            }
        }
    }

    /** Where the workbook has a sheet: beside itself, or from the root of the file. */
    private void target(String name, XMLStreamReader xml) {
        if (xml.getLocalName().equals("Relationship") && name.endsWith("workbook.xml.rels")) {
            targets.put(SheetView.text(xml, "Id"), SheetView.text(xml, "Target").replaceFirst("^(\\.?/)+", ""));
        }
    }

    /** Reads a cell; returns its column, which is the next one where it does not say. */
    private int content(XMLStreamReader xml, SheetView view, int before) throws IOException, XMLStreamException {
        String address = SheetView.text(xml, "r");
        String type = SheetView.text(xml, "t");
        int column = before + 1;
        if (!address.isEmpty()) {
            Matcher parts = ADDRESS.matcher(address);
            column = parts.matches() ? SheetRow.column(parts.group(1)) : Spreadsheet.MAX_COLUMNS;
            if (column >= Spreadsheet.MAX_COLUMNS) {
                throw new IOException("it has a cell " + shown(address) + "; at most " + Spreadsheet.MAX_COLUMNS
                        + " columns are read");
            }
        }
        String flaw = styles.flaw(SheetView.text(xml, "s"));
        boolean isFilled = false;
        String element = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                element = xml.getLocalName();
                if (element.equals("strike") && CellStyles.isStruck(xml)) {
                    flaw = CellStyles.STRUCK_IN_PART;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                element = "";
            } else if (event == XMLStreamConstants.CHARACTERS && !xml.getText().isBlank()) {
                if (view.row() > Spreadsheet.MAX_ROWS) {
                    throw new IOException(
                            "it has a row " + view.row() + "; at most " + Spreadsheet.MAX_ROWS + " are read");
                }
                view.filled(column);
                isFilled = true;
                if (element.equals("v")) {
                    String text = xml.getText().strip();
                    value(address, type, text);
                    if (type.equals("s") && struckTexts.contains(Integer.parseInt(text))) {
                        flaw = CellStyles.STRUCK_IN_PART;
                    }
                }
            }
        }
        if (isFilled && !flaw.isEmpty()) {
            view.flawed(column, flaw);
        }
        return column;
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

    private static String shown(String text) {
        return text.length() > 30 ? text.substring(0, 30) + "..." : text;
    }
}
