package org.headroom.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Edits of a {@link TinyPolicy} at random that need no rule to be compiled anew. */
public final class TinyEdits {
    private TinyEdits() {}

    /** Writes a policy with other weights, anchors and settings; criteria and parameters stay. */
    public static TinyPolicy write(Path folder, SplittableRandom random) {
        double[] weights = random.doubles(4).toArray();
        double sum = weights[0] + weights[1] + weights[2] + weights[3];
        String rankBy = List.of("LOWER_BOUND", "UPPER_BOUND", "MIDDLE").get(random.nextInt(3));
        double far = random.nextInt(11, 90);
        String[] shares = random.doubles(4).sorted().mapToObj(TinyEdits::text).toArray(String[]::new);
        return TinyPolicy.write(folder)
                .edit(TinyPolicy.GRID, text -> text.replace("weight: 0.4\n", "weight: " + text(weights[0] / sum) + "\n")
                        .replace("weight: 0.2\n", "weight: " + text(weights[1] / sum) + "\n")
                        .replace("[10, 0.5], [60, 0]", "[10, " + shares[1] + "], [" + far + ", 0]")
                        .replace("[69, 0.4], [138, 0.8]", "[69, " + shares[0] + "], [138, " + shares[2] + "]"))
                .edit(TinyPolicy.REST, text -> text.replace("weight: 0.3\n", "weight: " + text(weights[2] / sum) + "\n")
                        .replace("zeroAt: 200", "zeroAt: " + random.nextInt(111, 300)))
                .edit(TinyPolicy.LAW, text -> text.replace("weight: 0.1\n", "weight: " + text(weights[3] / sum) + "\n")
                        .replace("CONDITIONAL: 0.4", "CONDITIONAL: " + shares[3]))
                .edit(TinyPolicy.SETTINGS, text -> text.replace("version: 1.0.0", "version: 1.0.1")
                        .replace("LOWER_BOUND", rankBy)
                        .replace("minimum: 0", "minimum: " + random.nextInt(40)));
    }

    private static String text(double share) {
        return String.format(Locale.ROOT, "%.15f", share);
    }
}
