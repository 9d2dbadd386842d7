package org.headroom.layers.descriptor;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headroom.layers.format.Numbers;

/** How the keys of a join are brought to one spelling. */
public enum KeyNormaliser {
    /** Keys must be equal to the letter. */
    NONE {
        @Override
        public String apply(String key) {
            return key;
        }
    },
    /** Outer blanks and case do not count, nor do the zeros behind the point of a code such as 1001.0. */
    TRIM_CASE {
        @Override
        public String apply(String key) {
            return Numbers.code(key.strip()).toLowerCase(Locale.ROOT);
        }
    },
    /**
     * Names of US counties and their equivalents: accents, punctuation, blanks, case, Saint or St., and the words for the type of area
     * do not count. {@code city} is kept, because Baltimore city and Baltimore County are two places.
     */
    COUNTY_NAME {
        @Override
        public String apply(String key) {
            String plain = MARKS.matcher(Normalizer.normalize(key, Normalizer.Form.NFD))
                    .replaceAll("");
            String words = NOT_WORD.matcher(
                            APOSTROPHE.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(""))
                    .replaceAll(" ")
                    .strip();
            String bare = TYPE.matcher(words).replaceFirst("");
            return SAINT.matcher(bare.isEmpty() ? words : bare)
                    .replaceAll("st$1")
                    .replace(" ", "");
        }
    },
    /**
     * County codes of FIPS 6-4 (NIST 1990): digits filled up with zeros to five. One letter in front is dropped, as in the names that
     * NREL's ReEDS model (2024) gives to counties, such as p01001.
     */
    FIPS5 {
        @Override
        public String apply(String key) {
            String code = Numbers.code(key.strip());
            Matcher digits = FIPS.matcher(code);
            return digits.matches() ? "0".repeat(5 - digits.group(1).length()) + digits.group(1) : code;
        }
    };

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHE = Pattern.compile("['\u2018\u2019.]");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern TYPE = Pattern.compile(
            " (county|parish|city and borough|borough|census area|municipality|municipio|planning region)$");
    private static final Pattern SAINT = Pattern.compile("\\bsaint(e?)\\b");
    private static final Pattern FIPS = Pattern.compile("[A-Za-z]?(\\d{1,5})");

    /** The key in the spelling that is compared. */
    public abstract String apply(String key);

    /** The name used in descriptors. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static KeyNormaliser ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
