package org.headroom.report.data;

import java.util.Set;
import org.headroom.report.area.QuantisedShapes;
import org.headroom.report.area.Quantiser;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.RunColumns;
import org.headroom.runs.store.SiteStore;
import org.jspecify.annotations.Nullable;

/** Takes the areas of the sites of a run from the layers that they came from, small enough for a page. */
public final class Shapes {
    private Shapes() {}

    /**
     * The areas.
     *
     * @param areas gives the area of a record by the place of its layer in the project
     * @return null when no site has an area, or there are more than {@link RunInput#FEW}
     */
    public static @Nullable QuantisedShapes of(ExplanationFiles files, SiteStore.AreaLookup areas) {
        try (RunColumns run = new RunColumns(files, Set.of())) {
            int count = run.size();
            if (count > RunInput.FEW) {
                return null;
            }
            int[] siteOf = new int[count];
            run.order().read(0, count, siteOf);
            int[] stateOfSite = new int[count];
            run.sites().readWords("stateCode", 0, count, stateOfSite);
            int[] stateOfRow = new int[count];
            for (int row = 0; row < count; row++) {
                stateOfRow[row] = stateOfSite[siteOf[row]];
            }
            return Quantiser.of(
                    count, row -> run.sites().block(siteOf[row], 1, areas).area(0), stateOfRow);
        }
    }
}
