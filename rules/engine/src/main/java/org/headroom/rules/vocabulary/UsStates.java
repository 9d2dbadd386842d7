package org.headroom.rules.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.headroom.model.NearestName;

/** States, district and territories of the United States by their two-letter codes (ANSI INCITS 38:2009). */
final class UsStates {
    private static final String LIST = """
            Alabama AL;Alaska AK;Arizona AZ;Arkansas AR;California CA;Colorado CO;Connecticut CT;Delaware DE;District of Columbia DC;
            Florida FL;Georgia GA;Hawaii HI;Idaho ID;Illinois IL;Indiana IN;Iowa IA;Kansas KS;Kentucky KY;Louisiana LA;Maine ME;
            Maryland MD;Massachusetts MA;Michigan MI;Minnesota MN;Mississippi MS;Missouri MO;Montana MT;Nebraska NE;Nevada NV;
            New Hampshire NH;New Jersey NJ;New Mexico NM;New York NY;North Carolina NC;North Dakota ND;Ohio OH;Oklahoma OK;Oregon OR;
            Pennsylvania PA;Rhode Island RI;South Carolina SC;South Dakota SD;Tennessee TN;Texas TX;Utah UT;Vermont VT;Virginia VA;
            Washington WA;West Virginia WV;Wisconsin WI;Wyoming WY;American Samoa AS;Guam GU;Northern Mariana Islands MP;
            Puerto Rico PR;Virgin Islands VI""";

    private static final Map<String, String> CODE_BY_NAME = new LinkedHashMap<>();

    static {
        for (String state : LIST.replace("\n", "").split(";")) {
            int end = state.lastIndexOf(' ');
            CODE_BY_NAME.put(state.substring(0, end).toLowerCase(Locale.ROOT), state.substring(end + 1));
        }
    }

    private UsStates() {}

    /** Whether a text is the code of one, in capitals. */
    static boolean isCode(String text) {
        return CODE_BY_NAME.containsValue(text);
    }

    /** Codes that were meant by one that is none: of states whose names begin with it, else those that begin with the same letter. */
    static List<String> near(String code) {
        String begin = code.toLowerCase(Locale.ROOT);
        List<String> named = CODE_BY_NAME.entrySet().stream()
                .filter(state -> state.getKey().startsWith(begin))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
        return named.isEmpty()
                ? CODE_BY_NAME.values().stream()
                        .filter(other -> other.charAt(0) == code.charAt(0))
                        .sorted()
                        .toList()
                : named;
    }

    /** The code of a state by its name in any case, or by one that is near; the code itself in any case; empty for all else. */
    static Optional<String> code(String written) {
        String name = written.strip().toLowerCase(Locale.ROOT);
        String upper = name.toUpperCase(Locale.ROOT);
        if (CODE_BY_NAME.containsValue(upper)) {
            return Optional.of(upper);
        }
        List<String> begun = name.length() < 3
                ? List.of()
                : CODE_BY_NAME.keySet().stream()
                        .filter(state -> state.startsWith(name))
                        .toList();
        if (begun.size() == 1) {
            return Optional.of(begun.get(0)).map(CODE_BY_NAME::get);
        }
        return name.length() < 4
                ? Optional.empty()
                : NearestName.of(name, CODE_BY_NAME.keySet()).map(CODE_BY_NAME::get);
    }
}
