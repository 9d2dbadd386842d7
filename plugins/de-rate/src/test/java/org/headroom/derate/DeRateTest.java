package org.headroom.derate;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import org.headroom.model.Criterion;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemorySites;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 280 MW are asked for; figures by hand. */
class DeRateTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // published, condition, firm, load ahead, published is net of it, right -> effective, firm,
                // curtailable, lever
                "200, -, -, 20..50, NO, 0..0, 150..180, 150..180, 0..130, SMALLER_REQUEST",
                "200, -, -, 20..50, NO, 100..100, 150..180, 250..280, 0..30, PART_ON_RIGHT",
                "200, -, -, 20..50, UNKNOWN, 0..0, 150..200, 150..200, 0..130, SMALLER_REQUEST",
                "200, -, -, 20..50, YES, 0..0, 200..200, 200..200, 0..80, SMALLER_REQUEST",
                "200, -, -, -, NO, 0..0, 0..200, 0..200, -, SMALLER_REQUEST",
                "200, -, 500, 0..0, NO, 0..0, 200..200, 200..200, 0..80, SMALLER_REQUEST",
                "-, -, 500, 20..50, YES, 0..0, 450..480, 280..280, 0..0, NONE_NEEDED",
                "30, -, -, 20..50, NO, 0..0, 0..10, 0..10, -, SMALLER_REQUEST",
                "200, 0, -, 0..0, NO, 0..0, 200..200, 200..200, 0..80, SMALLER_REQUEST",
                "200, 2, -, 0..0, NO, 0..0, 200..200, 0..0, 200..200, ACCEPT_CURTAILMENT",
                "200, 2, -, 0..0, NO, 60..60, 200..200, 60..60, 200..200, ACCEPT_CURTAILMENT",
                "-, -, -, 0..0, NO, 0..0, -, -, -, -",
                "-, -, -, 0..0, NO, 120..120, -, 120..280, 0..160, PART_ON_RIGHT",
                "-, -, -, 0..0, NO, 400..750, -, 280..280, 0..0, NONE_NEEDED",
                "-, -, -, 0..0, NO, -, -, -, -, -",
            })
    void whatIsAskedIsSplit(
            String published,
            String condition,
            String firmHeadroom,
            String ahead,
            String net,
            String right,
            String effective,
            String firm,
            String curtailable,
            String lever) {
        MemorySites.Builder site = MemorySites.builder().greenfield("s", 0, 0);
        measured(site, "publishedHeadroomMw", published);
        measured(site, "publishedHeadroomCondition", condition);
        measured(site, "firmHeadroomMw", firmHeadroom);
        measured(site, "expectedLoadMw", ahead);
        measured(site, "usableRightMw", right);
        MeasurementBlock out = measure(TestParameters.context(net), site.build());
        assertThat(text(out, "effectiveHeadroomMw")).isEqualTo(effective);
        assertThat(text(out, "firmMw")).isEqualTo(firm);
        assertThat(text(out, "curtailableMw")).isEqualTo(curtailable);
        assertThat(lever(out)).isEqualTo(lever);
    }

    /** It is the area's: nobody says that the lines to the site carry it, so it raises the upper end of what may be curtailed, and nothing else. */
    @Test
    void theFlexibleHeadroomOfTheAreaMayBeThere() {
        MemorySites.Builder site = MemorySites.builder().greenfield("s", 5, 5);
        measured(site, "usableRightMw", "0..0");
        measured(site, "publishedHeadroomMw", "100");
        measured(site, "expectedLoadMw", "0..0");
        measured(site, "flexibleHeadroomMw", "150..400");
        MeasurementBlock out = measure(TestParameters.context("NO"), site.build());
        assertThat(text(out, "firmMw")).isEqualTo("100..100");
        assertThat(text(out, "curtailableMw")).isEqualTo("0..180");
        assertThat(lever(out)).isEqualTo("ACCEPT_CURTAILMENT");
    }

    /** A node that carries the load stands in the site's own area, or may: then it is no matter of the voltage. */
    @ParameterizedTest
    @CsvSource({"30..30, NEXT_VOLTAGE", "0..0, ", "0..45, "})
    void nodesOfTooLowAVoltageAskForTheNextOne(String distance, String expected) {
        MemorySites.Builder site = MemorySites.builder().greenfield("s", 0, 0);
        measured(site, "nominalVoltageKv", "69");
        measured(site, "distanceToInterconnectionKm", distance);
        measured(site, "usableRightMw", "0");
        MemorySites sites = site.build();
        MeasurementColumn none = new MeasurementColumn(1);
        none.setUnknown(0, UnknownReason.NO_RECORD_IN_REACH);
        SiteBlock block = (SiteBlock) Proxy.newProxyInstance(
                SiteBlock.class.getClassLoader(), new Class<?>[] {SiteBlock.class}, (proxy, method, given) -> {
                    boolean isPublished = method.getName().equals("measured") && given[0].equals("publishedHeadroomMw");
                    return isPublished ? none : method.invoke(sites, given);
                });
        assertThat(lever(measure(TestParameters.context("NO"), block))).isEqualTo(expected);
    }

    private static MeasurementBlock measure(MemoryContext.Builder context, SiteBlock site) {
        MeasurementBlock block = new MeasurementBlock(
                DeRateCriteria.ALL.stream().map(Criterion::id).toList(), 1);
        new DeRateModule().bind(context.build()).measure(site, block);
        return block;
    }

    private static void measured(MemorySites.Builder site, String criterion, String bounds) {
        if (bounds != null) {
            String[] ends = bounds.split("\\.\\.");
            site.measured(criterion, Double.parseDouble(ends[0]), Double.parseDouble(ends[ends.length - 1]));
        }
    }

    private static String text(MeasurementBlock out, String criterion) {
        MeasurementColumn column = out.column(criterion);
        return column.isKnown(0) ? Math.round(column.lower(0)) + ".." + Math.round(column.upper(0)) : null;
    }

    private static String lever(MeasurementBlock out) {
        MeasurementColumn column = out.column("deRateLever");
        return column.isKnown(0) ? Lever.LABELS.get((int) column.lower(0)) : null;
    }
}
