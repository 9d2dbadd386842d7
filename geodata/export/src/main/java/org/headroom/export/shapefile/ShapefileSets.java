package org.headroom.export.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.headroom.export.RankedTable;
import org.headroom.export.WrittenFile;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of a table to as many sets of files as they need, going through the windows once. What was written is deleted by
 * {@link #close} when not everything was.
 */
final class ShapefileSets implements Closeable {
    private final ShapefilePlan plan;
    private final int threads;
    private final List<RowBlock> buffers = new ArrayList<>();
    private final ExecutorService helpers;
    private final List<WrittenFile> written = new ArrayList<>();
    private final List<Path> begun = new ArrayList<>();
    private @Nullable ShapefileSet open;
    private boolean done;

    ShapefileSets(ShapefilePlan plan, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("a shapefile cannot be written by " + threads + " threads");
        }
        this.plan = plan;
        this.threads = threads;
        // One more a thread, so that nobody waits while another digests.
        for (int i = 0; i < (threads == 1 ? 1 : 2 * threads); i++) {
            buffers.add(new RowBlock(plan.blockRows(), plan.dbf().recordLength()));
        }
        helpers = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "shapefile");
            thread.setDaemon(true);
            return thread;
        });
    }

    List<WrittenFile> write() throws IOException {
        RankedTable table = plan.points().table();
        ShapefileSet set = begin(0);
        for (int from = 0; from < table.rows(); ) {
            int to = table.load(from);
            while (from < to) {
                if (from == set.end()) {
                    written.addAll(set.finish());
                    set.close();
                    set = begin(from);
                }
                int end = Math.min(to, set.end());
                BlockRun.run(from, end, plan.blockRows(), buffers, threads, helpers, set);
                from = end;
            }
        }
        written.addAll(set.finish());
        done = true;
        return written;
    }

    private ShapefileSet begin(int first) throws IOException {
        ShapefileSet.EXTENSIONS.forEach(extension -> begun.add(plan.file(first, extension)));
        ShapefileSet set = new ShapefileSet(plan, first, helpers);
        open = set;
        return set;
    }

    @Override
    public void close() throws IOException {
        helpers.shutdownNow();
        if (open != null) {
            open.close();
        }
        if (!done) {
            // Half a shapefile opens in a GIS as if it were whole.
            for (Path file : begun) {
                Files.deleteIfExists(file);
            }
        }
    }
}
