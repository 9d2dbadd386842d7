package org.headroom.it.recomputed;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The gate on moratoria of each county on a day: FAIL where one that covers the whole county and the load is surely in force, CONDITIONAL where one
 * may be or covers a part, not known where no record is left that may hold. One that covers a part may have no day left at the site.
 */
public final class Moratoria {
    private static final Set<String> RUNNING = Set.of("ACTIVE", "EXTENDED");
    private static final Set<String> OVER = Set.of("REPLACED", "EXPIRED", "RESCINDED");
    private static final long LONGEST_DAYS = 36_525;

    private final Map<String, Verdict> byCounty = new HashMap<>();
    private final LocalDate today;
    private final LocalDate layerDay;
    private final long slack;
    private final long staleDays;

    /** Whether it surely blocks, and how many days it has left at least and at most; null for no end. */
    private record Verdict(boolean blocks, long least, Long most) {
        boolean isStrongerThan(Verdict other) {
            if (blocks != other.blocks) {
                return blocks;
            }
            return other.most != null && (most == null || most > other.most);
        }
    }

    /** Days from the first to the last on which something may have happened. */
    private record Window(LocalDate from, LocalDate to) {
        Window notAfter(LocalDate day) {
            LocalDate end = to.isBefore(day) ? to : day;
            return new Window(from, end.isBefore(from) ? from : end);
        }
    }

    /**
     * Reads the file of the pack and the parameters of the policy.
     *
     * @param layerDay day that the file describes
     * @param sector of the load
     * @param loadMw its size
     */
    public Moratoria(Path data, Path policy, LocalDate today, LocalDate layerDay, String sector, double loadMw) {
        Parameters parameters = new Parameters(policy, "moratorium");
        this.today = today;
        this.layerDay = layerDay;
        slack = (long) parameters.number("unverifiedDateSlackDays");
        staleDays = (long) parameters.number("openEndedStaleDays");
        if (parameters.number("releaseHorizonDays") != 0
                || !parameters.words("silentAreaAnswer").equals(List.of("UNKNOWN"))) {
            throw new IllegalStateException("other parameters than those that are understood here");
        }
        List<String> sectors = new ArrayList<>(List.of(sector));
        if (parameters.words("generalSectorCovers").equals(List.of("YES"))) {
            sectors.add("general");
        }
        for (NamedCsvRecord row : Rows.of(data.resolve("moratoria.csv"))) {
            List<String> covered = List.of(row.getField("sectors").split(";"));
            double threshold = Rows.number(row, "threshold_mw");
            boolean covers =
                    (row.getField("sectors").isBlank() || covered.stream().anyMatch(sectors::contains))
                            && !(loadMw < threshold)
                            && !row.getField("status").equals("NONE");
            Verdict verdict = covers ? verdict(row) : null;
            if (verdict != null) {
                for (String county : row.getField("county_fips").split(";")) {
                    Verdict known = byCounty.get(county);
                    if (known == null || verdict.isStrongerThan(known)) {
                        byCounty.put(county, verdict);
                    }
                }
            }
        }
    }

    /** The gate of a county. */
    public Measured gate(String county) {
        Verdict verdict = byCounty.get(county);
        return verdict == null ? Measured.UNKNOWN : Measured.oneOf(List.of(verdict.blocks ? "FAIL" : "CONDITIONAL"));
    }

    /** Days until the one that decides is over. */
    public Measured daysLeft(String county) {
        Verdict verdict = byCounty.get(county);
        return verdict == null || verdict.most == null
                ? Measured.UNKNOWN
                : Measured.between(Math.min(LONGEST_DAYS, verdict.least), Math.min(LONGEST_DAYS, verdict.most));
    }

