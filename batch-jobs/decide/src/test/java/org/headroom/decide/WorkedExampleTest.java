package org.headroom.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.headroom.decide.acceptability.RankSureness;
import org.headroom.decide.advice.CallList;
import org.headroom.decide.portfolio.Portfolio;
import org.headroom.decide.portfolio.PortfolioAsk;
import org.headroom.decide.portfolio.PortfolioFinder;
import org.headroom.decide.portfolio.SiteFigures;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.GateAnswer;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunColumns;
import org.headroom.runs.store.SureRanks;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.ScoringModule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Works out the ten sites of docs/DECISION.md again, from its own policy and measurements: with the program, and by plain arithmetic. */
class WorkedExampleTest {
    private static final DecisionPage PAGE = new DecisionPage();
    private static final List<List<String>> KNOWN = PAGE.table("What is known");
    private static final PlainArithmetic PLAIN =
            new PlainArithmetic(Objects.requireNonNull(PAGE.files().get("criteria/ten-sites.yaml")));
    private static final String HEADROOM = "publishedHeadroomMw";
    private static final String DISTANCE = "distanceToInterconnectionKm";
    private static final List<String> LAWS = List.of("PASS", "CONDITIONAL", "FAIL");
    /** In the order of the columns of the page, after site, county and node. */
    private static final List<Criterion> CRITERIA = List.of(
            number("timeToPowerMonthsP50", "months", Direction.LOWER_IS_BETTER),
            number(HEADROOM, "MW", Direction.HIGHER_IS_BETTER),
            number("energyPriceUsdPerMwh", "USD/MWh", Direction.LOWER_IS_BETTER),
            number(DISTANCE, "km", Direction.LOWER_IS_BETTER),
            Criterion.category("moratoriumGate", "moratoria", LAWS, "made up", "made up"));

    private static final int FIRST = 3;
    private static final int TOP = 3;
    private static final double BONUS = 5;
    private static final double LAST_DIGIT = 0.0501;

    @TempDir
    private static Path folder;

    private static PublishedRun run;
    private static Policy policy;

    private static Criterion number(String id, String unit, Direction better) {
        return Criterion.number(id, id, unit, better, 0, 1000, "made up", "made up");
    }

    private record Declared() implements ScoringModule {
        @Override
        public String id() {
            return "ten-sites";
        }

        @Override
        public List<Criterion> criteria() {
            return CRITERIA;
        }

        @Override
        public List<ParameterSpec> parameters() {
            return List.of();
        }

        @Override
        public Measurer bind(ModuleContext context) {
            throw new UnsupportedOperationException("declares only");
        }
    }

    @BeforeAll
    static void rank() {
        MadeUpRun made = new MadeUpRun(new Declared(), PAGE.files());
        for (List<String> row : KNOWN) {
            MadeUpRun.Spec site = made.site(row.get(0)).jurisdiction(row.get(1));
            for (int k = 0; k < CRITERIA.size(); k++) {
                String known = row.get(FIRST + k);
                Criterion criterion = CRITERIA.get(k);
                if (known.equals("unknown")) {
                    continue;
                }
                double[] ends = criterion.isCategory()
                        ? new double[] {LAWS.indexOf(known), LAWS.indexOf(known)}
                        : PlainArithmetic.ends(known);
                if (criterion.id().equals(HEADROOM)) {
                    site.node(row.get(2), ends[0], ends[1]);
                } else {
                    site.with(criterion.id(), ends[0], ends[1]);
                }
            }
        }
        run = made.publish(folder.resolve(MadeUpRun.DATE + "-1"));
        policy = Policy.read(run.explanationFiles().policy(), Vocabulary.of(List.of(new Declared())));
        new RankSureness(run.explanationFiles(), policy, 1).write();
    }

    @Test
    void theRanking() {
        List<List<String>> rows = new ArrayList<>();
        try (RunColumns columns = new RunColumns(run.explanationFiles());
                SureRanks sure = columns.sureRanks().orElseThrow()) {
            int size = columns.size();
            int[] order = new int[size];
            double[] lower = new double[size];
            double[] upper = new double[size];
            double[] expected = new double[size];
            byte[] gates = new byte[size];
            byte[] tiers = new byte[size];
            SureRanks.Block drawn = SureRanks.Block.of(size);
            columns.order().read(0, size, order);
            columns.scores().readBounds(0, size, lower, upper);
            columns.scores().readGates(0, size, gates);
            columns.readRanking(0, size, expected);
            columns.readTiers(0, size, tiers);
            sure.read(0, size, drawn);
            for (int site : order) {
                rows.add(List.of(
                        String.valueOf(rows.size() + 1),
                        columns.sites().siteId(site),
                        oneDigit(lower[site]),
                        oneDigit(expected[site]),
                        oneDigit(upper[site]),
                        GateAnswer.values()[gates[site]].name(),
                        String.valueOf(tiers[site]),
                        percent(drawn.topNProbability()[site]),
                        oneDigit(drawn.expectedRank()[site]),
                        drawn.rankP05()[site] + " to " + drawn.rankP95()[site]));
            }
        }
        assertThat(PAGE.table("The ranking")).containsExactlyElementsOf(rows);
    }

