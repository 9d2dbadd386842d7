package org.headroom.rules.drl;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;

/** What to write in place of elements and attributes of the rule language that a policy has not. */
final class PatternSlips {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern DAY = Pattern.compile("([0-9]{1,2})-([A-Za-z]{3})[a-z]*-([0-9]{4})");
    private static final Pattern FIGURES = Pattern.compile("([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})");
    private static final Map<String, String> ANNOTATIONS =
            Map.of("date-effective", "effective", "date-expires", "expires");

    private PatternSlips() {}

    /** Advice for what stands between when and then, which is not one pattern of the site. */
    static String advice(List<BaseDescr> parts) {
        if (parts.isEmpty()) {
            return "write $s: Site(...) with the conditions in the brackets";
        }
        for (BaseDescr part : parts) {
            if (part instanceof NotDescr) {
                return "turn the condition round inside the brackets: $s: Site(not (...))";
            }
            if (part instanceof ExistsDescr
                    || part instanceof ForallDescr
                    || part instanceof PatternDescr pattern && pattern.getSource() != null) {
                return "a rule sees one site; what is counted or added up over other sites comes as a criterion of a module";
            }
            if (part instanceof OrDescr) {
                return "write || between conditions inside the brackets of one $s: Site(...)";
            }
        }
        return parts.stream().allMatch(PatternDescr.class::isInstance)
                ? "put all conditions into the brackets of one $s: Site(...), with commas between them"
                : "keep $s: Site(...) and take the rest out";
    }

    /** Advice for an attribute that is not allowed; empty when there is none. */
    static String attribute(String name, String value) {
        String annotation = ANNOTATIONS.get(name);
        return annotation == null
                ? "take it out"
                : "write @" + annotation + "(\"" + day(value).orElse("2026-12-31") + "\") below the name of the rule";
    }

    /** A day as it is written in a rule, or both that are possible, from {@code 01-Jul-2026} or {@code 7/1/2026}; empty when it is no day. */
    static Optional<String> day(String written) {
        Matcher named = DAY.matcher(written.strip());
        if (named.matches()) {
            int month = MONTHS.indexOf(named.group(2).toLowerCase(Locale.ROOT)) + 1;
            int day = Integer.parseInt(named.group(1));
            return month == 0 ? Optional.empty() : Optional.of(named.group(3) + "-%02d-%02d".formatted(month, day));
        }
        Matcher figures = FIGURES.matcher(written.strip());
        if (figures.matches()) {
            int first = Integer.parseInt(figures.group(1));
            int second = Integer.parseInt(figures.group(2));
            String dayFirst = figures.group(3) + "-%02d-%02d".formatted(second, first);
            String monthFirst = figures.group(3) + "-%02d-%02d".formatted(first, second);
            return Optional.of(
                    first > 12
                            ? dayFirst
                            : second > 12 || first == second ? monthFirst : monthFirst + "\") or (\"" + dayFirst);
        }
        return Optional.empty();
    }
}
