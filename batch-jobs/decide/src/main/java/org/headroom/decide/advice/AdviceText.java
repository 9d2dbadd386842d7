package org.headroom.decide.advice;

import java.util.Locale;

/** Advice in words. */
final class AdviceText {
    private AdviceText() {}

    /** One sentence: whom to ask what, and how likely that changes the list. */
    static String of(AdviceEntry entry, int topN) {
        String question = entry.sharing().isEmpty()
                ? (entry.isUnknown() ? "Find out the " : "Narrow down the ") + entry.label() + " of " + entry.where()
                : "Ask " + entry.where() + " about " + entry.label();
        StringBuilder text = new StringBuilder(question).append(": ");
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
        if (!entry.siteName().equals(entry.where())) {
            text.append(", ").append(entry.siteName()).append(" first");
        }
        return text.append('.').toString();
    }

    static String percent(double probability) {
        return String.format(Locale.ROOT, probability < 0.1 ? "%.1f %%" : "%.0f %%", 100 * probability);
    }
}
