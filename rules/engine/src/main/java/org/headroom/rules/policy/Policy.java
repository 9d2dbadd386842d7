package org.headroom.rules.policy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headroom.model.Criterion;
import org.headroom.model.HeadroomException;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;
import org.headroom.rules.compile.KeptRules;
import org.headroom.rules.compile.RuleBaseBuilder;
import org.headroom.rules.compile.RuleStore;
import org.headroom.rules.compile.SentRules;
import org.headroom.rules.file.PolicyFolder;
import org.headroom.rules.outcome.Draws;
import org.headroom.rules.outcome.OutcomeModel;
import org.headroom.rules.prior.Expectation;
import org.headroom.rules.reading.Authorship;
import org.headroom.rules.reading.DecisionSettings;
import org.headroom.rules.reading.PolicyParts;
import org.headroom.rules.reading.RankBy;
import org.headroom.rules.reading.Unchecked;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.vocabulary.SiteField;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.rules.weight.WeightedCriterion;
import org.headroom.rules.weight.Weighting;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.Parameters;
import org.kie.api.KieServices;

/**
 * A policy that was checked and compiled: criteria tables, parameters and rules of one folder. Immutable and safe for several
 * threads; each thread takes its own {@link Scorer} and {@link ScoreBlock}.
 */
public final class Policy {
    private final PolicyParts parts;
    private final LateRules rules;
    private final Expectations expectations;
    private final LocalDate day;

    private Policy(PolicyParts parts, LateRules rules, LocalDate day) {
        this.parts = parts;
        this.rules = rules;
        this.day = day;
        this.expectations = new Expectations(parts.criteria(), day);
    }

    /**
     * The same policy as it stands on a day: what unknown means may hang on the age of an inventory. A policy that was just loaded stands on the
     * day of its inventories.
     *
     * @param day evaluation date
     */
    public Policy on(LocalDate day) {
        return new Policy(parts, rules, day);
    }

    /**
     * Reads, checks and compiles a policy; takes some seconds, mostly the first time.
     *
     * @throws HeadroomException of family POLICY that lists every problem with file, line and rule
     */
    public static Policy load(Path folder, Vocabulary vocabulary) {
        Policy policy = read(folder, vocabulary);
        policy.awaitRules();
        return policy;
    }

    /**
     * As {@link #load(Path, Vocabulary)}, but takes the compiled rules from a folder when the same ones were compiled before, and else
     * keeps them there. The folder is made when it is missing, for the user alone. One that belongs to another user, or that others may
     * write to, is not used, and neither is an entry that is damaged: then the rules are compiled, as they are when nothing can be
     * written.
     *
     * @param compiled the folder; it may be deleted at any time
     */
    public static Policy load(Path folder, Vocabulary vocabulary, Path compiled) {
        Policy policy = read(folder, vocabulary, Optional.of(new RuleStore(compiled, engineVersion())));
        policy.awaitRules();
        return policy;
    }

    /**
     * As {@link #load(Path, Vocabulary, Path)}, but returns when the policy is checked and gets its rules ready on another thread. What only
     * the compiler finds is thrown by {@link #awaitRules}.
     */
    public static Policy loadAhead(Path folder, Vocabulary vocabulary, Path compiled) {
        Policy policy = read(folder, vocabulary, Optional.of(new RuleStore(compiled, engineVersion())));
        policy.rules.start(task -> {
            Thread thread = new Thread(task, "headroom-rules");
            thread.setDaemon(true);
            thread.start();
        });
        return policy;
    }

    /**
     * As {@link #load(Path, Vocabulary)}, but takes the compiled rules that {@link #compiledRules} gave in another process of the same run. They are
     * checked like rules from anywhere else, and compiled when they are not those of this policy, of this version or of this JDK.
     *
     * @param sent the bytes; may be empty
     */
    public static Policy load(Path folder, Vocabulary vocabulary, byte[] sent) {
        Policy policy = read(folder, vocabulary, Optional.of(new SentRules(sent, engineVersion())));
        policy.awaitRules();
        return policy;
    }

    /**
     * The compiled rules as bytes for another process of the same run; empty when this user has none in the folder, as where nothing can be written.
     *
     * @param compiled the folder that the policy was loaded with
     */
    public byte[] compiledRules(Path compiled) {
        awaitRules();
        return RuleBaseBuilder.portable(
                        parts.rules(), parts.vocabulary().fields(), new RuleStore(compiled, engineVersion()))
                .orElse(new byte[0]);
    }

    /**
     * As {@link #load(Path, Vocabulary)}, but compiles its rules only when the first scorer is asked for: for those who look at a policy
     * and do not score by it.
     */
    public static Policy read(Path folder, Vocabulary vocabulary) {
        return read(folder, vocabulary, Optional.empty());
    }

