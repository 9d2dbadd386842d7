package org.headroom.rules.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** What the styles of a workbook (ISO/IEC 29500-1, 18.8) do to the texts of cells: strike them through, or give them the colour of the paper. */
final class CellStyles {
    static final String STRUCK = "is struck through";
    static final String STRUCK_IN_PART = STRUCK + " in part";
    static final String UNSEEN = "cannot be seen, as its text has the colour of the cell";

    private static final String WHITE = "FFFFFF";
    private static final String BLACK = "000000";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private static final class Font {
        private boolean isStruck;
        private String colour = BLACK;
    }

    private final List<Font> fonts = new ArrayList<>();
    private final List<String> fills = new ArrayList<>();
    private final List<String> flaws = new ArrayList<>();
    private String part = "";

    /** Takes an element of the part with the styles. Those of the fonts and fills come before those of the cells. */
    void element(XMLStreamReader xml) {
        String name = xml.getLocalName();
        switch (name) {
            case "fonts", "fills", "cellStyleXfs", "cellXfs", "dxfs" -> part = name;
            case "font" -> {
                if (part.equals("fonts")) {
                    fonts.add(new Font());
                }
            }
            case "strike" -> {
                if (part.equals("fonts") && !fonts.isEmpty()) {
                    fonts.get(fonts.size() - 1).isStruck = isStruck(xml);
                }
            }
            case "color" -> {
                if (part.equals("fonts") && !fonts.isEmpty()) {
                    fonts.get(fonts.size() - 1).colour = colour(xml);
                }
            }
            case "fill" -> {
                if (part.equals("fills")) {
                    fills.add(WHITE);
                }
            }
            case "patternFill" -> {
                String pattern = SheetView.text(xml, "patternType");
                if (part.equals("fills") && !fills.isEmpty() && !pattern.isEmpty() && !pattern.equals("none")) {
                    fills.set(fills.size() - 1, "");
                }
            }
            case "fgColor" -> {
                if (part.equals("fills")
                        && !fills.isEmpty()
                        && fills.get(fills.size() - 1).isEmpty()) {
                    fills.set(fills.size() - 1, colour(xml));
                }
            }
            case "xf" -> {
                if (part.equals("cellXfs")) {
                    flaws.add(flaw(SheetView.text(xml, "fontId"), SheetView.text(xml, "fillId")));
                }
            }
            default -> {
                // Says nothing of these two.
            }
        }
    }

    private String flaw(String font, String fill) {
        if (!isOneOf(fonts, font)) {
            return "";
        }
        Font known = fonts.get(Integer.parseInt(font));
        if (known.isStruck) {
            return STRUCK;
        }
        return isOneOf(fills, fill) && known.colour.equals(fills.get(Integer.parseInt(fill))) ? UNSEEN : "";
    }

    /** What a style does to a text, as the end of a sentence about the cell; empty for nothing of the kind. */
    String flaw(String style) {
        String number = style.isEmpty() ? "0" : style;
        return isOneOf(flaws, number) ? flaws.get(Integer.parseInt(number)) : "";
    }

    private static boolean isOneOf(List<?> list, String index) {
        return NUMBER.matcher(index).matches() && Integer.parseInt(index) < list.size();
    }

    /** Whether an element {@code strike}, of a cell or of a part of its text, strikes through. */
    static boolean isStruck(XMLStreamReader xml) {
        String value = SheetView.text(xml, "val");
        return value.isEmpty() || SheetView.isTrue(value);
    }

    /** The same text for the same colour, as far as that can be told without the theme. */
    private static String colour(XMLStreamReader xml) {
        String rgb = SheetView.text(xml, "rgb").toUpperCase(Locale.ROOT);
        if (rgb.length() >= WHITE.length()) {
            return rgb.substring(rgb.length() - WHITE.length());
        }
        String theme = SheetView.text(xml, "theme") + SheetView.text(xml, "tint");
        if (!theme.isEmpty()) {
            return theme.equals("0") ? WHITE : theme.equals("1") ? BLACK : "theme " + theme;
        }
        return switch (SheetView.text(xml, "indexed")) {
            case "1", "9" -> WHITE;
            case "", "0", "8", "64" -> BLACK;
            default -> "indexed " + SheetView.text(xml, "indexed");
        };
    }
}
