package org.headroom.jobs.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.headroom.export.ColumnNames;
import org.headroom.jobs.store.MeasurementFile;
import org.headroom.jobs.store.ScoreFile;
import org.headroom.jobs.store.ScoreLayout;
import org.headroom.jobs.store.SiteStore;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.FieldType;
import org.headroom.model.GateAnswer;
import org.headroom.model.LayerField;
import org.headroom.model.SiteAttributes;
import org.headroom.rules.policy.ScoreBlock;
import org.jspecify.annotations.Nullable;

/** All that can be shown of a site, by name: where it is read, what it means, and its unit. */
final class Sources {
    private static final List<String> ANSWERS =
            List.of(GateAnswer.values()).stream().map(GateAnswer::name).toList();

    private final SiteStore sites;
    private final ScoreFile scores;
    private final ScoreLayout layout;
    private final Why why;
    private final Map<String, MeasurementFile> measured;
    private final List<Criterion> criteria;

    /**
     * @param measured the criteria that were measured
     * @param criteria all criteria of the vocabulary
     */
    Sources(
            SiteStore sites,
            ScoreFile scores,
            ScoreLayout layout,
            Why why,
            Map<String, MeasurementFile> measured,
            List<Criterion> criteria) {
        this.sites = sites;
        this.scores = scores;
        this.layout = layout;
        this.why = why;
        this.measured = measured;
        this.criteria = criteria;
    }

    /** Something that can be shown. */
    sealed interface Source {
        /** One sentence for the GIS user. */
        String description();
    }

    /** The rank itself. */
    record Rank(String description) implements Source {}

    /** A number with its unit and the decimals that are usual for it. */
    record Number(String description, String unit, int decimals, NumberSource numbers) implements Source {}

    /** A small whole number. */
    record Whole(String description, CodeSource numbers) implements Source {}

    /** One of a few texts. */
    record Coded(String description, List<String> texts, CodeSource codes) implements Source {}

    /** A text that nearly every site has for itself. */
    record Text(String description, TextSource texts) implements Source {}

    /** What is shown when a project does not choose, in this order. */
    List<String> usual() {
        List<String> names = new ArrayList<>(List.of(
                ColumnNames.RANK,
                ColumnNames.SITE_ID,
                ColumnNames.NAME,
                ColumnNames.ORIGIN,
                "stateCode",
                "jurisdictionCode",
                ColumnNames.SCORE,
                ColumnNames.SCORE_LOWER_BOUND,
                ColumnNames.SCORE_UPPER_BOUND,
                ColumnNames.GATE,
                ColumnNames.TIER,
                ColumnNames.EXCLUSION,
                ColumnNames.WHY,
                ColumnNames.CONFIDENCE_FRACTION));
        layout.families().forEach(family -> names.add(ColumnNames.familyScore(family)));
        names.add("contractedCapacityMw");
        criteria.stream().map(Criterion::id).filter(measured::containsKey).forEach(names::add);
        return names;
    }

    /** What a name stands for. */
    Optional<Source> find(String name) {
        return ofRanking(name).or(() -> ofCriterion(name)).or(() -> ofSite(name));
    }

