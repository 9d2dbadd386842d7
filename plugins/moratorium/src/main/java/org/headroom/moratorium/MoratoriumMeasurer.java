package org.headroom.moratorium;

import java.util.List;
import org.headroom.model.EvidenceClass;
import org.headroom.model.GateAnswer;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.Measurer;
import org.headroom.spi.SiteBlock;

/** Asks the gate of each site. Immutable and safe for several threads. */
final class MoratoriumMeasurer implements Measurer {
    private static final double PASS = 0;
    private static final double CONDITIONAL = 1;
    private static final double FAIL = 2;

    private final List<MoratoriumLayer> layers;
    private final MoratoriumParameters parameters;

    MoratoriumMeasurer(List<MoratoriumLayer> layers, MoratoriumParameters parameters) {
        this.layers = layers;
        this.parameters = parameters;
    }

    @Override
    public void measure(SiteBlock sites, MeasurementBlock out) {
        MeasurementColumn gate = out.column(MoratoriumModule.GATE);
        MeasurementColumn daysLeft = out.column(MoratoriumModule.DAYS_LEFT);
        double[] longitudes = sites.longitudes();
        double[] latitudes = sites.latitudes();
        Deciding deciding = new Deciding();
        LastEnded ended = new LastEnded();
        for (int site = 0; site < sites.size(); site++) {
            if (layers.isEmpty()) {
                gate.setUnknown(site, UnknownReason.NO_LAYER);
                daysLeft.setUnknown(site, UnknownReason.NO_LAYER);
                continue;
            }
            deciding.clear();
            for (int i = 0; i < layers.size(); i++) {
                deciding.from(layers.get(i), longitudes[site], latitudes[site], parameters.jurisdictionReachKm());
            }
            if (deciding.layer() == null) {
                writeSilence(gate, daysLeft, site, longitudes[site], latitudes[site], ended);
            } else {
                write(gate, daysLeft, site, deciding.layer(), deciding.record());
            }
        }
    }

    private static void write(
            MeasurementColumn gate, MeasurementColumn daysLeft, int site, MoratoriumLayer layer, int record) {
        Verdict verdict = layer.verdict(record);
        double answer = verdict.answer() == GateAnswer.FAIL ? FAIL : CONDITIONAL;
        gate.set(site, answer, layer.evidence(), layer.layer(), record);
        if (verdict.longestDaysLeft() == DayWindow.FOREVER) {
            daysLeft.setUnknown(site, UnknownReason.DATE_UNCERTAIN, layer.layer(), record);
        } else {
            daysLeft.setInterval(
                    site,
                    Math.min(MoratoriumModule.LONGEST_DAYS, verdict.shortestDaysLeft()),
                    Math.min(MoratoriumModule.LONGEST_DAYS, verdict.longestDaysLeft()),
                    layer.evidence(),
                    layer.layer(),
                    record);
        }
    }

    private void writeSilence(
            MeasurementColumn gate,
            MeasurementColumn daysLeft,
            int site,
            double longitude,
            double latitude,
            LastEnded last) {
        for (int i = 0; i < layers.size(); i++) {
            MoratoriumLayer layer = layers.get(i);
            int record = layer.checkedNone().first(longitude, latitude);
            if (record >= 0) {
                gate.set(site, PASS, layer.layer().evidenceClass(), layer.layer(), record);
                daysLeft.set(site, 0, layer.evidence(), layer.layer(), record);
                return;
            }
        }
        if (parameters.silencePasses()) {
            gate.set(site, PASS, EvidenceClass.FALLBACK);
            daysLeft.set(site, 0, EvidenceClass.FALLBACK);
            return;
        }
        last.clear();
        for (int i = 0; i < layers.size(); i++) {
            last.from(layers.get(i), longitude, latitude);
        }
        MoratoriumLayer layer = last.layer();
        if (layer == null) {
            gate.setUnknown(site, UnknownReason.NOT_CHECKED);
            daysLeft.setUnknown(site, UnknownReason.NOT_CHECKED);
        } else {
            gate.setUnknown(site, UnknownReason.ENDED, layer.layer(), last.record());
            daysLeft.setUnknown(site, UnknownReason.ENDED, layer.layer(), last.record());
        }
    }
}
