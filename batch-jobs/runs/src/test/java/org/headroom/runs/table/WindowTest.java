package org.headroom.runs.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.headroom.columns.TextFile;
import org.headroom.columns.TextWriter;
import org.headroom.export.Utf8Source;
import org.headroom.runs.store.OrderFile;

class WindowTest {
    @Property(tries = 50)
    void everyRowShowsItsSiteInWindowsOfAnySize(
            @ForAll @IntRange(min = 1, max = 40_000) int sites,
            @ForAll @IntRange(min = 1, max = 40_000) int windowRows,
            @ForAll @IntRange(min = 1, max = 2) int threads,
            @ForAll long seed)
            throws IOException {
        Path folder = Files.createTempDirectory("window");
        Path orderFile = folder.resolve("order.i32");
        List<Integer> order = new ArrayList<>(IntStream.range(0, sites).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        try (OrderFile.Writer out = new OrderFile.Writer(orderFile);
                TextWriter texts = new TextWriter(folder, "texts")) {
            order.forEach(out::add);
            out.finish();
            for (int site = 0; site < sites; site++) {
                texts.add(site % 7 == 0 ? null : "s" + site);
            }
        }
        try (OrderFile in = OrderFile.open(orderFile);
                TextFile texts = new TextFile(folder, "texts")) {
            Window window = new Window(in, threads);
            NumberColumn numbers = window.hold(new NumberColumn(
                    (first, count, to) -> {
                        for (int i = 0; i < count; i++) {
                            to[i] = first + i + 0.5;
                        }
                    },
                    window));
            CodeColumn codes = window.hold(new CodeColumn(
                    (first, count, to) -> {
                        for (int i = 0; i < count; i++) {
                            to[i] = -first - i;
                        }
                    },
                    window));
            TextColumn names = window.hold(new TextColumn(texts::read, window));
            byte[] bytes = new byte[20];
            for (int from = 0; from < sites; from += windowRows) {
                int to = Math.min(sites, from + windowRows);
                window.load(from, to);
                for (int row = from; row < to; row++) {
                    int site = order.get(row);
                    assertThat(numbers.at(row)).isEqualTo(site + 0.5);
                    assertThat(codes.at(row)).isEqualTo(-site);
                    int length = names.copy(row, bytes, 1);
                    if (site % 7 == 0) {
                        assertThat(length).isEqualTo(Utf8Source.NONE);
                    } else {
                        assertThat(new String(bytes, 1, length, StandardCharsets.UTF_8))
                                .isEqualTo("s" + site);
                    }
                }
            }
        }
        for (String file : List.of("order.i32", "texts.txt", "texts.end")) {
            Files.delete(folder.resolve(file));
        }
        Files.delete(folder);
    }
}
