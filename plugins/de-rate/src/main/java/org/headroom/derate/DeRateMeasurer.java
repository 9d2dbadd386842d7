package org.headroom.derate;

import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.Measurer;
import org.headroom.spi.SiteBlock;

/** Fills the columns. Immutable and safe for several threads. */
final class DeRateMeasurer implements Measurer {
    /** Place of the word among those of the condition of published headroom. */
    private static final double CURTAILABLE = LayerKind.GRID_CAPACITY
            .findField("headroomCondition")
            .orElseThrow()
            .domain()
            .words()
            .indexOf("CURTAILABLE");

    private final NetOfQueue publishedIsNet;
    private final double askedMw;

    /** @param askedMw load that is to be connected, MW, above 0 */
    DeRateMeasurer(NetOfQueue publishedIsNet, double askedMw) {
        this.publishedIsNet = publishedIsNet;
        this.askedMw = askedMw;
    }

    @Override
    public void measure(SiteBlock sites, MeasurementBlock out) {
        Inputs inputs = new Inputs(sites);
        MeasurementColumn effective = out.column(DeRateCriteria.EFFECTIVE);
        MeasurementColumn firm = out.column(DeRateCriteria.FIRM_MW);
        MeasurementColumn curtailable = out.column(DeRateCriteria.CURTAILABLE_MW);
        MeasurementColumn lever = out.column(DeRateCriteria.LEVER);
        for (int site = 0; site < sites.size(); site++) {
            writeEffective(inputs, effective, site);
            split(inputs, effective, firm, curtailable, site);
            writeLever(inputs, firm, lever, site);
        }
    }

    /** The operator's figure comes first: it knows the whole network, the rule of the transformers only the station. The two are never added. */
    private void writeEffective(Inputs inputs, MeasurementColumn out, int site) {
        Bounds headroom = inputs.published.isKnown(site) ? inputs.published : inputs.firmHeadroom;
        if (!headroom.isKnown(site)) {
            out.setUnknown(site, inputs.published.reason(site));
            return;
        }
        NetOfQueue net = headroom == inputs.published ? publishedIsNet : NetOfQueue.NO;
        double leastAhead = net == NetOfQueue.NO ? inputs.ahead.lower(site) : 0;
        double mostAhead = net == NetOfQueue.YES ? 0 : inputs.ahead.upper(site);
        EvidenceClass evidence = EvidenceClass.weaker(headroom.evidence(site), EvidenceClass.ESTIMATED);
        out.setInterval(
                site,
                Math.max(0, headroom.lower(site) - mostAhead),
                Math.max(0, headroom.upper(site) - leastAhead),
                net == NetOfQueue.YES ? evidence : EvidenceClass.weaker(evidence, inputs.ahead.evidence(site)));
    }

    private void split(
            Inputs inputs,
            MeasurementColumn effective,
            MeasurementColumn firm,
            MeasurementColumn curtailable,
            int site) {
        Bounds right = inputs.right;
        Bounds headroom = new Bounds(effective);
        boolean givesWay = inputs.isCurtailable(site);
        double firmLow = Math.min(askedMw, right.lower(site) + (givesWay ? 0 : headroom.lower(site)));
        double firmHigh = Math.min(askedMw, right.upper(site) + (givesWay ? 0 : headroom.upper(site)));
        if (firmLow == 0 && firmHigh >= askedMw) {
            UnknownReason reason = headroom.isKnown(site) ? right.reason(site) : headroom.reason(site);
            if (!headroom.isKnown(site) || !right.isKnown(site)) {
                firm.setUnknown(site, reason);
                curtailable.setUnknown(site, reason);
                return;
            }
        }
        EvidenceClass evidence = EvidenceClass.weaker(
                EvidenceClass.weaker(right.evidence(site), headroom.evidence(site)), EvidenceClass.DERIVED);
        firm.setInterval(site, firmLow, firmHigh, evidence);
        // Flexible headroom is the area's: nobody says that the lines to the site carry it, so nothing of it is sure.
        Bounds room = givesWay ? headroom : inputs.flexible;
        double least = givesWay ? room.lower(site) : 0;
        double curtailableHigh = Math.min(askedMw - firmLow, room.upper(site));
        if (!room.isKnown(site) && firmLow == 0) {
            curtailable.setUnknown(site, room.reason(site));
        } else {
            curtailable.setInterval(
                    site,
                    Math.min(askedMw - firmHigh, least),
                    curtailableHigh,
                    EvidenceClass.weaker(evidence, EvidenceClass.ESTIMATED));
        }
    }

    private void writeLever(Inputs inputs, MeasurementColumn firm, MeasurementColumn out, int site) {
        Lever lever = null;
        if (firm.isKnown(site)) {
            boolean hasRoom =
                    inputs.isCurtailable(site) || inputs.flexible.isKnown(site) && inputs.flexible.upper(site) > 0;
            if (firm.lower(site) >= askedMw) {
                lever = Lever.NONE_NEEDED;
            } else if (hasRoom) {
                lever = Lever.ACCEPT_CURTAILMENT;
            } else if (inputs.right.isKnown(site) && inputs.right.upper(site) > 0) {
                lever = Lever.PART_ON_RIGHT;
            } else {
                lever = Lever.SMALLER_REQUEST;
            }
        } else if (inputs.isVoltageTooLow(site)) {
            lever = Lever.NEXT_VOLTAGE;
        }
        if (lever == null) {
            out.setUnknown(site, firm.reason(site));
        } else {
            out.set(site, Lever.LABELS.indexOf(lever.name()), EvidenceClass.DERIVED);
        }
    }

    /** What other modules measured at the sites of a block. */
    private static final class Inputs {
        private final Bounds published;
        private final Bounds condition;
        private final Bounds firmHeadroom;
        private final Bounds voltage;
        private final Bounds distance;
        private final Bounds ahead;
        private final Bounds right;
        private final Bounds flexible;

        Inputs(SiteBlock sites) {
            published = new Bounds(sites.measured(DeRateCriteria.PUBLISHED));
            condition = new Bounds(sites.measured(DeRateCriteria.CONDITION));
            firmHeadroom = new Bounds(sites.measured(DeRateCriteria.FIRM_HEADROOM));
            voltage = new Bounds(sites.measured(DeRateCriteria.VOLTAGE));
            distance = new Bounds(sites.measured(DeRateCriteria.DISTANCE));
            ahead = new Bounds(sites.measured(DeRateCriteria.EXPECTED_LOAD));
            right = new Bounds(sites.measured(DeRateCriteria.USABLE_RIGHT));
            flexible = new Bounds(sites.measured(DeRateCriteria.FLEXIBLE));
        }

        /** Whether the headroom that counts is granted only to what gives way. One without a word on it is firm, as is the custom of headroom for load. */
        boolean isCurtailable(int site) {
            return published.isKnown(site) && condition.isKnown(site) && condition.lower(site) == CURTAILABLE;
        }

        /** Whether there are nodes in reach, and what carries the load is farther away, if it is anywhere. */
        boolean isVoltageTooLow(int site) {
            boolean isFarther = distance.isKnown(site)
                    ? distance.lower(site) > 0
                    : distance.reason(site) == UnknownReason.NO_RECORD_IN_REACH;
            return voltage.lower(site) > 0
                    && isFarther
                    && !published.isKnown(site)
                    && !firmHeadroom.isKnown(site)
                    && published.reason(site) == UnknownReason.NO_RECORD_IN_REACH;
        }
    }
}
