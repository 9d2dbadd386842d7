package org.headroom.report.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.headroom.report.data.SiteSheet;
import org.headroom.report.safe.Figures;
import org.headroom.workbench.explanation.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * What keeps sites from the most points that there are: criteria that give less than their weight, and rules that take points. What costs all of
 * them the same tells none from another, and is told once.
 */
final class LostPoints {
    private static final int TOLD = 2;
    private static final int TOLD_ONCE = 3;
    private static final String NONE = "0.0";

    private final Set<Loss> common;

    /** @param points as they are shown */
    private record Loss(String by, String points, double exact) {
        Loss(String by, double exact) {
            this(by, Figures.fixed(exact, 1), exact);
        }

        String text() {
            return by + "\u00a0\u2212" + points;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Loss loss && by.equals(loss.by) && points.equals(loss.points);
        }

        @Override
        public int hashCode() {
            return by.hashCode();
        }
    }

    /** @param sheets the sites that are told of together */
    LostPoints(Collection<SiteSheet> sheets) {
        common = new HashSet<>();
        if (sheets.size() > 1) {
            sheets.stream().limit(1).forEach(sheet -> common.addAll(losses(sheet)));
            sheets.forEach(sheet -> common.retainAll(losses(sheet)));
        }
    }

    /** The largest three of what costs all of them the same; empty where nothing does. */
    String common() {
        return text(common, TOLD_ONCE);
    }

    /** The largest two of a site beside what costs all the same, such as {@code energy price −5.2, voltage −3.0}; empty where nothing else is lost. */
    String of(SiteSheet sheet) {
        List<Loss> own = losses(sheet);
        own.removeAll(common);
        return text(own, TOLD);
    }

    private static String text(Collection<Loss> losses, int most) {
        return losses.stream()
                .sorted(Comparator.comparingDouble((Loss loss) -> -loss.exact).thenComparing(Loss::by))
                .limit(most)
                .map(Loss::text)
                .collect(Collectors.joining(", "));
    }

    private static List<Loss> losses(SiteSheet sheet) {
        Explanation explanation = sheet.explanation();
        List<Loss> losses = new ArrayList<>();
        for (Explanation.CriterionLine line : explanation.criteria()) {
            Explanation.Expected expected = line.expected();
            double given = explanation
                    .rankBy()
                    .of(
                            line.pointsLower(),
                            expected == null ? line.pointsLower() : expected.points(),
                            line.pointsUpper());
            losses.add(new Loss(line.label(), 100 * line.weight() - given));
        }
        for (Explanation.RuleLine rule : explanation.adjustments()) {
            if (rule.decided()) {
                losses.add(new Loss(rule.rule(), -rule.pointsLower()));
            }
        }
        losses.removeIf(loss -> loss.exact <= 0 || loss.points.equals(NONE));
        return losses;
    }
}
