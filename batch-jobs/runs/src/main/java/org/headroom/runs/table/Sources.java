package org.headroom.runs.table;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.headroom.export.ColumnNames;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.FieldType;
import org.headroom.model.GateAnswer;
import org.headroom.model.LayerField;
import org.headroom.model.LayerKind;
import org.headroom.model.SiteAttributes;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.runs.RunColumns;
import org.headroom.runs.ToldFields;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.runs.store.ScoreFile;
import org.headroom.runs.store.SiteStore;
import org.headroom.runs.store.SureRanks;

/** All that can be shown of a site, by name: where it is read, what it means, and its unit. */
final class Sources {
    /** What a facility is; shown where any site says it. */
    private static final List<String> OF_FACILITY = List.of(
            "capacityMeaning",
            "facilityStatus",
            "facilityStatusAsOf",
            "connectionRight",
            "placePrecision",
            "coolingTechnology",
            "rackDensityKw",
            "feedCount",
            "rightHolder",
            "rightAssignable");

    private static final int BLOCK = 4096;

    private static final List<String> ANSWERS =
            List.of(GateAnswer.values()).stream().map(GateAnswer::name).toList();

    /** What there is only where outcomes were drawn. */
    private static final Set<String> SURE = new TreeSet<>();

    private static final Map<String, Function<Sources, Source>> OF_RANKING = ofRanking();

    private final RunColumns run;
    private final SiteStore sites;
    private final ScoreFile scores;
    private final GateReasons reasons;
    private final List<Criterion> criteria;
    private final ToldFields told;
    private final RampColumns ramp;

