package org.headroom.rules.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.Condition;
import org.headroom.rules.rule.Operator;
import org.headroom.rules.rule.RuleAction;
import org.headroom.rules.rule.RulePlace;
import org.headroom.rules.rule.Validity;
import org.headroom.rules.vocabulary.SiteField;
import org.headroom.rules.vocabulary.SiteFields;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of regions is so at every point: figures, places between and beyond them, and words are all tried. */
class RegionTest {
    private static final List<Criterion> CRITERIA = List.of(
            Criterion.number("aKm", "a", "km", Direction.LOWER_IS_BETTER, 0, 4, "test", "test"),
            Criterion.number("bKm", "b", "km", Direction.NOT_ORDERED, -1, 10, "test", "test"),
            Criterion.category("cat", "c", List.of("X", "Y", "Z"), "test", "test"));
    private static final SiteFields FIELDS = new SiteFields(CRITERIA);
    private static final SiteField A = FIELDS.get("aKm");
    private static final SiteField B = FIELDS.get("bKm");
    private static final SiteField CAT = FIELDS.get("cat");
    private static final SiteField NAME = FIELDS.get("coolingTechnology");

    private record Point(double a, double b, String cat, String name) {}

    private static List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (double a = 0; a <= 4; a += 0.5) {
            for (double b = -1; b <= 10; b += 0.5) {
                for (String cat : CAT.labels()) {
                    for (String name : List.of("AIR", "LIQUID", "none of the rules' words")) {
                        points.add(new Point(a, b, cat, name));
                    }
                }
            }
        }
        return points;
    }

    private static boolean holds(Condition condition, Point point) {
        if (condition instanceof Condition.And and) {
            return and.parts().stream().allMatch(part -> holds(part, point));
        }
        if (condition instanceof Condition.Or or) {
            return or.parts().stream().anyMatch(part -> holds(part, point));
        }
        if (condition instanceof Condition.OneOf oneOf) {
            String word = oneOf.field().equals(CAT) ? point.cat : point.name;
            return oneOf.values().contains(word) != oneOf.negated();
        }
        Condition.Compare compare = (Condition.Compare) condition;
        double value = compare.field().equals(A) ? point.a : point.b;
        return switch (compare.operator()) {
            case EQUAL -> value == compare.literal();
            case NOT_EQUAL -> value != compare.literal();
            case LESS -> value < compare.literal();
            case AT_MOST -> value <= compare.literal();
            case MORE -> value > compare.literal();
            case AT_LEAST -> value >= compare.literal();
        };
    }

    private static Condition random(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return switch (random.nextInt(4)) {
                case 0 -> new Condition.OneOf(CAT, List.of(CAT.labels().get(random.nextInt(3))), random.nextBoolean());
                case 1 ->
                    new Condition.OneOf(NAME, List.of(random.nextBoolean() ? "AIR" : "LIQUID"), random.nextBoolean());
                default ->
                    new Condition.Compare(
                            random.nextBoolean() ? A : B, Operator.values()[random.nextInt(6)], random.nextInt(7) - 1);
            };
        }
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            parts.add(random(random, depth - 1));
        }
        return random.nextBoolean() ? new Condition.And(parts) : new Condition.Or(parts);
    }

    private static CheckedRule rule(int index, Condition condition) {
        return new CheckedRule(
                index,
                "rule " + index,
                RulePlace.inText("drl/a.drl", 1, 1),
                "",
                "test",
                Validity.ALWAYS,
                0,
                condition,
                List.of(new RuleAction(RuleAction.Kind.BONUS, "", 1, "test")));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsSaidIsSoAtEveryPoint(long seed) {
        Random random = new Random(seed);
        List<Point> points = points();
        int within = 0;
        for (int round = 0; round < 60; round++) {
            Condition first = random(random, 2);
            Condition second = round % 3 == 0 ? new Condition.Or(List.of(first, random(random, 1))) : random(random, 2);
            Cells cells = new Cells(List.of(rule(0, first), rule(1, second)), new FieldRanges(CRITERIA));
            Region one = Region.of(first, cells).orElseThrow();
            Region two = Region.of(second, cells).orElseThrow();
            String pair = first + " within " + second;
            assertThat(one.isEmpty())
                    .as("empty: " + first)
                    .isEqualTo(points.stream().noneMatch(p -> holds(first, p)));
            assertThat(one.isWhole(cells))
                    .as("whole: " + first)
                    .isEqualTo(points.stream().allMatch(p -> holds(first, p)));
            boolean isWithin = one.isWithin(two, cells);
            assertThat(isWithin)
                    .as(pair)
                    .isEqualTo(points.stream().allMatch(p -> !holds(first, p) || holds(second, p)));
            within += isWithin ? 1 : 0;
        }
        assertThat(within).isPositive();
    }
}
