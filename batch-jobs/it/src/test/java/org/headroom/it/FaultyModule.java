package org.headroom.it;

import java.nio.file.Path;

/** A plugin that a test writes, compiles and drops in: one criterion, measured by the lines that the test gives. */
final class FaultyModule {
    private static final String SOURCE = """
            package faulty;

            import java.util.List;
            import org.headroom.model.Criterion;
            import org.headroom.model.Direction;
            import org.headroom.model.EvidenceClass;
            import org.headroom.spi.*;

            public final class Faulty implements ScoringModule {
                @Override
                public String id() {
                    return "faulty";
                }

                @Override
                public List<Criterion> criteria() {
                    return List.of(Criterion.number(
                            "faultyHours", "Faulty", "h", Direction.HIGHER_IS_BETTER, 0, 24, "Nothing", "None"));
                }

                @Override
                public Measurer bind(ModuleContext context) {
                    %s
                    return Faulty::measure;
                }

                private static void measure(SiteBlock sites, MeasurementBlock out) {
                    MeasurementColumn column = out.column("faultyHours");
                    for (int site = 0; site < sites.size(); site++) {
                        %s
                    }
                }

                // Takes no processor from the tests beside it, and does not end when it is interrupted.
                private static void hang() {
                    while (true) {
                        try {
                            Thread.sleep(60_000);
                        } catch (InterruptedException e) {
                            continue;
                        }
                    }
                }
            }
            """;

    private FaultyModule() {}

    /**
     * Makes {@code plugins/faulty/faulty.jar}.
     *
     * @param home the folder that is HEADROOM_HOME
     * @param bind what {@code bind} does first
     * @param measure what is done for each {@code site} of {@code sites} with {@code column}
     */
    static void drop(Path home, String bind, String measure) {
        DroppedModule.drop(home, "faulty", "Faulty", String.format(SOURCE, bind, measure));
    }
}
