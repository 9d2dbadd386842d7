package org.headroom.workbench;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.headroom.model.FieldType;
import org.headroom.model.SiteAttributes;
import org.headroom.rules.TestPolicy;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.policy.SitesByAttribute;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.headroom.workbench.whatif.Bar;
import org.headroom.workbench.whatif.Others;
import org.headroom.workbench.whatif.RankedSites;

/** A ranking in memory; sites with equal scores stand in the order of their places. */
final class TestRanking implements RankedSites {
    private final SitesByAttribute sites;
    private final MeasurementBlock measurements;
    private final ScoreBlock scores;
    private final List<Integer> order;

    TestRanking(SitesByAttribute sites, MeasurementBlock measurements, ScoreBlock scores) {
        this.sites = sites;
        this.measurements = measurements;
        this.scores = scores;
        order = IntStream.range(0, sites.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(scores::tier)
                        .thenComparing(i -> scores.tier(i) == ScoreBlock.EXCLUDED_TIER ? 0 : -scores.ranking(i))
                        .thenComparing(i -> i))
                .toList();
    }

    static TestRanking of(Policy policy, SitesByAttribute sites, MeasurementBlock measurements) {
        ScoreBlock scores = policy.newScoreBlock(sites.size());
        policy.scorer().score(sites, measurements, scores);
        return new TestRanking(sites, measurements, scores);
    }

    /** The ranking under other weights; rules are not run again. */
    TestRanking reweighed(Policy policy, double[] weights) {
        ScoreBlock other = policy.newScoreBlock(sites.size());
        ScoreBlock.Storage from = scores.storage();
        System.arraycopy(from.fired(), 0, other.storage().fired(), 0, from.fired().length);
        System.arraycopy(from.undecided(), 0, other.storage().undecided(), 0, from.undecided().length);
        System.arraycopy(from.expected(), 0, other.storage().expected(), 0, from.expected().length);
        System.arraycopy(from.open(), 0, other.storage().open(), 0, from.open().length);
        for (int rule = 0; rule < from.leastPoints().length; rule++) {
            System.arraycopy(from.leastPoints()[rule], 0, other.storage().leastPoints()[rule], 0, sites.size());
            System.arraycopy(from.mostPoints()[rule], 0, other.storage().mostPoints()[rule], 0, sites.size());
            System.arraycopy(from.expectedPoints()[rule], 0, other.storage().expectedPoints()[rule], 0, sites.size());
        }
        policy.scoreReweighed(weights, measurements, sites.size(), other);
        return new TestRanking(sites, measurements, other);
    }

    SitesByAttribute sites() {
        return sites;
    }

    MeasurementBlock measurements() {
        return measurements;
    }

    int rank(int site) {
        return order.indexOf(site) + 1;
    }

    boolean isIn(int site, int top) {
        return rank(site) <= top && scores.tier(site) != ScoreBlock.EXCLUDED_TIER;
    }

    /** All but one, as that one sees them. */
    Others without(int site, int top) {
        List<Integer> rest = order.stream().filter(i -> i != site).toList();
        Bar bar = top > rest.size() ? Bar.NONE : keyOf(rest.get(top - 1), site);
        return new Others() {
            @Override
            public Bar bar() {
                return bar;
            }

            @Override
            public long rank(int tier, double score) {
                double key = tier == ScoreBlock.EXCLUDED_TIER ? 0 : score;
                return 1
                        + rest.stream()
                                .filter(i -> {
                                    Bar other = keyOf(i, site);
                                    double otherKey = other.tier() == ScoreBlock.EXCLUDED_TIER ? 0 : other.score();
                                    return other.tier() != tier
                                            ? other.tier() < tier
                                            : otherKey == key ? !other.winsTies() : otherKey > key;
                                })
                                .count();
            }
        };
    }

    private Bar keyOf(int other, int site) {
        return new Bar(scores.tier(other), scores.ranking(other), site < other);
    }

    /** A block of one site. */
    SiteBlock only(int site) {
        SitesByAttribute one = new SitesByAttribute(1);
        SiteAttributes.all().forEach(attribute -> {
            if (attribute.type() == FieldType.NUMBER) {
                one.with(0, attribute.name(), sites.numbers(attribute.name())[site]);
            } else {
                one.with(0, attribute.name(), sites.texts(attribute.name())[site]);
            }
        });
        return one;
    }

    MeasurementBlock measurementsOf(int site) {
        MeasurementBlock one = TestPolicy.measurements(1);
        for (String id : measurements.criterionIds()) {
            MeasurementColumn column = measurements.column(id);
            if (column.isKnown(site)) {
                one.column(id).setInterval(0, column.lower(site), column.upper(site), column.evidence(site));
            }
        }
        return one;
    }

    @Override
    public int size() {
        return sites.size();
    }

    @Override
    public void readTiers(int first, int count, byte[] tiers) {
        System.arraycopy(scores.storage().tier(), first, tiers, 0, count);
    }

    @Override
    public void readRanking(int first, int count, double[] ranking) {
        System.arraycopy(scores.storage().ranking(), first, ranking, 0, count);
    }

    @Override
    public void readIdPlaces(int first, int count, int[] places) {
        for (int i = 0; i < count; i++) {
            places[i] = first + i;
        }
    }

    @Override
    public void readRules(int first, int count, long[] fired, long[] undecided, long[] expected) {
        int words = scores.storage().wordsPerSite();
        System.arraycopy(scores.storage().fired(), first * words, fired, 0, count * words);
        System.arraycopy(scores.storage().undecided(), first * words, undecided, 0, count * words);
        System.arraycopy(scores.storage().expected(), first * words, expected, 0, count * words);
    }

    @Override
    public void readPoints(int rule, int first, int count, double[] least, double[] most, double[] expected) {
        System.arraycopy(scores.storage().leastPoints()[rule], first, least, 0, count);
        System.arraycopy(scores.storage().mostPoints()[rule], first, most, 0, count);
        System.arraycopy(scores.storage().expectedPoints()[rule], first, expected, 0, count);
    }

    @Override
    public boolean isMeasured(String criterionId) {
        return measurements.criterionIds().contains(criterionId);
    }

    @Override
    public void readMeasurements(
            String criterionId, int first, int count, double[] lower, double[] upper, byte[] reasons) {
        MeasurementColumn.Storage column = measurements.column(criterionId).storage();
        System.arraycopy(column.lower(), first, lower, 0, count);
        System.arraycopy(column.upper(), first, upper, 0, count);
        System.arraycopy(column.reason(), first, reasons, 0, count);
    }
}