    private Verdict verdict(NamedCsvRecord row) {
        String status = row.getField("status");
        LocalDate checked = day(row, "known_on");
        LocalDate told = checked == null ? layerDay : checked;
        Window adopted = adopted(row, status, told);
        Window effective = day(row, "effective") == null ? adopted : window(row, "effective");
        if (RUNNING.contains(status) && !effective.from.isAfter(told)) {
            effective = effective.notAfter(told);
        }
        Window last = lastDay(row, status, effective, told);
        if (status.equals("PROPOSED")) {
            boolean isOver = (day(row, "last_day") != null || day(row, "ended") != null) && today.isAfter(last.to);
            return isOver ? null : new Verdict(false, 0, null);
        }
        if (today.isBefore(adopted.from) || today.isAfter(last.to)) {
            return null;
        }
        LocalDate begun = effective.to.isAfter(adopted.to) ? effective.to : adopted.to;
        boolean isSure = !status.isEmpty() && !today.isBefore(begun) && !today.isAfter(last.from);
        boolean isOpen = last.to.equals(LocalDate.MAX);
        if (isOpen) {
            LocalDate heard = begun;
            for (LocalDate day : new LocalDate[] {checked, RUNNING.contains(status) ? told : null}) {
                if (day != null && !day.isAfter(today) && day.isAfter(heard)) {
                    heard = day;
                }
            }
            isSure = isSure && days(heard, today) <= staleDays;
        }
        boolean isWhole = row.getField("scope").equals("AREA");
        return new Verdict(
                isSure && isWhole,
                isWhole ? Math.max(0, days(today, last.from)) : 0,
                isOpen ? null : Long.valueOf(days(today, last.to)));
    }

    private Window adopted(NamedCsvRecord row, String status, LocalDate told) {
        Window window = new Window(LocalDate.MIN, LocalDate.MAX);
        if (day(row, "adopted") != null) {
            window = window(row, "adopted");
        } else if (day(row, "effective") != null) {
            window = new Window(LocalDate.MIN, window(row, "effective").to);
        }
        boolean isKnownByThen = RUNNING.contains(status) || OVER.contains(status);
        return isKnownByThen && !window.from.isAfter(told) ? window.notAfter(told) : window;
    }

    /** The day that is named, else the term counted from the first day; what is over was so on the day before its source told it. */
    private Window lastDay(NamedCsvRecord row, String status, Window effective, LocalDate told) {
        Window end = new Window(LocalDate.MAX, LocalDate.MAX);
        double days = Rows.number(row, "days");
        double months = Rows.number(row, "months");
        boolean isCounted = Set.of("", "FIXED_DAYS", "UNTIL_DATE", "UNKNOWN").contains(row.getField("kind"))
                && !(Double.isNaN(days) && Double.isNaN(months));
        if (day(row, "last_day") != null) {
            LocalDate named = day(row, "last_day");
            boolean isUnsure = row.getField("certainty").equals("UNVERIFIED");
            end = isUnsure ? new Window(named.minusDays(slack), named.plusDays(slack)) : new Window(named, named);
        } else if (isCounted) {
            end = new Window(later(effective.from, days, months), later(effective.to, days, months));
            boolean isLonger = status.equals("EXTENDED") || status.equals("ACTIVE") && end.to.isBefore(told);
            end = isLonger ? new Window(end.from, LocalDate.MAX) : end;
        }
        LocalDate ended = day(row, "ended");
        if (ended != null) {
            LocalDate before = ended.minusDays(1);
            return new Window(end.from.isBefore(before) ? end.from : before, end.to.isBefore(before) ? end.to : before);
        }
        LocalDate before = told.minusDays(1);
        if (!OVER.contains(status)) {
            return end;
        }
        return status.equals("EXPIRED") && !end.from.isAfter(before)
                ? end.notAfter(before)
                : new Window(LocalDate.MIN, end.to.isBefore(before) ? end.to : before);
    }

    private static LocalDate later(LocalDate day, double days, double months) {
        if (day.equals(LocalDate.MIN) || day.equals(LocalDate.MAX)) {
            return day;
        }
        return Double.isNaN(days) ? day.plusMonths(Math.round(months)) : day.plusDays(Math.round(days));
    }

    private Window window(NamedCsvRecord row, String column) {
        LocalDate day = day(row, column);
        return switch (row.getField("certainty")) {
            case "", "EXACT" -> new Window(day, day);
            case "MONTH" ->
                new Window(YearMonth.from(day).atDay(1), YearMonth.from(day).atEndOfMonth());
            case "YEAR" -> new Window(LocalDate.of(day.getYear(), 1, 1), LocalDate.of(day.getYear(), 12, 31));
            default -> new Window(day.minusDays(slack), day.plusDays(slack));
        };
    }

    private static LocalDate day(NamedCsvRecord row, String column) {
        String cell = row.getField(column);
        return cell.isBlank() ? null : LocalDate.parse(cell);
    }

    private static long days(LocalDate from, LocalDate to) {
        return from.equals(LocalDate.MIN) || to.equals(LocalDate.MIN)
                ? Long.MIN_VALUE
                : ChronoUnit.DAYS.between(from, to);
    }
}
