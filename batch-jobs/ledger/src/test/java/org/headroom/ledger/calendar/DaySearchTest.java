package org.headroom.ledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.headroom.ledger.calendar.Calendar.Event;
import org.headroom.ledger.calendar.Calendar.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DaySearchTest {
    private static final LocalDate FROM = LocalDate.parse("2026-12-01");
    private static final LocalDate UNTIL = FROM.plusYears(1);

    /** Two sites: the first changes its gate for good on day 10; the other is excluded from day 100 to 102; the top changes on day 200. */
    private static Standing on(LocalDate day) {
        long days = ChronoUnit.DAYS.between(FROM, day);
        byte[] gates = {(byte) (days >= 10 ? 2 : 3), (byte) (days >= 100 && days <= 102 ? 3 : 0)};
        return new Standing(day, gates, new byte[2], new int[] {days < 200 ? 1 : 0}, Map.of(), Map.of());
    }

    private static List<String> days(DaySearch search, LocalDate... looks) {
        return search.between(FROM, UNTIL, new TreeSet<>(List.of(looks))).stream()
                .peek(step -> assertThat(step.before().day().plusDays(1))
                        .isEqualTo(step.after().day()))
                .map(step -> step.after().day().toString())
                .toList();
    }

    @Test
    void eachDayOnWhichSomethingChangesIsFoundWithFewLooks() {
        DaySearch search = new DaySearch(DaySearchTest::on);
        assertThat(days(search, FROM.plusDays(100)))
                .containsExactly("2026-12-11", "2027-03-11", "2027-03-14", "2027-06-19");
        assertThat(search.looked()).isLessThan(40);
    }

    @Test
    void whatComesAndGoesIsFoundWhereTheBooksNameADayOfIt() {
        assertThat(days(new DaySearch(DaySearchTest::on))).containsExactly("2026-12-11", "2027-06-19");
    }

    @Test
    void nothingIsToldAfterTheDayFromWhichNoRunIsPossible() {
        DaySearch search =
                new DaySearch(day -> day.isAfter(FROM.plusDays(49)) ? Standing.refused(day, "too old") : on(day));
        assertThat(days(search, FROM.plusDays(30), FROM.plusDays(300))).containsExactly("2026-12-11", "2027-01-20");
    }

    @Test
    void sitesThatOneRecordMovesTheSameWayAreToldTogether() {
        String because = "the moratorium of X: Y (record r of layer l) may be over: ";
        List<Event> events = List.of(
                gate("a", "Alpha: beta", because + "Alpha: beta, TX (a) is UNKNOWN instead of FAIL"),
                gate("b", null, because + "b, TX is UNKNOWN instead of FAIL"),
                new Event(Kind.TOP_N, "c", null, null, null, null, "14", "c enters the top 20 at 14"));
        Calendar calendar = new Calendar(
                1,
                "2026-12-01",
                "2027-12-01",
                20,
                new Calendar.Checked(3, 2, ""),
                List.of(new Calendar.Day("2027-07-01", events)));
        assertThat(CalendarText.lines(calendar))
                .containsExactly(
                        "2027-07-01  " + because + "2 sites UNKNOWN instead of FAIL; c enters the top 20 at 14");
    }

    private static Event gate(String site, @Nullable String name, String text) {
        return new Event(Kind.GATE, site, name, "l", "r", "FAIL", "UNKNOWN", text);
    }
}
