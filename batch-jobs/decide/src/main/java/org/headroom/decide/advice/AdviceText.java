package org.headroom.decide.advice;

import java.util.Locale;
import org.headroom.rules.prior.UnknownMeaning;

/** Advice in words. */
final class AdviceText {
    private AdviceText() {}

    /**
     * One sentence: whom to ask what, and how likely that changes the list.
     *
     * @param ask the policy's question, with {@link UnknownMeaning#PLACE} for the place; empty where it has none
     */
    static String of(AdviceEntry entry, String ask, int topN) {
        StringBuilder text = new StringBuilder(
                        ask.isEmpty() ? question(entry) : ask.replace(UnknownMeaning.PLACE, entry.where()))
                .append(": ");
        boolean enters = entry.probabilityToEnter() > 0;
        boolean leaves = entry.probabilityToLeave() > 0;
        if (!enters && !leaves) {
            return text.append("alone it changes nothing in the top ")
                    .append(topN)
                    .append('.')
                    .toString();
        }
        if (enters) {
            text.append(percent(entry.probabilityToEnter()))
                    .append(" to enter the top ")
                    .append(topN);
        }
        if (leaves) {
            text.append(enters ? ", " : "").append(percent(entry.probabilityToLeave()));
            text.append(enters ? " to leave it" : " to leave the top " + topN);
        }
        if (!entry.where().contains(entry.siteName())) {
            text.append(", ").append(entry.siteName()).append(" first");
        }
        return text.append('.').toString();
    }

    private static String question(AdviceEntry entry) {
        return entry.sharing().isEmpty()
                ? (entry.isUnknown() ? "Find out the " : "Narrow down the ") + label(entry) + " of " + entry.where()
                : "Ask " + entry.where() + " about the " + label(entry);
    }

    /** Within a sentence. */
    private static String label(AdviceEntry entry) {
        String label = entry.label();
        boolean isAbbreviation = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return isAbbreviation ? label : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    static String percent(double probability) {
        return String.format(Locale.ROOT, probability < 0.1 ? "%.1f %%" : "%.0f %%", 100 * probability);
    }
}