    /** As {@link #read(Path, Vocabulary)}, with compiled rules taken from and kept in a folder as {@link #load(Path, Vocabulary, Path)} does. */
    public static Policy read(Path folder, Vocabulary vocabulary, Path compiled) {
        return read(folder, vocabulary, Optional.of(new RuleStore(compiled, engineVersion())));
    }

    /**
     * Parts of several policies as one, to ask what each part changes: a policy in which all parts are of the same one scores as that one, bit by
     * bit. A criterion that only the table of the weights has is valued as it says there; one that it lacks has the weight 0. Rules are not
     * compiled again.
     *
     * @param figures gives the settings, and of each criterion the value function and what unknown means
     * @param rules gives the rules
     * @param weights gives the weight of each criterion
     * @param day evaluation date
     */
    public static Policy composed(Policy figures, Policy rules, Policy weights, LocalDate day) {
        return new Policy(figures.parts.composed(rules.parts, weights.parts), rules.rules, day);
    }

    private static Policy read(Path folder, Vocabulary vocabulary, Optional<? extends KeptRules> kept) {
        Problems problems = new Problems();
        Optional<Policy> policy = tryRead(folder, vocabulary, kept, problems);
        problems.throwIfAny(folder.toString());
        return policy.orElseThrow();
    }

    /** The policy as {@link #read}, and all that is wrong or odd in it; empty when it is refused. */
    public static Optional<Policy> tryRead(Path folder, Vocabulary vocabulary, Problems problems) {
        return tryRead(folder, vocabulary, Optional.empty(), problems);
    }

    private static Optional<Policy> tryRead(
            Path folder, Vocabulary vocabulary, Optional<? extends KeptRules> kept, Problems problems) {
        PolicyParts parts = parts(PolicyFolder.read(folder, problems), vocabulary, problems);
        return problems.isEmpty()
                ? Optional.of(new Policy(
                        parts,
                        new LateRules(() -> RuleBaseBuilder.build(
                                parts.rules(), parts.vocabulary().fields(), kept, problems, folder.toString())),
                        LocalDate.EPOCH))
                : Optional.empty();
    }

    private static PolicyParts parts(PolicyFolder files, Vocabulary vocabulary, Problems problems) {
        return PolicyParts.read(files, vocabulary, engineVersion(), problems);
    }

    /**
     * Waits until the rules are ready.
     *
     * @throws HeadroomException of family POLICY when the compiler refused them
     */
    public void awaitRules() {
        rules.get();
    }

    /**
     * What is wrong or odd in a policy folder, by file and line; empty when nothing is. Rules are checked, but not compiled.
     */
    public static List<PolicyProblem> check(Path folder, Vocabulary vocabulary) {
        return check(folder, vocabulary, Map.of());
    }

    /** As {@link #check(Path, Vocabulary)}, with other texts in place of some files, by path within the folder. */
    public static List<PolicyProblem> check(Path folder, Vocabulary vocabulary, Map<String, String> texts) {
        Problems problems = new Problems();
        PolicyFolder files = PolicyFolder.read(folder, problems).with(texts);
        parts(files, vocabulary, problems);
        return problems.sorted();
    }

    /**
     * What a policy folder may speak of: what the installed modules give, and the criteria that it declares without a problem.
     *
     * @throws HeadroomException as {@link PolicyFolder#read}
     */
    public static Vocabulary vocabulary(Path folder, Vocabulary installed) {
        Problems ignored = new Problems();
        return PolicyParts.vocabulary(PolicyFolder.read(folder, ignored), installed, ignored);
    }

    private static String engineVersion() {
        return "headroom " + implementationVersion(Policy.class) + " drools "
                + implementationVersion(KieServices.class);
    }

