package org.headroom.ledger;

import com.fasterxml.jackson.core.io.NumberOutput;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Every site that moved, is new or is gone, by its rank; behind them those that are gone: the content of {@code changes.csv}, with one row a site
 * and term. Made while it is read, so that memory does not grow with it.
 */
public final class ChangesTable {
    private static final int BUFFER = 1 << 16;

    private final Ledger ledger;
    private final Moves moves;
    private final int most;

    /** Over the ledger of some changes: every move. */
    public ChangesTable(ChangesMaker changes, Ledger ledger) {
        this(changes, ledger, Integer.MAX_VALUE);
    }

    /**
     * Over the ledger of some changes.
     *
     * @param most only the sites that either run has among its first so many are told
     */
    public ChangesTable(ChangesMaker changes, Ledger ledger, int most) {
        this.ledger = ledger;
        this.moves = changes.moves();
        this.most = most;
    }

    /**
     * Hands out the moves one by one; what fills a table with a row a site takes {@link Move#main} of each.
     *
     * @param action is given each move once
     */
    public void forEach(Consumer<Move> action) {
        int[] places = ledger.after().places();
        int[] placesBefore = ledger.before().places();
        int[] earlier = ledger.match().earlier();
        for (int site : inOrder(places, site -> {
            int then = earlier[site];
            boolean isTold = places[site] < most || (then >= 0 && placesBefore[then] < most);
            return isTold && (then < 0 || moves.isMoved(site));
        })) {
            action.accept(moves.of(site, moves.texts().isSmall()));
        }
        int[] later = ledger.match().later();
        for (int site : inOrder(placesBefore, site -> later[site] < 0 && placesBefore[site] < most)) {
            action.accept(moves.ofGone(site));
        }
    }

    /** The sites that are told, by their places. */
    private static int[] inOrder(int[] places, IntPredicate isTold) {
        long[] keys = new long[1024];
        int size = 0;
        for (int site = 0; site < places.length; site++) {
            if (isTold.test(site)) {
                if (size == keys.length) {
                    keys = Arrays.copyOf(keys, 2 * size);
                }
                keys[size++] = (long) places[site] << Integer.SIZE | site;
            }
        }
        Arrays.sort(keys, 0, size);
        return Arrays.stream(keys, 0, size).mapToInt(key -> (int) key).toArray();
    }

    /** Writes the table as CSV in UTF-8. */
    public void write(Path file) {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the table as CSV; does not close the writer. */
    public void write(Writer out) {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(BUFFER)
                .build(out);
        csv.writeRecord(
                "site",
                "name",
                "rankFrom",
                "rankTo",
                "scoreFrom",
                "scoreTo",
                "cause",
                "of",
                "score",
                "ranks",
                "records",
                "text");
        forEach(move -> {
            String[] row = new String[12];
            row[0] = move.site();
            row[1] = move.name();
            row[2] = text(move.rankFrom());
            row[3] = text(move.rankTo());
            row[4] = text(move.scoreFrom());
            row[5] = text(move.scoreTo());
            for (Move.Term term : move.terms()) {
                row[6] = term.cause();
                row[7] = term.of();
                row[8] = text(term.score());
                row[9] = text(term.ranks());
                row[10] = String.join("; ", term.records());
                row[11] = term.text();
                csv.writeRecord(row);
            }
        });
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(@Nullable Object figure) {
        if (figure instanceof Double number) {
            // The digits of Double.toString changed in JDK 19; these are the same on every JDK.
            return NumberOutput.toString(number, true);
        }
        return figure == null ? "" : figure.toString();
    }
}