    @Test
    void theCallList() {
        List<List<String>> rows = new CallList(run.explanationFiles(), policy, TOP)
                .ofList().stream()
                        .limit(3)
                        .map(entry -> List.of(
                                "`" + entry.criterion() + "`",
                                entry.sharing().isEmpty() ? entry.siteId() : entry.sharing(),
                                String.valueOf(entry.sites()),
                                percent(entry.probabilityToEnter()),
                                percent(entry.probabilityToLeave()),
                                String.format(Locale.ROOT, "%.2f", entry.expectedChange())))
                        .toList();
        assertThat(PAGE.table("What to ask first")).containsExactlyElementsOf(rows);
    }

    @Test
    void theBestThree() {
        Portfolio found = PortfolioFinder.find(run, PortfolioAsk.of(TOP));
        assertThat(found.isProved()).isTrue();
        List<String> sites = PAGE.table("Which three together").stream()
                .map(row -> row.get(0))
                .toList();
        List<Portfolio.NearMiss> named = found.nearMisses().stream()
                .filter(miss -> sites.contains(miss.site().siteId()))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (SiteFigures site : found.set().sites()) {
            rows.add(List.of(site.siteId(), oneDigit(site.score()), "in"));
        }
        for (Portfolio.NearMiss miss : named) {
            double loss = miss.lossPoints();
            String change = "; with it " + oneDigit(Math.abs(loss)) + (loss < 0 ? " points more" : " points less");
            rows.add(List.of(
                    miss.site().siteId(),
                    oneDigit(miss.site().score()),
                    "out: " + String.join("; ", miss.reasons()) + (Double.isNaN(loss) ? "" : change)));
        }
        assertThat(PAGE.table("Which three together")).containsExactlyElementsOf(rows);
    }

    @Test
    void theExpectedScoresByPlainArithmetic() {
        Map<String, Double> shown = new HashMap<>();
        PAGE.table("The ranking").forEach(row -> shown.put(row.get(1), Double.parseDouble(row.get(3))));
        assertThat(shown).hasSize(KNOWN.size()).hasSize(10);
        for (List<String> row : KNOWN) {
            double score = 0;
            for (String criterion : PLAIN.criteria()) {
                score += 100 * PLAIN.weight(criterion) * PLAIN.worth(criterion, known(row, criterion));
            }
            assertThat(Objects.requireNonNull(shown.get(row.get(0))))
                    .as(row.get(0))
                    .isCloseTo(score + (isAtHand(row) ? BONUS : 0), within(LAST_DIGIT));
        }
    }

    @Test
    void elmByHand() {
        List<String> elm = KNOWN.stream()
                .filter(row -> row.get(0).equals("elm"))
                .findFirst()
                .orElseThrow();
        List<List<String>> shown = PAGE.table("One score by hand: elm");
        List<List<String>> rows = new ArrayList<>();
        double[] sums = new double[3];
        for (String criterion : PLAIN.criteria()) {
            String known = known(elm, criterion);
            String how = shown.get(rows.size()).get(2);
            double weight = PLAIN.weight(criterion);
            double worth = PLAIN.worth(criterion, known);
            assertThat(PlainArithmetic.calculate(how)).as(how).isCloseTo(worth, within(1e-3));
            double[] points = {worth, PLAIN.worst(criterion, known), PLAIN.best(criterion, known)};
            for (int i = 0; i < sums.length; i++) {
                points[i] *= 100 * weight;
                sums[i] += points[i];
            }
            rows.add(List.of(
                    "`" + criterion + "`",
                    known,
                    how,
                    String.format(Locale.ROOT, "%.2f", worth),
                    String.valueOf(weight),
                    oneDigit(points[0]),
                    oneDigit(points[1]),
                    oneDigit(points[2])));
        }
        assertThat(isAtHand(elm)).isFalse();
        rows.add(List.of("node at hand", "", "", "", "", "0.0", "0.0", oneDigit(BONUS)));
        rows.add(List.of("sum", "", "", "", "", oneDigit(sums[0]), oneDigit(sums[1]), oneDigit(sums[2] + BONUS)));
        assertThat(shown).containsExactlyElementsOf(rows);
        assertThat(ranked("elm").subList(2, 5))
                .containsExactly(oneDigit(sums[1]), oneDigit(sums[0]), oneDigit(sums[2] + BONUS));
    }

    /** The gain of the first call is the chance of a ban, for two sites, of what stands behind them. */
    @Test
    void theFirstCallByHand() {
        String next = ranked("fir").get(3);
        assertThat(PAGE.text())
                .contains(
                        String.format(Locale.ROOT, "2 x 0.05 x %s = %.2f", next, 2 * 0.05 * Double.parseDouble(next)));
    }

    private static List<String> ranked(String site) {
        return PAGE.table("The ranking").stream()
                .filter(row -> row.get(1).equals(site))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isAtHand(List<String> row) {
        return PLAIN.equivalent(HEADROOM, known(row, HEADROOM)) >= 100
                && PLAIN.equivalent(DISTANCE, known(row, DISTANCE)) <= 10;
    }

    private static String known(List<String> row, String criterion) {
        return row.get(FIRST + PLAIN.criteria().indexOf(criterion));
    }

    private static String oneDigit(double figure) {
        return String.format(Locale.ROOT, "%.1f", figure);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
