package org.headroom.ledger.calendar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headroom.ledger.calendar.Calendar.Event;
import org.headroom.ledger.calendar.Calendar.Kind;
import org.jspecify.annotations.Nullable;

/** A calendar for a person: one line a day. */
public final class CalendarText {
    private CalendarText() {}

    /** The lines, in order. */
    public static List<String> lines(Calendar calendar) {
        return calendar.days().stream()
                .map(day -> day.date() + "  " + String.join("; ", sentences(day)))
                .toList();
    }

    /** Sites that the same record moves the same way are told together. */
    private record Group(
            Kind kind,
            @Nullable String layer,
            @Nullable String record,
            @Nullable String from,
            @Nullable String to) {}

    private static List<String> sentences(Calendar.Day day) {
        Map<Group, List<Event>> groups = new LinkedHashMap<>();
        List<String> sentences = new ArrayList<>();
        for (Event event : day.events()) {
            boolean isAlone = event.kind() == Kind.TOP_N || event.kind() == Kind.LAYER;
            Group group = new Group(event.kind(), event.layer(), event.record(), event.from(), event.to());
            if (isAlone) {
                sentences.add(event.text());
            } else {
                groups.computeIfAbsent(group, g -> new ArrayList<>()).add(event);
            }
        }
        List<String> told = new ArrayList<>();
        groups.forEach((group, events) -> told.add(sentence(group, events)));
        told.addAll(sentences);
        return told;
    }

    private static String sentence(Group group, List<Event> events) {
        Event first = events.get(0);
        if (events.size() == 1) {
            return first.text();
        }
        String name = first.name();
        int site = first.text().lastIndexOf(": " + (name == null || name.isBlank() ? first.site() : name));
        String because = site < 0 ? "" : first.text().substring(0, site + 2);
        return because + events.size() + " sites "
                + (group.kind() == Kind.TIER
                        ? "come from tier " + group.from() + " into tier " + group.to()
                        : group.to() + " instead of " + group.from());
    }
}
