package org.headroom.layers;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.headroom.layers.descriptor.SourceSpec;
import org.headroom.model.DataIssue;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.LayerKind;
import org.headroom.model.LayerKind.Timing;
import org.jspecify.annotations.Nullable;

/**
 * How a layer stands to the evaluation date. Immutable.
 *
 * @param use whether it is used
 * @param ageDays days from the day that it describes to the evaluation date, negative when that lies before; null when it names no day
 * @param remark what somebody should know of its age, in one sentence without a full stop; empty when there is nothing
 */
public record LayerAge(Use use, @Nullable Long ageDays, String remark) {
    /** Whether a layer is used. */
    public enum Use {
        USED,
        /** Used, though its age should be looked at. */
        MARKED,
        /** Not used; what needs it is unknown. */
        WITHHELD
    }

    /**
     * The age of a layer on a day. A layer that describes a later day is withheld: what nobody could know then must not decide. Layers whose
     * records carry their own days are read as of the evaluation date by the modules, and timeless ones hold on any day.
     *
     * @throws HeadroomException of family DATA when the layer is too old and its descriptor says that the run is then refused
     */
    public static LayerAge of(LayerDescriptor descriptor, LocalDate evaluationDate) {
        SourceSpec source = descriptor.source();
        LayerKind kind = descriptor.kind();
        Integer own = source.maximumAgeDays();
        Integer limit = own == null ? kind.maximumAgeDays() : own;
        LocalDate asOf = source.asOf();
        if (asOf == null) {
            boolean matters = limit != null || kind.timing() == Timing.SNAPSHOT;
            return matters
                    ? new LayerAge(
                            Use.MARKED,
                            null,
                            "the layer names no day that it describes (source.asOf), so its age is not known")
                    : new LayerAge(Use.USED, null, "");
        }
        long age = ChronoUnit.DAYS.between(asOf, evaluationDate);
        if (age < 0 && kind.timing() == Timing.SNAPSHOT) {
            return new LayerAge(
                    Use.WITHHELD,
                    age,
                    "the layer describes " + asOf + ", after the evaluation date " + evaluationDate
                            + "; nothing of it is used");
        }
        if (limit == null || age <= limit) {
            return new LayerAge(Use.USED, age, "");
        }
        String old = "the layer describes " + asOf + ", " + age + " days before the evaluation date, more than the "
                + limit + " that it may";
        return switch (source.whenExpired()) {
            case MARK -> new LayerAge(Use.MARKED, age, old);
            case WITHHOLD -> new LayerAge(Use.WITHHELD, age, old + "; nothing of it is used");
            case REFUSE ->
                throw new HeadroomException(
                        FailureFamily.DATA,
                        "layer " + descriptor.id() + " (" + source.file() + "): " + old,
                        "Renew the data and source.asOf, or let " + descriptor.file()
                                + " say whenExpired: mark or withhold.");
        };
    }

    /** The remark as an issue of the layer; null when there is none. */
    public @Nullable DataIssue issue(LayerDescriptor descriptor) {
        SourceSpec source = descriptor.source();
        return remark.isEmpty()
                ? null
                : new DataIssue(
                        DataIssue.Effect.NOTED,
                        descriptor.id(),
                        source.file(),
                        0,
                        "",
                        "asOf",
                        source.asOf() == null ? "" : source.asOf().toString(),
                        remark,
                        Double.NaN,
                        Double.NaN);
    }
}
