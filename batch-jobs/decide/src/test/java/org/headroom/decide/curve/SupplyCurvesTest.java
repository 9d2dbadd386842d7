package org.headroom.decide.curve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.headroom.decide.MadeUpRun;
import org.headroom.runs.ExplanationFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupplyCurvesTest {
    @TempDir
    private Path folder;

    private final MadeUpRun made = new MadeUpRun();

    private List<String> lines() throws IOException {
        ExplanationFiles files = made.publish(folder.resolve("run")).explanationFiles();
        Path file = folder.resolve(SupplyCurves.FILE);
        SupplyCurves.write(files, files, MadeUpRun.REQUESTED_MW, file);
        return Files.readAllLines(file);
    }

    @Test
    void nodesAndZonesGiveNoMoreThanTheyHave() throws IOException {
        made.zone("z1", "Z").zone("z2", "Z");
        made.site("a", 90).node("sub", 150, 250);
        made.site("b", 80).node("sub", 150, 250).in("OH");
        made.site("c", 70).node("z1", 120).in("OH");
        made.site("d", 60).node("z2", 120).in("OH");
        made.site("e", 50);
        made.site("f", 40).right(30, 130).in("OH");
        made.site("g", 0).node("rich", 1000);
        assertThat(lines())
                .containsExactly(
                        "scope,by,unit,value,sitesLow,sitesHigh,mwLow,mwHigh",
                        "ALL,score,points,90,1,1,100,100",
                        "ALL,score,points,80,2,2,150,200",
                        "ALL,score,points,70,3,3,250,300",
                        "ALL,score,points,60,4,4,270,320",
                        "ALL,score,points,50,5,5,270,420",
                        "ALL,score,points,40,6,6,300,520",
                        "OH,score,points,80,1,1,50,100",
                        "OH,score,points,70,2,2,150,200",
                        "OH,score,points,60,3,3,170,220",
                        "OH,score,points,40,4,4,200,320",
                        "TX,score,points,90,1,1,100,100",
                        "TX,score,points,50,2,2,100,200");
    }

    @Test
    void monthsHaveTwoEndsAndSitesOfUnknownOnesStandApart() throws IOException {
        made.site("a", 90).node("x", 100).with("timeToPowerMonthsP50", 12, 30);
        made.site("b", 80).node("y", 100).with("timeToPowerMonthsP50", 20, 20);
        made.site("c", 70).node("z", 100);
        assertThat(lines().stream().filter(line -> line.startsWith("ALL,time")))
                .containsExactly(
                        "ALL,timeToPowerMonthsP50,months,12,0,1,0,100",
                        "ALL,timeToPowerMonthsP50,months,20,1,2,100,200",
                        "ALL,timeToPowerMonthsP50,months,30,2,2,200,200",
                        "ALL,timeToPowerMonthsP50,months,,0,1,0,100");
    }
}