    private Optional<Source> ofRanking(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case ColumnNames.RANK -> new Rank("rank from 1; excluded sites behind the others");
                    case ColumnNames.SCORE ->
                        score("score that the site is ranked by", (lower, upper) -> layout.rankBy()
                                .of(lower, upper));
                    case ColumnNames.SCORE_LOWER_BOUND ->
                        score("score if all that is unknown turns out for the worst", (lower, upper) -> lower);
                    case ColumnNames.SCORE_UPPER_BOUND ->
                        score("score if all that is unknown turns out for the best", (lower, upper) -> upper);
                    case ColumnNames.GATE ->
                        new Coded(
                                "all gates together: PASS, CONDITIONAL, UNKNOWN or FAIL",
                                ANSWERS,
                                (first, count, codes) -> {
                                    byte[] answers = new byte[count];
                                    scores.readGates(first, count, answers);
                                    widen(answers, codes);
                                });
                    case ColumnNames.TIER ->
                        new Whole(
                                "group that is ranked before the next; " + ScoreBlock.EXCLUDED_TIER + " is excluded",
                                this::readTiers);
                    case ColumnNames.EXCLUSION ->
                        new Coded("code of the rule that excludes the site", why.exclusionCodes(), why::readExclusions);
                    case ColumnNames.WHY -> {
                        why.collect(sites.size());
                        yield new Coded("why a gate is not passed", why.texts(), why::readTexts);
                    }
                    case ColumnNames.CONFIDENCE_FRACTION ->
                        new Number("share of the weight that rests on known data", "1", 3, scores::readConfidences);
                    default -> ofFamily(name);
                });
    }

    private @Nullable Source ofFamily(String name) {
        for (int family = 0; family < layout.families().size(); family++) {
            String id = layout.families().get(family);
            int place = family;
            if (ColumnNames.familyScore(id).equals(name)) {
                return new Number(
                        "score of the criteria of " + id + " alone, 0 to 1, unknown ones at their worst",
                        "1",
                        4,
                        (first, count, numbers) -> scores.readFamily(place, first, count, numbers));
            }
        }
        return null;
    }

    @FunctionalInterface
    private interface OfBounds {
        double of(double lower, double upper);
    }

    private Source score(String description, OfBounds score) {
        return new Number(description, "1", 3, (first, count, numbers) -> {
            double[] upper = new double[count];
            scores.readBounds(first, count, numbers, upper);
            for (int site = 0; site < count; site++) {
                numbers[site] = score.of(numbers[site], upper[site]);
            }
        });
    }

    /** Reads the tier of each site. */
    void readTiers(int first, int count, int[] tiers) {
        byte[] narrow = new byte[count];
        scores.readTiers(first, count, narrow);
        widen(narrow, tiers);
    }

    private static void widen(byte[] narrow, int[] wide) {
        for (int i = 0; i < narrow.length; i++) {
            wide[i] = narrow[i];
        }
    }

    private Optional<Source> ofCriterion(String name) {
        return criteria.stream()
                .filter(criterion -> criterion.id().equals(name) && measured.containsKey(name))
                .map(this::source)
                .findFirst();
    }

    private Source source(Criterion criterion) {
        MeasurementFile file = Objects.requireNonNull(measured.get(criterion.id()));
        if (criterion.isCategory()) {
            return new Coded(criterion.description(), criterion.labels(), (first, count, codes) -> {
                double[] lower = new double[count];
                double[] upper = new double[count];
                file.readBounds(first, count, lower, upper);
                for (int site = 0; site < count; site++) {
                    codes[site] = lower[site] == upper[site] ? (int) lower[site] : -1;
                }
            });
        }
        // One figure a cell: of an interval the end that counts against the site; the explanations have both.
        boolean upperIsWorse = criterion.direction() == Direction.LOWER_IS_BETTER;
        return new Number(
                criterion.description(), criterion.unit(), decimals(criterion.unit()), (first, count, numbers) -> {
                    double[] other = new double[count];
                    file.readBounds(first, count, upperIsWorse ? other : numbers, upperIsWorse ? numbers : other);
                });
    }

    private Optional<Source> ofSite(String name) {
        if (name.equals(ColumnNames.SITE_ID)) {
            return Optional.of(new Text("stable id of the site", sites::ids));
        }
        if (name.equals(ColumnNames.NAME)) {
            return Optional.of(new Text("name", sites::names));
        }
        return SiteAttributes.find(name).map(attribute -> ofSite(name, attribute));
    }

    private Source ofSite(String name, LayerField attribute) {
        return attribute.type() == FieldType.NUMBER
                ? new Number(
                        attribute.description(),
                        attribute.unit(),
                        decimals(attribute.unit()),
                        (first, count, numbers) -> sites.readNumbers(name, first, count, numbers))
                : new Coded(
                        attribute.description(),
                        sites.words(name),
                        (first, count, codes) -> sites.readWords(name, first, count, codes));
    }

    /** Decimals that are usual for a unit. */
    private static int decimals(String unit) {
        return switch (unit) {
            case "km", "1", "years" -> 3;
            case "h/yr", "d", "USD/MW-yr" -> 0;
            case "USD/MWh" -> 2;
            default -> 1;
        };
    }
}
