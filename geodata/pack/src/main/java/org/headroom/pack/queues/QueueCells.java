package org.headroom.pack.queues;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the cells of the operators' lists mean. */
final class QueueCells {
    static final LocalDate EXCEL = LocalDate.of(1899, 12, 30);

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE]-?\\d+)?");
    private static final Pattern AMERICAN = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})");

    private QueueCells() {}

    static @Nullable Double number(String cell) {
        return NUMBER.matcher(cell).matches() ? Double.valueOf(cell) : null;
    }

    static double or0(@Nullable Double figure) {
        return figure == null ? 0 : figure;
    }

    /** The largest part of a hybrid, where nothing tells what it may feed in: less than the sum, never less than what it was built for. */
    static @Nullable Double largest(String... parts) {
        Double most = null;
        for (String part : parts) {
            Double mw = number(part);
            if (mw != null && (most == null || mw > most)) {
                most = mw;
            }
        }
        return most;
    }

    /** A day as a count from an epoch, as month/day/year, or at the head of a time stamp; null for anything else and for 1900-01-01. */
    static @Nullable LocalDate day(String cell, LocalDate epoch) {
        try {
            if (NUMBER.matcher(cell).matches()) {
                LocalDate day = epoch.plusDays((long) Double.parseDouble(cell));
                return day.getYear() <= 1900 ? null : day;
            }
            Matcher american = AMERICAN.matcher(cell);
            if (american.matches()) {
                int year = Integer.parseInt(american.group(3));
                // Two digits: queues began in 1997.
                int full = year >= 100 ? year : year >= 90 ? 1900 + year : 2000 + year;
                return LocalDate.of(full, Integer.parseInt(american.group(1)), Integer.parseInt(american.group(2)));
            }
            return cell.length() >= 10 && cell.charAt(4) == '-' ? LocalDate.parse(cell.substring(0, 10)) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Class of fuel of the words and codes of the operators: one of ten, HYBRID for storage with anything else or for sun with wind. */
    static String fuel(String... cells) {
        String words = " " + String.join(" ", cells).toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ") + " ";
        boolean pumped = words.contains("pumped");
        boolean sun = words.matches(".* (solar|photovoltaic|pv|sun|sol) .*");
        boolean wind = words.matches(".* (wind|wnd|win|wt) .*");
        boolean storage = !pumped && words.matches(".* (storage|battery|bat|ba|bess) .*");
        boolean gas = words.matches(".* (gas|ng|combustion|reciprocating|ctg|ct|lfg|methane) .*");
        boolean water = pumped || words.matches(".* (hydro|water|wat) .*");
        boolean nuclear = words.matches(".* (nuclear|nuc) .*");
        boolean coal = words.matches(".* (coal|bit) .*");
        boolean other = gas || water || nuclear || coal;
        if (words.contains(" hybrid ") || storage && (sun || wind || other) || sun && wind) {
            return "HYBRID";
        }
        if (words.isBlank()) {
            return "";
        }
        return sun
                ? "SOLAR"
                : wind
                        ? "WIND"
                        : storage
                                ? "STORAGE"
                                : nuclear ? "NUCLEAR" : gas ? "GAS" : coal ? "COAL" : water ? "HYDRO" : "OTHER";
    }
}
