package org.headroom.workbench.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.value.Words;
import org.headroom.rules.vocabulary.SiteField;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.SiteBlock;
import org.headroom.workbench.whatif.MeasurementChange.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each measurement of a site that could be otherwise the smallest change that brings it among the first, or pushes it out. A site's score does not depend
 * on other sites, so these stay where they are. Every answer was scored by the policy's own scorer. Not safe for several threads.
 */
public final class MeasurementSearch {
    private final Policy policy;
    private final SiteTrial trial;
    private final Others others;
    private final boolean wasIn;

    /**
     * Prepares the search.
     *
     * @param policy the policy that gave the scores
     * @param site a block of one site
     * @param measurements its measurements; changed while a search runs
     * @param others the rest of the ranking
     */
    public MeasurementSearch(Policy policy, SiteBlock site, MeasurementBlock measurements, Others others) {
        this.policy = policy;
        this.trial = new SiteTrial(policy, site, measurements, others.bar());
        this.others = others;
        this.wasIn = trial.isIn();
    }

    /** Whether the site is among the first as it is. */
    public boolean isIn() {
        return wasIn;
    }

    /**
     * What to change, one line for each field of which a change is enough: numbers first, the one with the smallest share of its span before
     * the others, then categories, then what would have to be known.
     */
    public List<MeasurementChange> changes() {
        List<MeasurementChange> found = new ArrayList<>();
        for (SiteField field : changeable()) {
            range(field)
                    .flatMap(range -> field.isNumber() ? number(field, range) : category(field, range))
                    .ifPresent(found::add);
        }
        found.sort(Comparator.comparing(MeasurementChange::kind)
                .thenComparing(c -> c.shareOfSpan() == null ? 0.0 : c.shareOfSpan()));
        return found;
    }

    /** Names of the fields that count and could be otherwise, whether a change of them is enough or not. */
    public List<String> fields() {
        return changeable().stream()
                .filter(field -> range(field).isPresent())
                .map(SiteField::name)
                .toList();
    }

    private List<SiteField> changeable() {
        return policy.vocabulary().fields().all().stream()
                .filter(field -> field.kind() != SiteField.Kind.TEXT)
                .filter(field -> policy.vocabulary().couldBeOtherwise(field, trial.origin()))
                .toList();
    }

    private Optional<FieldRange> range(SiteField field) {
        return FieldRange.of(policy, field, trial::lower, trial::upper);
    }

    private boolean flips(SiteField field, double value) {
        return trial.isIn(field, value) != wasIn;
    }

    private Optional<MeasurementChange> number(SiteField field, FieldRange range) {
        PieceSearch search = new PieceSearch(range.stops(), value -> flips(field, value));
        double low = trial.lower(field);
        double high = trial.upper(field);
        if (low != high) {
            return knownAs(field, range, search);
        }
        OptionalDouble up = search.first(low, range.maximum());
        OptionalDouble down = search.first(low, range.minimum());
        if (up.isEmpty() && down.isEmpty()) {
            return Optional.empty();
        }
        boolean isUp = up.isPresent() && (down.isEmpty() || up.getAsDouble() - low <= low - down.getAsDouble());
        double by = Doubles.step(low, isUp ? up.getAsDouble() : down.getAsDouble());
        double to = low + by;
        double shown = Doubles.shortest(
                low, to, value -> value >= range.minimum() && value <= range.maximum() && flips(field, value));
        if (!flips(field, to)) {
            throw new IllegalStateException(field.name() + " " + to + " does not change the place of the site");
        }
        double share = Math.abs(by) / range.span();
        return Optional.of(change(field, range, Kind.NUMBER, low, by, to, shown, share, null, null, "", ""));
    }

    /** For an interval only values within it; of several ranges that do, the widest. */
    private Optional<MeasurementChange> knownAs(SiteField field, FieldRange range, PieceSearch search) {
        boolean isUnknown = Double.isNaN(trial.lower(field));
        double least = isUnknown ? range.minimum() : trial.lower(field);
        double most = isUnknown ? range.maximum() : trial.upper(field);
        return search.ranges(least, most).stream()
                .max(Comparator.comparingDouble(PieceSearch.Range::width))
                .map(widest -> knownAs(field, range, widest, least, most));
    }

    private MeasurementChange knownAs(
            SiteField field, FieldRange range, PieceSearch.Range within, double least, double most) {
        boolean isBounded = within.low() > least;
        trial.isIn(field, isBounded ? within.low() : within.high());
        Double atLeast = isBounded ? within.low() : null;
        Double atMost = within.high() < most ? within.high() : null;
        return change(field, range, Kind.KNOWN_AS, null, null, null, null, null, atLeast, atMost, "", "");
    }

    private Optional<MeasurementChange> category(SiteField field, FieldRange range) {
        double low = trial.lower(field);
        double high = trial.upper(field);
        for (int label = 0; label < field.labels().size(); label++) {
            if (!(low == label && high == label) && flips(field, label)) {
                String from = low == high ? field.labels().get((int) low) : Words.number(Double.NaN);
                String to = field.labels().get(label);
                return Optional.of(
                        change(field, range, Kind.CATEGORY, null, null, null, null, null, null, null, from, to));
            }
        }
        return Optional.empty();
    }

    /** With the place of the site in the last trial; a category has no span. */
    private MeasurementChange change(
            SiteField field,
            FieldRange range,
            Kind kind,
            @Nullable Double from,
            @Nullable Double by,
            @Nullable Double to,
            @Nullable Double shown,
            @Nullable Double share,
            @Nullable Double atLeast,
            @Nullable Double atMost,
            String category,
            String toCategory) {
        return new MeasurementChange(
                field.name(),
                range.label(),
                field.unit(),
                kind,
                from,
                by,
                to,
                shown,
                kind == Kind.CATEGORY ? null : range.stops().first(),
                kind == Kind.CATEGORY ? null : range.stops().last(),
                share,
                atLeast,
                atMost,
                category,
                toCategory,
                trial.tier(),
                trial.score(),
                others.rank(trial.tier(), trial.score()));
    }
}
