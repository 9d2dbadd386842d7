package org.headroom.ledger.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.headroom.ledger.cause.Cause;
import org.headroom.ledger.cause.CellCauses;
import org.headroom.ledger.cause.InputChanges;
import org.headroom.ledger.cause.Step;
import org.headroom.ledger.run.LedgerRun;
import org.headroom.model.FieldType;
import org.headroom.model.LayerField;
import org.headroom.model.SiteAttributes;
import org.headroom.runs.store.SiteStore;

/**
 * Where what is said of a site itself (its place and its attributes, but for its name) differs between two runs, and in which step that is
 * replaced: that of the layer that the site comes from, if it is among those that differ; of several that of facilities for a facility, and of several
 * of these the one with a record that differs nearest to it, else the first; else that of the candidates. Not safe for several threads.
 */
final class OwnRows {
    private static final String FACILITY = "facility";
    private static final List<String> PLACE = List.of("longitude", "latitude");

    private final SiteStore before;
    private final SiteStore after;
    private final CellCauses causes;
    private final int stepOfLand;
    private final int[] stepsOfFacilities;
    private final List<String> numbers = new ArrayList<>(PLACE);
    private final Map<String, int[]> words = new HashMap<>();

    OwnRows(SiteStore before, SiteStore after, InputChanges changes, CellCauses causes, LedgerRun run) {
        this.before = before;
        this.after = after;
        this.causes = causes;
        int land = -1;
        IntStream.Builder ofFacilities = IntStream.builder();
        List<Step> steps = changes.steps();
        for (int step = 0; step < steps.size(); step++) {
            String layer = steps.get(step).layer();
            if (steps.get(step).cause() == Cause.DATA && run.sources().contains(layer)) {
                LedgerRun.LayerState state = run.layers().get(layer);
                boolean isOfFacilities = state != null && state.kind().equals(FACILITY);
                if (isOfFacilities) {
                    ofFacilities.add(step);
                } else {
                    land = land < 0 ? step : land;
                }
            }
        }
        int[] facilities = ofFacilities.build().toArray();
        stepsOfFacilities = facilities.length > 0 ? facilities : new int[] {Math.max(0, land)};
        stepOfLand = land >= 0 ? land : stepsOfFacilities[0];
        for (LayerField attribute : SiteAttributes.all()) {
            if (attribute.type() == FieldType.NUMBER) {
                numbers.add(attribute.name());
            } else if (!attribute.name().equals("siteId") && !attribute.name().equals("name")) {
                words.put(attribute.name(), translation(attribute.name()));
            }
        }
    }

    /** The number in the second run of each word of the first one; -2 for a word that it has not. */
    private int[] translation(String attribute) {
        List<String> now = after.words(attribute);
        Map<String, Integer> numbersNow = new HashMap<>();
        for (int i = 0; i < now.size(); i++) {
            numbersNow.put(now.get(i), i);
        }
        return before.words(attribute).stream()
                .mapToInt(word -> numbersNow.getOrDefault(word, -2))
                .toArray();
    }

    /**
     * Finds the step of each site of a block; -1 where nothing differs.
     *
     * @param earlier number of each of these sites in the first run, -1 for a new one
     */
    void find(int first, int count, int[] earlier, short[] steps) {
        Arrays.fill(steps, 0, count, (short) -1);
        boolean[] differs = new boolean[count];
        double[] numbersBefore = new double[count];
        double[] numbersAfter = new double[count];
        for (String attribute : numbers) {
            after.readNumbers(attribute, first, count, numbersAfter);
            Runs.forEach(earlier, count, (row, site, length) -> {
                double[] part = new double[length];
                before.readNumbers(attribute, site, length, part);
                System.arraycopy(part, 0, numbersBefore, row, length);
            });
            for (int i = 0; i < count; i++) {
                differs[i] |= Double.doubleToLongBits(numbersBefore[i]) != Double.doubleToLongBits(numbersAfter[i]);
            }
        }
        int[] wordsBefore = new int[count];
        int[] wordsAfter = new int[count];
        words.forEach((attribute, translation) -> {
            after.readWords(attribute, first, count, wordsAfter);
            Runs.forEach(earlier, count, (row, site, length) -> {
                int[] part = new int[length];
                before.readWords(attribute, site, length, part);
                System.arraycopy(part, 0, wordsBefore, row, length);
            });
            for (int i = 0; i < count; i++) {
                // A new site has no word before.
                if (earlier[i] >= 0) {
                    int then = wordsBefore[i] < 0 ? -1 : translation[wordsBefore[i]];
                    differs[i] |= then != wordsAfter[i];
                }
            }
        });
        int facility = after.words(SiteAttributes.ORIGIN).indexOf("BROWNFIELD");
        after.readWords(SiteAttributes.ORIGIN, first, count, wordsAfter);
        double[] longitudes = new double[count];
        double[] latitudes = new double[count];
        after.readLongitudes(first, count, longitudes);
        after.readLatitudes(first, count, latitudes);
        for (int i = 0; i < count; i++) {
            if (differs[i] && earlier[i] >= 0) {
                steps[i] = (short)
                        (wordsAfter[i] == facility
                                ? causes.nearestStep(stepsOfFacilities, longitudes[i], latitudes[i])
                                : stepOfLand);
            }
        }
    }
}
