package org.headroom.runs.values;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.headroom.columns.TextBlock;
import org.headroom.model.SiteAttributes;
import org.headroom.rules.vocabulary.FieldMeaning;
import org.headroom.rules.vocabulary.SiteField;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.runs.store.SiteStore;

/**
 * The values that the sites of a published run have, from the columns that lie in it. Reads them block by block when somebody asks. Not safe for
 * several threads.
 */
public final class SeenValues implements AutoCloseable {
    private static final int BLOCK = 1 << 16;
    private static final int SHOWN = 12;
    private static final int EXAMPLES = 3;
    private static final String SITE_ID = "siteId";
    private static final String NAME = "name";

    private final PublishedRun run;
    private final ExplanationFiles files;
    private final SiteStore sites;

    /** Opens a run, which is not changed. */
    public SeenValues(PublishedRun run) {
        this.run = run;
        files = run.explanationFiles();
        sites = new SiteStore(files.sites());
    }

    /** The run. */
    public PublishedRun run() {
        return run;
    }

    /** What was seen in a field; empty when the run has not measured it. */
    public Optional<SeenField> of(FieldMeaning field) {
        if (!field.module().isEmpty()) {
            Path file = files.measurementFile(field.name());
            return Files.isRegularFile(file) ? Optional.of(measured(field, file)) : Optional.empty();
        }
        if (field.kind() == SiteField.Kind.NUMBER) {
            Numbers numbers = new Numbers();
            double[] values = new double[Math.min(BLOCK, sites.size())];
            for (int first = 0; first < sites.size(); first += BLOCK) {
                int count = Math.min(BLOCK, sites.size() - first);
                sites.readNumbers(field.name(), first, count, values);
                numbers.add(values, values, count);
            }
            return Optional.of(numbers.seen(field.name()));
        }
        return SiteAttributes.find(field.name()).map(attribute -> texts(field.name()));
    }

    /**
     * Whether some site has a text in an attribute.
     *
     * @param attribute a text attribute
     */
    public boolean has(String attribute, String text) {
        if (attribute.equals(SITE_ID)) {
            return sites.find(text) >= 0;
        }
        if (!attribute.equals(NAME)) {
            return sites.words(attribute).contains(text);
        }
        for (int first = 0; first < sites.size(); first += BLOCK) {
            if (sites.names(first, Math.min(BLOCK, sites.size() - first)).find(text) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The different texts that sites have in an attribute; none for ids and names, of which there are as many as sites. */
    public List<String> words(String attribute) {
        return isOwnText(attribute) ? List.of() : sites.words(attribute);
    }

    private static boolean isOwnText(String attribute) {
        return attribute.equals(SITE_ID) || attribute.equals(NAME);
    }

    private SeenField measured(FieldMeaning field, Path file) {
        Numbers numbers = new Numbers();
        int[] labels = new int[field.words().size()];
        int size = Math.min(BLOCK, sites.size());
        double[] lower = new double[size];
        double[] upper = new double[size];
        try (MeasurementFile measurements = MeasurementFile.openForReading(file, sites.size())) {
            for (int first = 0; first < sites.size(); first += BLOCK) {
                int count = Math.min(BLOCK, sites.size() - first);
                measurements.readBounds(first, count, lower, upper);
                numbers.add(lower, upper, count);
                for (int i = 0; i < count && labels.length > 0; i++) {
                    if (lower[i] == upper[i] && lower[i] >= 0 && lower[i] < labels.length) {
                        labels[(int) lower[i]]++;
                    }
                }
            }
        }
        return labels.length == 0
                ? numbers.seen(field.name())
                : counted(field.name(), numbers.known, field.words(), labels);
    }

    private SeenField texts(String name) {
        return isOwnText(name) ? examples(name) : words(name, sites.words(name));
    }

    private SeenField words(String name, List<String> words) {
        int[] counts = new int[words.size()];
        int known = 0;
        int[] numbers = new int[Math.min(BLOCK, sites.size())];
        for (int first = 0; first < sites.size(); first += BLOCK) {
            int count = Math.min(BLOCK, sites.size() - first);
            sites.readWords(name, first, count, numbers);
            for (int i = 0; i < count; i++) {
                if (numbers[i] >= 0 && numbers[i] < counts.length) {
                    counts[numbers[i]]++;
                    known++;
                }
            }
        }
        return counted(name, known, words, counts);
    }

    private SeenField counted(String name, int known, List<String> words, int[] counts) {
        List<SeenField.Word> seen = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                seen.add(new SeenField.Word(words.get(i), counts[i]));
            }
        }
        seen.sort(Comparator.comparingInt(SeenField.Word::sites).reversed().thenComparing(SeenField.Word::text));
        return new SeenField(
                name,
                sites.size(),
                known,
                Double.NaN,
                Double.NaN,
                seen.subList(0, Math.min(SHOWN, seen.size())),
                seen.size());
    }

    private SeenField examples(String name) {
        List<SeenField.Word> first = new ArrayList<>();
        int known = 0;
        for (int from = 0; from < sites.size(); from += BLOCK) {
            int count = Math.min(BLOCK, sites.size() - from);
            TextBlock texts = name.equals(SITE_ID) ? sites.ids(from, count) : sites.names(from, count);
            for (int i = 0; i < count; i++) {
                String text = texts.get(i);
                if (text != null) {
                    known++;
                    if (first.size() < EXAMPLES) {
                        first.add(new SeenField.Word(text, 1));
                    }
                }
            }
        }
        return new SeenField(name, sites.size(), known, Double.NaN, Double.NaN, first, 0);
    }

    @Override
    public void close() {
        sites.close();
    }

    private final class Numbers {
        private int known;
        private double least = Double.NaN;
        private double greatest = Double.NaN;

        void add(double[] lower, double[] upper, int count) {
            for (int i = 0; i < count; i++) {
                if (!Double.isNaN(lower[i])) {
                    known++;
                    least = least <= lower[i] ? least : lower[i];
                    greatest = greatest >= upper[i] ? greatest : upper[i];
                }
            }
        }

        SeenField seen(String name) {
            return new SeenField(name, sites.size(), known, least, greatest, List.of(), 0);
        }
    }
}
