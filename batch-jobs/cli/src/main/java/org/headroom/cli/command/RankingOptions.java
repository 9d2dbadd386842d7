package org.headroom.cli.command;

import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.night.NightJob;
import org.headroom.cli.night.RankingPrinter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the commands that end with a ranking. */
public final class RankingOptions {
    @Option(
            names = {"-n", "--top"},
            paramLabel = "N",
            defaultValue = "10",
            description = "How many sites to print. Default: 10")
    private int top;

    @Option(names = "--strict", description = "Exit with 4 when records of the input were skipped.")
    private boolean strict;

    @Mixin
    private JsonOption json = new JsonOption();

    boolean isJson() {
        return json.wanted;
    }

    NightJob.RunReport report(Surroundings surroundings) {
        return new RankingPrinter(surroundings, top, strict, json.wanted);
    }
}
