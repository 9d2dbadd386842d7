package org.headroom.pack.moratoria;

/** Plain names of jurisdictions. */
final class Names {
    private Names() {}

    /** A name without remarks, bodies and the word for its kind: "City of Aurora", "Oldham County Fiscal Court" and the like. */
    static String plain(String name, String type) {
        String bare = name.replaceAll("\\s*\\([^)]*\\)", "")
                .replaceAll(" - .*$", "")
                .replaceAll("^(City|Town|Village) of ", "")
                .replaceAll(" Fiscal Court$", "")
                .trim();
        return switch (type) {
            case "County" -> bare.replaceAll(" County$", "");
            case "Parish" -> bare.replaceAll(" Parish$", "");
            case "Township" -> bare.replaceAll("( Charter)? Township$", "");
            default -> bare;
        };
    }

    /** A name as people write it. */
    static String full(Instrument record) {
        return switch (record.type()) {
            case "County", "Parish", "Township" ->
                record.name().endsWith(record.type()) || record.name().startsWith("Townships")
                        ? record.name()
                        : record.name() + " " + record.type();
            case "State" -> "State of " + record.name();
            default -> record.name();
        };
    }
}
