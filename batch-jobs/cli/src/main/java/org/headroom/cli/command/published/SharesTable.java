package org.headroom.cli.command.published;

import java.io.PrintWriter;
import java.util.Locale;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.show.Table;
import org.headroom.runs.variance.VarianceShares;
import org.jspecify.annotations.Nullable;

/** Prints by how much each weight tells the sites of a run apart. */
final class SharesTable {
    private SharesTable() {}

    static void print(Surroundings surroundings, VarianceShares shares) {
        Table table = new Table("MODULE, CRITERION", ">WEIGHT", ">SHARE", ">KNOWN");
        for (VarianceShares.Family family : shares.families()) {
            table.add(family.module(), number(family.weight()), number(family.share()), Long.toString(family.known()));
            for (VarianceShares.Line line : family.criteria()) {
                table.add(
                        "  " + line.criterion(),
                        number(line.weight()),
                        number(line.share()),
                        Long.toString(line.known()));
            }
        }
        table.print(surroundings);
        PrintWriter out = surroundings.out();
        out.println("SHARE is cov(points, sum of points) / var(sum of points) over " + shares.sites()
                + " ranked sites; the standard deviation of the sum is " + number(shares.standardDeviation())
                + " points.");
        shares.small()
                .forEach(family -> out.println(family.module() + " has a weight of " + number(family.weight())
                        + " and a share of " + number(family.share()) + ": "
                        + (family.reason().isEmpty()
                                ? "no reason given. Write it as \"spread\" in its table of the policy's criteria."
                                : family.reason())));
    }

    private static String number(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }
}
