package org.headroom.layers.format.kml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what a file has and is not read. Not safe for several threads. */
final class Unread {
    /** What stands beside placemarks and tells nothing of places: how things look, and what the folder is called. */
    private static final Set<String> OF_NO_CONCERN = Set.of(
            "name",
            "visibility",
            "open",
            "author",
            "link",
            "address",
            "AddressDetails",
            "phoneNumber",
            "Snippet",
            "snippet",
            "description",
            "LookAt",
            "Camera",
            "TimeStamp",
            "TimeSpan",
            "styleUrl",
            "Style",
            "StyleMap",
            "Schema",
            "Region",
            "Metadata",
            "ExtendedData",
            "ListStyle",
            "balloonVisibility");

    private static final int MAX_NAMES = 20;

    private final Map<String, Integer> elements = new TreeMap<>();
    private int otherElements;
    private int otherData;

    /** An element beside placemarks that is passed over. */
    void element(String name) {
        if (OF_NO_CONCERN.contains(name)) {
            return;
        }
        if (elements.size() < MAX_NAMES || elements.containsKey(name)) {
            elements.merge(name, 1, Integer::sum);
        } else {
            otherElements++;
        }
    }

    /** A placemark whose ExtendedData have something else than Data and SchemaData. */
    void otherData() {
        otherData++;
    }

    /** What was passed over, each without a full stop. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        elements.forEach((name, count) -> notes.add(note(name, count)));
        if (otherElements > 0) {
            notes.add(otherElements + " elements of more names are not known and were passed over");
        }
        if (otherData > 0) {
            notes.add("the ExtendedData of " + (otherData == 1 ? "a placemark have" : otherData + " placemarks have")
                    + " something else than Data and SimpleData with a name, which was passed over");
        }
        return notes;
    }

    private static String note(String name, int count) {
        boolean one = count == 1;
        return switch (name) {
            case "NetworkLink" -> count + (one ? " network link is" : " network links are") + " not followed";
            case "GroundOverlay", "ScreenOverlay", "PhotoOverlay" ->
                count + " "
                        + name.replace("Overlay", one ? " overlay is a picture" : " overlays are pictures")
                                .toLowerCase(Locale.ROOT)
                        + " and not read";
            case "NetworkLinkControl" -> "what it says of changes to another file (NetworkLinkControl) is not followed";
            default ->
                count + (one ? " element " : " elements ") + name + (one ? " is" : " are") + " not known and "
                        + (one ? "was" : "were") + " passed over";
        };
    }
}