    /**
     * @param policy the policy that the run was scored by
     * @param told what the run keeps of records
     * @param ramp how the steps of a load that grows are shown
     */
    Sources(RunColumns run, Policy policy, ToldFields told, RampColumns ramp) {
        this.ramp = ramp;
        this.run = run;
        this.told = told;
        this.sites = run.sites();
        this.scores = run.scores();
        this.reasons = new GateReasons(policy, scores, run.layout().wordsPerSite());
        this.criteria = policy.vocabulary().criteria();
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

    /** What the ranking itself gives: the only list of it, in the order in which it is shown. */
    private static Map<String, Function<Sources, Source>> ofRanking() {
        Map<String, Function<Sources, Source>> sources = new LinkedHashMap<>();
        sources.put(ColumnNames.RANK, s -> new Rank("rank from 1; excluded sites behind the others"));
        sources.put(
                ColumnNames.SCORE, s -> new Number("score that the site is ranked by", "1", 3, s.scores::readRanking));
        sources.put(
                ColumnNames.SCORE_LOWER_BOUND,
                s -> s.bound("score if all that is unknown turns out for the worst", false));
        sources.put(
                ColumnNames.SCORE_UPPER_BOUND,
                s -> s.bound("score if all that is unknown turns out for the best", true));
        sure(
                sources,
                ColumnNames.TOP_N_PROBABILITY,
                "probability to be among the first N, N by the policy, when all that is unknown is drawn",
                4,
                SureRanks::readTopNProbabilities);
        sure(
                sources,
                ColumnNames.TOP_N_STANDARD_ERROR,
                "standard error of that probability, from the number of draws",
                5,
                SureRanks::readStandardErrors);
        sure(sources, ColumnNames.EXPECTED_RANK, "mean rank over the draws", 1, SureRanks::readExpectedRanks);
        sure(
                sources,
                ColumnNames.RANK_P05,
                "rank that it has or betters in 5 % of the draws",
                0,
                SureRanks::readRanksP05);
        sure(
                sources,
                ColumnNames.RANK_P95,
                "rank that it has or betters in 95 % of the draws",
                0,
                SureRanks::readRanksP95);
        sure(sources, ColumnNames.EXPECTED_SCORE, "mean score over the draws", 3, SureRanks::readExpectedScores);
        sources.put(
                ColumnNames.GATE,
                s -> new Coded(
                        "all gates together: PASS, CONDITIONAL, UNKNOWN or FAIL", ANSWERS, (first, count, codes) -> {
                            byte[] answers = new byte[count];
                            s.scores.readGates(first, count, answers);
                            widen(answers, codes);
                        }));
        sources.put(
                ColumnNames.TIER,
                s -> new Whole(
                        "group that is ranked before the next; " + ScoreBlock.EXCLUDED_TIER + " is excluded",
                        s::readTiers));
        sources.put(
                ColumnNames.EXCLUSION,
                s -> new Coded(
                        "code of the rule that excludes the site",
                        s.reasons.exclusionCodes(),
                        s.reasons::readExclusions));
        sources.put(ColumnNames.WHY, s -> {
            s.reasons.collect(s.sites.size());
            return new Coded("why a gate is not passed", s.reasons.texts(), s.reasons::readTexts);
        });
        sources.put(
                ColumnNames.CONFIDENCE_FRACTION,
                s -> new Number("share of the weight that rests on known data", "1", 3, s.scores::readConfidences));
        return sources;
    }

    /** How sure a rank is. */
    private interface SureReader {
        void read(SureRanks ranks, int first, int count, double[] numbers);
    }

    private static void sure(
            Map<String, Function<Sources, Source>> sources,
            String name,
            String description,
            int decimals,
            SureReader reader) {
        SURE.add(name);
        sources.put(
                name,
                s -> new Number(
                        description,
                        "1",
                        decimals,
                        (first, count, numbers) ->
                                reader.read(s.run.sureRanks().orElseThrow(), first, count, numbers)));
    }

    /** Names of all that can be published under a policy for a load, sorted. */
    static Set<String> names(Policy policy, RampColumns ramp) {
        Set<String> names = new TreeSet<>(OF_RANKING.keySet());
        if (!policy.drawsOutcomes()) {
            names.removeAll(SURE);
        }
        policy.families().forEach(family -> names.add(ColumnNames.familyScore(family)));
        policy.vocabulary().criteria().stream().map(Criterion::id).forEach(names::add);
        SiteAttributes.all().stream().map(LayerField::name).forEach(names::add);
        for (Criterion criterion : policy.vocabulary().criteria()) {
            toldFields()
                    .map(field -> criterion.id() + PublishSpec.OF_RECORD + field.name())
                    .forEach(names::add);
        }
        names.removeIf(RampColumns::isStep);
        names.addAll(ramp.names());
        return names;
    }

    /** What is shown when a project does not choose, in this order. */
    List<String> usual() {
        Set<String> names = new LinkedHashSet<>(List.of(
                ColumnNames.RANK,
                ColumnNames.SITE_ID,
                ColumnNames.NAME,
                ColumnNames.ORIGIN,
                "stateCode",
                "jurisdictionCode"));
        names.addAll(OF_RANKING.keySet());
        if (run.sureRanks().isEmpty()) {
            names.removeAll(SURE);
        }
        run.layout().families().forEach(family -> names.add(ColumnNames.familyScore(family)));
        names.add("contractedCapacityMw");
        OF_FACILITY.stream().filter(this::isSaid).forEach(names::add);
        criteria.stream()
                .map(Criterion::id)
                .filter(run::isMeasured)
                .flatMap(id -> RampColumns.isStep(id) ? ramp.shownAs(id).stream() : Stream.of(id))
                .forEach(names::add);
        return List.copyOf(names);
    }

    /** Whether any site has the attribute. */
    private boolean isSaid(String name) {
        if (SiteAttributes.find(name).orElseThrow().type() != FieldType.NUMBER) {
            return !sites.words(name).isEmpty();
        }
        double[] values = new double[BLOCK];
        for (int first = 0; first < sites.size(); first += BLOCK) {
            int count = Math.min(BLOCK, sites.size() - first);
            sites.readNumbers(name, first, count, values);
            if (!Arrays.stream(values, 0, count).allMatch(Double::isNaN)) {
                return true;
            }
        }
        return false;
    }

    /** What a name stands for. */
    Optional<Source> find(String name) {
        return Optional.ofNullable(OF_RANKING.get(name))
                .map(source -> source.apply(this))
                .or(() -> ofFamily(name))
                .or(() -> ofCriterion(ramp.criterionOf(name).orElse(name)))
                .or(() -> ofRecord(name))
                .or(() -> ofSite(name));
    }

    private Optional<Source> ofFamily(String name) {
        List<String> families = run.layout().families();
        for (int family = 0; family < families.size(); family++) {
            int place = family;
            if (ColumnNames.familyScore(families.get(family)).equals(name)) {
                return Optional.of(new Number(
                        "score of the criteria of " + families.get(family)
                                + " alone, 0 to 1, unknown ones at their worst",
                        "1",
                        4,
                        (first, count, numbers) -> scores.readFamily(place, first, count, numbers)));
            }
        }
        return Optional.empty();
    }

    private Source bound(String description, boolean isUpper) {
        return new Number(description, "1", 3, (first, count, numbers) -> {
            double[] other = new double[count];
            scores.readBounds(first, count, isUpper ? other : numbers, isUpper ? numbers : other);
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
                .filter(criterion -> criterion.id().equals(name) && run.isMeasured(name))
                .map(this::source)
                .findFirst();
    }

    private Source source(Criterion criterion) {
        MeasurementFile file = Objects.requireNonNull(run.measured().get(criterion.id()));
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
        if (criterion.unit().equals(Criterion.DATE)) {
            return new DaySource(file, run.size()).source(criterion.description());
        }
        // One figure a cell: of an interval the end that counts against the site; the explanations have both.
        boolean upperIsWorse = criterion.direction() == Direction.LOWER_IS_BETTER;
        return new Number(
                criterion.description(), criterion.unit(), decimals(criterion.unit()), (first, count, numbers) -> {
                    double[] other = new double[count];
                    file.readBounds(first, count, upperIsWorse ? other : numbers, upperIsWorse ? numbers : other);
                });
    }

    private static Stream<LayerField> toldFields() {
        return LayerKind.builtIn().stream().flatMap(kind -> kind.told().stream()
                .map(field -> kind.findField(field).orElseThrow()));
    }

    /** A field of the record that decided a criterion. */
    private Optional<Source> ofRecord(String name) {
        for (Map.Entry<String, MeasurementFile> measured : run.measured().entrySet()) {
            String before = measured.getKey() + PublishSpec.OF_RECORD;
            Optional<LayerField> field =
                    toldFields().filter(one -> name.equals(before + one.name())).findFirst();
            if (field.isPresent()) {
                RecordTexts texts =
                        new RecordTexts(measured.getValue(), told, field.get().name());
                return Optional.of(new Coded(field.get().description(), texts.texts(), texts));
            }
        }
        return Optional.empty();
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
