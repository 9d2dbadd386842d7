package org.headroom.host;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.headroom.model.Criterion;
import org.headroom.model.HeadroomException;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a module does wrong to its own criteria and to the sites concerned: these become UNKNOWN with {@link
 * UnknownReason#MODULE_FAILED} and are written to a {@link FaultLog}. When a module throws in a block, the block is measured again site
 * by site, and only the sites at which it throws again are lost; as a site's values do not depend on its block, the result is the same
 * for every way of cutting the list into blocks. A module that is given up is UNKNOWN everywhere, also where it has measured. As safe for
 * several threads as the module's own measurer.
 */
public final class GuardedMeasurer implements Measurer {
    private final String moduleId;
    private final List<Criterion> criteria;
    private final List<String> columns;
    private final Set<String> inputs;
    private final ModuleLimits limits;
    private final FaultLog log;
    private volatile @Nullable Measurer measurer;

    private GuardedMeasurer(
            String moduleId,
            List<Criterion> criteria,
            List<String> columns,
            Set<String> inputs,
            ModuleLimits limits,
            FaultLog log) {
        this.moduleId = moduleId;
        this.criteria = criteria;
        this.columns = columns;
        this.inputs = inputs;
        this.limits = limits;
        this.log = log;
    }

    /**
     * Binds a module. A module that fails in {@code bind}, or takes longer than its limit, gives a measurer that answers UNKNOWN
     * everywhere, with one fault for each of its criteria.
     *
     * @throws HeadroomException when the module itself reports that a layer or a parameter cannot be used
     */
    public static GuardedMeasurer bind(
            InstalledModule installed, ModuleContext context, ModuleLimits limits, FaultLog log) {
        String id = installed.module().id();
        List<Criterion> criteria = installed.module().criteria().stream()
                .filter(criterion -> context.isWanted(criterion.id()))
                .toList();
        GuardedMeasurer guarded = new GuardedMeasurer(
                id,
                criteria,
                installed.module().criteria().stream().map(Criterion::id).toList(),
                installed.inputs(),
                limits,
                log);
        try {
            guarded.measurer = LooseThread.start(() -> installed.module().bind(context))
                    .get(limits.bind().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            guarded.failedToBind(Objects.requireNonNull(e.getCause()));
        } catch (TimeoutException e) {
            guarded.giveUp("the module was stopped: it took longer to read its layers than the "
                    + seconds(limits.bind()) + " s of limits.moduleBindSeconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return guarded;
    }

    private void failedToBind(Throwable failure) {
        if (failure instanceof HeadroomException known) {
            throw known;
        }
        if (!isOfModule(failure)) {
            throw new IllegalStateException(failure);
        }
        giveUp("the module failed before any site was measured: " + FailureText.of(failure));
    }

    /** Whether a failure is the module's own; what the JVM lacks, such as memory, is not. */
    private static boolean isOfModule(Throwable failure) {
        return failure instanceof Exception
                || failure instanceof LinkageError
                || failure instanceof AssertionError
                || failure instanceof StackOverflowError;
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    /** Gives up a module that took longer than its limit for a block. */
    void giveUp() {
        giveUp("the module was stopped: it took longer for one block of sites than the " + seconds(limits.block())
                + " s of limits.moduleBlockSeconds");
    }

    /** From now on every site is UNKNOWN, and so is every one before, once it is measured again. */
    public void giveUp(String reason) {
        measurer = null;
        log.giveUp(
                moduleId,
                criteria.stream()
                        .map(criterion ->
                                new ModuleFault(moduleId, criterion.id(), "", "", reason, Double.NaN, Double.NaN))
                        .toList());
    }

    /** Room for what the module measures. */
    public MeasurementBlock newBlock(int capacity) {
        return new MeasurementBlock(columns, capacity);
    }

    /** Names of all that the module works with; criteria of other modules among them are what it may read. */
    Set<String> inputs() {
        return inputs;
    }

    /** Whether the module could be bound and was not given up; when not, every site is UNKNOWN. */
    public boolean isBound() {
        return measurer != null;
    }

    /**
     * Measures; the block must hold the columns of this module and of no other. Columns of criteria that the context did not want hold
     * nothing that counts.
     */
    @Override
    public void measure(SiteBlock sites, MeasurementBlock out) {
        out.clear();
        Measurer bound = measurer;
        if (bound == null) {
            return;
        }
        boolean[] failed = null;
        try {
            bound.measure(sites, out);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            failed = oneByOne(bound, sites, out);
        }
        for (Criterion criterion : criteria) {
            check(criterion, sites, out.column(criterion.id()), failed);
        }
    }

    private boolean[] oneByOne(Measurer bound, SiteBlock sites, MeasurementBlock out) {
        out.clear();
        boolean[] failed = new boolean[sites.size()];
        List<String> ids = criteria.stream().map(Criterion::id).toList();
        MeasurementBlock one = new MeasurementBlock(out.criterionIds(), 1);
        for (int site = 0; site < failed.length; site++) {
            one.clear();
            try {
                bound.measure(new SingleSite(sites, site), one);
                for (String id : ids) {
                    out.column(id).copy(one.column(id), 0, site);
                }
            } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
                failed[site] = true;
                for (String id : ids) {
                    fault(id, sites, site, "", "the module failed: " + FailureText.of(e));
                }
            }
        }
        return failed;
    }

    private void check(Criterion criterion, SiteBlock sites, MeasurementColumn column, boolean @Nullable [] failed) {
        double minimum = criterion.minimum();
        double maximum = criterion.maximum();
        boolean category = criterion.isCategory();
        MeasurementColumn.Storage values = column.storage();
        double[] lowers = values.lower();
        double[] uppers = values.upper();
        byte[] reasons = values.reason();
        for (int site = 0; site < sites.size(); site++) {
            double lower = lowers[site];
            double upper = uppers[site];
            boolean good = lower >= minimum
                    && upper <= maximum
                    && lower <= upper
                    && lower > Double.NEGATIVE_INFINITY
                    && upper < Double.POSITIVE_INFINITY
                    && (!category || (lower == Math.rint(lower) && upper == Math.rint(upper)));
            if (good || isReasonedUnknown(lower, upper, reasons[site])) {
                continue;
            }
            if (failed == null || !failed[site]) {
                fault(criterion.id(), sites, site, text(lower, upper), why(criterion, lower, upper, reasons[site]));
            }
            column.setUnknown(site, UnknownReason.MODULE_FAILED);
        }
    }

    private static boolean isReasonedUnknown(double lower, double upper, byte reason) {
        return Double.isNaN(lower)
                && Double.isNaN(upper)
                && reason != UnknownReason.NONE.ordinal()
                && reason != UnknownReason.MODULE_FAILED.ordinal();
    }

    private static String why(Criterion criterion, double lower, double upper, byte reason) {
        if (Double.isNaN(lower) && reason == UnknownReason.MODULE_FAILED.ordinal()) {
            return "the module wrote nothing";
        }
        if (Double.isNaN(lower) || Double.isNaN(upper)) {
            return "the module gave NaN as a known value";
        }
        if (lower > upper) {
            return "the module gave bounds in the wrong order";
        }
        return "the module left its declared range of " + criterion.minimum() + " to " + criterion.maximum() + " "
                + criterion.unit();
    }

    private static String text(double lower, double upper) {
        return lower == upper || (Double.isNaN(lower) && Double.isNaN(upper))
                ? Double.toString(lower)
                : lower + " to " + upper;
    }

    private void fault(String criterionId, SiteBlock sites, int site, String value, String reason) {
        log.add(new ModuleFault(
                moduleId,
                criterionId,
                sites.siteId(site),
                value,
                reason,
                sites.longitudes()[site],
                sites.latitudes()[site]));
    }
}
