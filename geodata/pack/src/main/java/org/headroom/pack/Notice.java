package org.headroom.pack;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.headroom.pack.file.Provenance;

/** What licences that ask to be named ask to be said: who made what, under which licence, and that it was changed. */
final class Notice {
    static final String FILE = "NOTICE";

    /** Begin of the licence's name in {@link Provenance#licence}, and where its text is. */
    private static final Map<String, String> ASKING = new TreeMap<>(Map.of(
            "ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/",
            "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"));

    private Notice() {}

    static String of(List<Provenance> files) {
        StringBuilder text = new StringBuilder("""
                Data of others in this folder. Each file is an extract; SOURCES.csv says of what, of which day, and what was done to it.
                """);
        ASKING.forEach((licence, address) -> {
            text.append('\n').append(licence).append(", ").append(address).append('\n');
            files.stream().filter(file -> file.licence().contains(licence)).forEach(file -> text.append("  ")
                    .append(file.file())
                    .append(": ")
                    .append(file.publisher())
                    .append(file.publisher().contains("OpenStreetMap") ? "; (c) OpenStreetMap contributors" : "")
                    .append('\n'));
        });
        return text.append(
                        "\nWhat is made of a file under ODbL-1.0 and made public as a database is to be offered under that licence.\n")
                .toString();
    }
}
