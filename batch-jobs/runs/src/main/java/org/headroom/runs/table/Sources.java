package org.headroom.runs.table;

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
import org.headroom.export.DbfForm;
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
    /** What a facility is. */
    private static final List<String> OF_FACILITY = List.of(
            "capacityMeaning",
            "letCapacityMw",
            "market",
            "facilityStatus",
            "facilityStatusAsOf",
            "retirementYear",
            "generatorNameplateMw",
            "connectionRight",
            "placePrecision",
            "coolingTechnology",
            "rackDensityKw",
            "feedCount",
            "rightHolder",
            "rightAssignable");

    /** Bytes of a text of which there may be any, as a shapefile has it. */
    private static final int OPEN_BYTES = 40;

    /** Criteria whose deciding record is the node where a site connects, in the order in which they are asked. */
    private static final List<String> OF_NODE =
            List.of("publishedHeadroomMw", "firmHeadroomMw", "distanceToInterconnectionKm", "nominalVoltageKv");

    private static final String MORATORIUM_GATE = "moratoriumGate";

    private static final double MOST_SCORE = 1_000;
    private static final double MOST_RANK = 99_999_999;

    private static final List<String> ANSWERS =
            List.of(GateAnswer.values()).stream().map(GateAnswer::name).toList();

    /** What there is only where outcomes were drawn. */
    private static final Set<String> SURE = new TreeSet<>();

    private static final Map<String, Function<Sources, Source>> OF_RANKING = ofRanking();
    private static final Map<String, Function<Sources, Source>> OF_RECORDS = ofRecords();
    private static final int DAY_BYTES = 10;

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

    /**
     * A number with its unit and the decimals that are usual for it.
     *
     * @param least least value that there may be; NaN where that is not known
     * @param most the largest likewise
     */
    record Number(String description, String unit, int decimals, double least, double most, NumberSource numbers)
            implements Source {}

    /** A small whole number. */
    record Whole(String description, CodeSource numbers) implements Source {}

    /**
     * One of a few texts.
     *
     * @param usualBytes bytes that a shapefile has for it; 0 for as many as the longest text needs, where the texts do not come from data
     */
    record Coded(String description, List<String> texts, int usualBytes, CodeSource codes) implements Source {}

    /** The record that decided something, with its layer in front of it where that is wanted. */
    record Record(String description, boolean withLayer, RecordSource records) implements Source {}

    /** A text that nearly every site has for itself. */
    record Text(String description, TextSource texts) implements Source {}

    /** What the ranking itself gives: the only list of it, in the order in which it is shown. */
    private static Map<String, Function<Sources, Source>> ofRanking() {
        Map<String, Function<Sources, Source>> sources = new LinkedHashMap<>();
        sources.put(ColumnNames.RANK, s -> new Rank("rank from 1; excluded sites behind the others"));
        sources.put(
                ColumnNames.SCORE,
                s -> new Number("score that the site is ranked by", "1", 3, 0, MOST_SCORE, s.scores::readRanking));
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
                1,
                SureRanks::readTopNProbabilities);
        sure(
                sources,
                ColumnNames.TOP_N_STANDARD_ERROR,
                "standard error of that probability, from the number of draws",
                5,
                1,
                SureRanks::readStandardErrors);
        sure(
                sources,
                ColumnNames.EXPECTED_RANK,
                "mean rank over the draws",
                1,
                MOST_RANK,
                SureRanks::readExpectedRanks);
        sure(
                sources,
                ColumnNames.RANK_P05,
                "rank that it has or betters in 5 % of the draws",
                0,
                MOST_RANK,
                SureRanks::readRanksP05);
        sure(
                sources,
                ColumnNames.RANK_P95,
                "rank that it has or betters in 95 % of the draws",
                0,
                MOST_RANK,
                SureRanks::readRanksP95);
        sure(
                sources,
                ColumnNames.EXPECTED_SCORE,
                "mean score over the draws",
                3,
                MOST_SCORE,
                SureRanks::readExpectedScores);
        sources.put(
                ColumnNames.GATE,
                s -> new Coded(
                        "all gates together: PASS, CONDITIONAL, UNKNOWN or FAIL", ANSWERS, 0, (first, count, codes) -> {
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
                        0,
                        s.reasons::readExclusions));
        sources.put(ColumnNames.WHY, s -> {
            s.reasons.collect(s.sites.size());
            return new Coded("why a gate is not passed", s.reasons.texts(), DbfForm.MAX_WIDTH, s.reasons::readTexts);
        });
        sources.put(
                ColumnNames.CONFIDENCE_FRACTION,
                s -> new Number(
                        "share of the weight that rests on known data", "1", 3, 0, 1, s.scores::readConfidences));
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
            double most,
            SureReader reader) {
        SURE.add(name);
        sources.put(
                name,
                s -> new Number(
                        description,
                        "1",
                        decimals,
                        0,
                        most,
                        (first, count, numbers) ->
                                reader.read(s.run.sureRanks().orElseThrow(), first, count, numbers)));
    }

    /** Names of all that can be published under a policy for a load, sorted. */
    static Set<String> names(Policy policy, RampColumns ramp) {
        Set<String> names = new TreeSet<>(OF_RANKING.keySet());
        names.addAll(OF_RECORDS.keySet());
        if (!policy.drawsOutcomes()) {
            names.removeAll(SURE);
        }
        policy.families().forEach(family -> names.add(ColumnNames.familyScore(family)));
        policy.vocabulary().criteria().stream().map(Criterion::id).forEach(names::add);
        SiteAttributes.all().stream().map(LayerField::name).forEach(names::add);
        for (Criterion criterion : policy.vocabulary().criteria()) {
            if (!RampColumns.isStep(criterion.id())) {
                addOf(criterion, criterion.id(), names);
            }
        }
        for (Criterion criterion : policy.vocabulary().criteria()) {
            toldFields()
                    .map(field -> criterion.id() + PublishSpec.OF_RECORD + field.name())
                    .forEach(names::add);
        }
        names.removeIf(RampColumns::isStep);
        names.addAll(ramp.names());
        return names;
    }

    /** What there is beside the figure of a criterion: both ends of its intervals, and what decided it. */
    private static void addOf(Criterion criterion, String shown, Set<String> names) {
        if (!criterion.isCategory()) {
            names.add(shown + ColumnNames.LOW_END);
            names.add(shown + ColumnNames.HIGH_END);
        }
        names.add(shown + ColumnNames.RECORD);
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
        names.addAll(OF_FACILITY);
        names.addAll(OF_RECORDS.keySet());
        for (Criterion criterion : criteria) {
            String id = criterion.id();
            if (run.isMeasured(id) && RampColumns.isStep(id)) {
                names.addAll(ramp.shownAs(id).stream().toList());
            } else if (run.isMeasured(id)) {
                names.add(id);
                addOf(criterion, id, names);
            }
        }
        return List.copyOf(names);
    }

    /** What a name stands for. */
    Optional<Source> find(String name) {
        return Optional.ofNullable(OF_RANKING.get(name))
                .map(source -> source.apply(this))
                .or(() -> Optional.ofNullable(OF_RECORDS.get(name)).map(source -> source.apply(this)))
                .or(() -> ofFamily(name))
                .or(() -> ofEnd(name))
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
                        0,
                        1,
                        (first, count, numbers) -> scores.readFamily(place, first, count, numbers)));
            }
        }
        return Optional.empty();
    }

    private Source bound(String description, boolean isUpper) {
        return new Number(description, "1", 3, 0, MOST_SCORE, (first, count, numbers) -> {
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
            return new Coded(criterion.description(), criterion.labels(), 0, (first, count, codes) -> {
                double[] lower = new double[count];
                double[] upper = new double[count];
                file.readBounds(first, count, lower, upper);
                for (int site = 0; site < count; site++) {
                    codes[site] = lower[site] == upper[site] ? (int) lower[site] : -1;
                }
            });
        }
        if (criterion.unit().equals(Criterion.DATE)) {
            return new DaySource(file, run.size(), true).source(criterion.description());
        }
        // Of an interval the end that counts against the site; columns of their own have both.
        return number(criterion, file, criterion.direction() == Direction.LOWER_IS_BETTER, criterion.description());
    }

    private static Number number(Criterion criterion, MeasurementFile file, boolean isUpper, String description) {
        return new Number(
                description,
                criterion.unit(),
                decimals(criterion.unit()),
                criterion.minimum(),
                criterion.maximum(),
                (first, count, numbers) -> {
                    double[] other = new double[count];
                    file.readBounds(first, count, isUpper ? other : numbers, isUpper ? numbers : other);
                });
    }

    /** An end of the intervals of a criterion, or the record that decided it. */
    private Optional<Source> ofEnd(String name) {
        int end = name.lastIndexOf('_');
        if (end < 0 || RampColumns.isStep(name.substring(0, end))) {
            return Optional.empty();
        }
        String suffix = name.substring(end);
        return criteria.stream()
                .filter(criterion -> criterion.id().equals(name.substring(0, end)) && run.isMeasured(criterion.id()))
                .findFirst()
                .flatMap(criterion -> ofEnd(criterion, suffix));
    }

    private Optional<Source> ofEnd(Criterion criterion, String suffix) {
        MeasurementFile file = Objects.requireNonNull(run.measured().get(criterion.id()));
        boolean isUpper = suffix.equals(ColumnNames.HIGH_END);
        if (suffix.equals(ColumnNames.RECORD)) {
            return Optional.of(
                    new Record("layer and record that decided " + criterion.id(), true, RecordSource.deciding(file)));
        } else if (criterion.isCategory() || !(isUpper || suffix.equals(ColumnNames.LOW_END))) {
            return Optional.empty();
        }
        String description = (isUpper ? "upper" : "lower") + " end of the interval of " + criterion.id()
                + ", the figure where it is known";
        return Optional.of(
                criterion.unit().equals(Criterion.DATE)
                        ? new DaySource(file, run.size(), isUpper).source(description)
                        : number(criterion, file, isUpper, description));
    }

    /** What the records say that decided where a site connects and whether it may. */
    private static Map<String, Function<Sources, Source>> ofRecords() {
        Map<String, Function<Sources, Source>> sources = new LinkedHashMap<>();
        sources.put(
                ColumnNames.NODE_ID,
                s -> new Record(
                        "id of the record of the grid that decided the published headroom, else the firm headroom, else the distance or voltage",
                        false,
                        s.node()));
        sources.put(
                ColumnNames.NODE_NAME,
                s -> s.told("name of that substation, line or area, as its layer says it", s.node(), "name"));
        sources.put(ColumnNames.NODE_LAYER, s -> s.layerOf("layer of that record", s.node()));
        sources.put(
                ColumnNames.MORATORIUM_ID,
                s -> new Record("id of the record that decided the moratorium gate", false, s.moratorium()));
        sources.put(
                ColumnNames.MORATORIUM_LAST_DAY,
                s -> s.told("last day of that moratorium, as its record gives it", s.moratorium(), "expiryDate"));
        sources.put(
                ColumnNames.MORATORIUM_LINK,
                s -> s.told("where that moratorium can be read", s.moratorium(), "citation"));
        return sources;
    }

    private RecordSource node() {
        return RecordSource.first(measured(OF_NODE));
    }

    private RecordSource moratorium() {
        return RecordSource.first(measured(List.of(MORATORIUM_GATE)));
    }

    private List<MeasurementFile> measured(List<String> ids) {
        return ids.stream()
                .filter(run::isMeasured)
                .map(id -> Objects.requireNonNull(run.measured().get(id)))
                .toList();
    }

    private Source told(String description, RecordSource records, String field) {
        RecordTexts texts = new RecordTexts(records, told, field);
        int bytes = field.equals("citation") ? DbfForm.MAX_WIDTH : 2 * OPEN_BYTES;
        return new Coded(description, texts.texts(), field.equals("expiryDate") ? DAY_BYTES : bytes, texts);
    }

    private Source layerOf(String description, RecordSource records) {
        return new Coded(description, told.layerIds(), OPEN_BYTES, (first, count, codes) -> {
            long[] deciding = new long[count];
            records.read(first, count, deciding);
            for (int site = 0; site < count; site++) {
                codes[site] = deciding[site] == RecordSource.NONE ? -1 : RecordSource.layer(deciding[site]);
            }
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
                RecordTexts texts = new RecordTexts(
                        RecordSource.deciding(measured.getValue()),
                        told,
                        field.get().name());
                return Optional.of(new Coded(field.get().description(), texts.texts(), OPEN_BYTES, texts));
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
                        Double.NaN,
                        Double.NaN,
                        (first, count, numbers) -> sites.readNumbers(name, first, count, numbers))
                : new Coded(
                        attribute.description(),
                        sites.words(name),
                        OPEN_BYTES,
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