    private static String implementationVersion(Class<?> type) {
        String version = type.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    public String id() {
        return parts.settings().id();
    }

    public String version() {
        return parts.settings().version();
    }

    public String title() {
        return parts.settings().title();
    }

    /** Who stands behind the policy, as it says itself. */
    public Authorship authorship() {
        return parts.settings().authorship();
    }

    public RankBy rankBy() {
        return parts.settings().rankBy();
    }

    /** Where sites stand of which a gate cannot tell, when sites are ranked by what is expected. */
    public Unchecked unchecked() {
        return parts.settings().unchecked();
    }

    /** How sure a rank is: what the policy says of draws and of the list that people look at. */
    public DecisionSettings decision() {
        return parts.settings().decision();
    }

    /** Whether outcomes can be drawn: the policy asks for draws, and says of every criterion with a weight what unknown means. */
    public boolean drawsOutcomes() {
        return decision().draws() > 0 && hasPriors();
    }

    /** Whether the policy says of every criterion with a weight what unknown means. */
    public boolean hasPriors() {
        return criteria().stream().noneMatch(line -> line.weight() > 0 && line.unknown() == null);
    }

    /** Ids of the criteria that outcomes hang on: those with a weight, and those that rules read. */
    public Set<String> criteriaOfOutcomes() {
        Set<String> read = fieldsOfRules();
        return Stream.concat(
                        vocabulary().criteria().stream().map(Criterion::id).filter(read::contains),
                        criteria().stream().filter(line -> line.weight() > 0).map(line -> line.criterion()
                                .id()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Makes outcomes of sites under this policy, in draws that are handed in. Safe for several threads.
     *
     * @param decision what is drawn; its number of draws is not looked at
     */
    public OutcomeModel outcomes(Draws draws, DecisionSettings decision) {
        return new OutcomeModel(parts, expectations::of, draws, decision, evaluationDay());
    }

    /** The lowest score that a site may have. */
    public double minimumScore() {
        return parts.settings().minimum();
    }

    /** The highest score that a site may have. */
    public double maximumScore() {
        return parts.settings().maximum();
    }

    /**
     * SHA-256 in hex over the files that decide results (path and bytes of policy.yaml, weights.yaml, criteria, overlay, parameters and drl, sorted by path) and
     * the versions of engine and Drools. The examples under {@code spec} change no result and do not count.
     */
    public String digest() {
        return parts.digest();
    }

    public Vocabulary vocabulary() {
        return parts.vocabulary();
    }

    /** Criteria over layers that the policy declares, in the order of its files; {@link #vocabulary} has them as well. */
    public List<DeclaredCriterion> declared() {
        return parts.declared();
    }

    /** Lines of the criteria tables, in the order in which their points are added. */
    public List<WeightedCriterion> criteria() {
        return parts.criteria();
    }

    /** Why the criteria of a module tell sites apart by less than their weights say; empty where the policy says nothing. */
    public String spread(String moduleId) {
        return parts.spreads().getOrDefault(moduleId, "");
    }

    /** How the weights were found; empty when the criteria tables give them. */
    public List<Weighting> weightings() {
        return parts.weightings();
    }

    /** All rules; a rule's index is its bit in a {@link ScoreBlock}. */
    public List<CheckedRule> rules() {
        return parts.rules();
    }

    /** The rules that give points in proportion to a number of the site, in their order; a rule's place is its index in a {@link ScoreBlock}. */
    public List<CheckedRule> rulesInProportion() {
        return parts.rules().stream().filter(CheckedRule::isInProportion).toList();
    }

    /** The day on which sites are judged, as rules read it: days since 1970-01-01; NaN for a policy that stands on no day. */
    public double evaluationDay() {
        return day.equals(LocalDate.EPOCH) ? Double.NaN : day.toEpochDay();
    }

    /** Names of the fields that rules test: criteria and attributes of the site. */
    public Set<String> fieldsOfRules() {
        boolean[] read = UndecidedRules.fieldsRead(parts);
        return vocabulary().fields().all().stream()
                .filter(field -> read[field.slot()])
                .map(SiteField::name)
                .collect(Collectors.toSet());
    }

    /** Names of the gates; a gate's place is its index in a {@link ScoreBlock}. */
    public List<String> gates() {
        return parts.gates();
    }

    /** Module ids in the vocabulary's order; a module's place is its family index in a {@link ScoreBlock}. */
    public List<String> families() {
        return List.copyOf(parts.vocabulary().moduleIds());
    }

    /**
     * What is expected of a criterion on the day of the policy; empty where the policy does not say what unknown means.
     *
     * @param criterionId a criterion of its tables
     */
    public Optional<Expectation> expectation(String criterionId) {
        return Optional.ofNullable(expectations.of(criterionId));
    }

    /**
     * The parameters of a module; empty for a module that declares none.
     *
     * @throws IllegalArgumentException when the module is not in the vocabulary
     */
    public Parameters parameters(String moduleId) {
        Parameters parameters = parts.parameters().get(moduleId);
        if (parameters == null) {
            throw new IllegalArgumentException("no module " + moduleId + " is in the vocabulary of the policy");
        }
        return parameters;
    }

    /**
     * Scores the first sites of a block under other weights, with the arithmetic of {@link Scorer}, but without running rules again: which
     * rules hold hangs on measurements alone.
     *
     * @param weights a weight of 0 to 1 for each of {@link #criteria}, in their order
     * @param measurements a column for every criterion of the policy's tables
     * @param size number of sites
     * @param out has the bits of the rules that hold, of the undecided ones, and of what is expected of these; all else for these sites is overwritten
     */
    public void scoreReweighed(double[] weights, MeasurementBlock measurements, int size, ScoreBlock out) {
        new CriteriaScorer(parts.withWeights(weights), expectations).score(measurements, size, out);
        new Effects(parts).apply(size, out);
    }

    /** A scorer for one thread. */
    public Scorer scorer() {
        return new Scorer(parts, expectations, rules.get(), evaluationDay());
    }

    /** Room for the scores of up to {@code capacity} sites, for one thread. */
    public ScoreBlock newScoreBlock(int capacity) {
        return new ScoreBlock(
                capacity,
                parts.rules().size(),
                parts.gates().size(),
                parts.vocabulary().modules().size(),
                rulesInProportion().size());
    }
}
