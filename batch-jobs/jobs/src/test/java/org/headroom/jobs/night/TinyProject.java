package org.headroom.jobs.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.headroom.runs.folder.RunRequest;
import org.headroom.runs.folder.WorkFolder;

/** A project of a handful of sites, by a policy of one criterion and one gate, written to a folder. */
final class TinyProject {
    private final Path folder;

    TinyProject(Path folder) {
        this.folder = folder;
        write("headroom.yaml", """
                project: tiny
                dataFolder: data
                policy: policy
                request: {sector: data_center, loadMw: 100}
                layers: [layers/*.layer.yaml]
                candidates:
                  - {layer: lots, origin: GREENFIELD}
                """);
        write("layers/lots.layer.yaml", """
                layer: lots
                kind: candidate
                source: {file: lots.csv, format: csv, publisher: test, licence: Apache-2.0, asOf: 2026-01-01, evidence: REPORTED}
                geometry: {columns: {longitude: lon, latitude: lat}}
                id: id
                fields: {siteId: id, name: name}
                badRecords: {limitFraction: 1}
                """);
        write("data/lots.csv", """
                id,name,lon,lat
                b,Beta,-100,40
                a,Alpha,-100,40
                north,Far north,-100,80
                south,South,-100,10
                east,East,100,40
                lost,Nowhere,,
                a,Alpha again,-99,41
                """);
        write("policy/policy.yaml", """
                policy: tiny
                version: 1.0.0
                title: Tiny
                rankBy: LOWER_BOUND
                score: {minimum: 0, maximum: 100}
                """);
        write("policy/criteria/north.yaml", """
                module: north
                criteria:
                  - criterion: northDeg
                    weight: 1
                    value: {piecewiseLinear: [[0, 0], [90, 1]]}
                    reasoning: made up for a test
                    source: test
                """);
        times(2);
        write("policy/drl/rules.drl", """
                package headroom.policy;
                import org.headroom.rules.Site;

                rule "too far north" @gate(north) @source("test")
                when
                    $s: Site(northDeg > 70)
                then
                    $s.exclude("POLAR", "beyond 70 degrees");
                end
                """);
    }

    TinyProject write(String path, String text) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(folder.resolve(path), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets the parameter of {@link TimesNorthModule}. */
    TinyProject times(int times) {
        return write("policy/parameters/times.yaml", """
                module: a-times-north
                parameters:
                  - {parameter: times, value: %d, asOf: 2026, source: test}
                """.formatted(times));
    }

    Path out() {
        return folder.resolve("out");
    }

    /** A new run, with two sites in a block. */
    WorkFolder newRun() {
        return WorkFolder.create(new RunRequest(
                folder.resolve("headroom.yaml"), out(), "2026-06-01", 2, folder.resolve("plugins"), false, 2, null));
    }
}
