package org.headroom.feeds;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.headroom.export.BaseName;
import org.headroom.export.FileDraft;
import org.headroom.feeds.line.SiteLines;
import org.headroom.runs.RunColumns;

/**
 * {@code sites.jsonl}: a JSON object a line for each site of a run, in rank order, as {@link SiteLines} makes them. The columns of a run lie in the order of the
 * sites, so the lines are made in that order into a hidden file beside, and then brought into the order of the ranks; kept in memory are the
 * places of the lines, 8 bytes a site.
 */
final class SiteLinesFeed implements RunFeed {
    @Override
    public String id() {
        return "jsonl";
    }

    @Override
    public String file() {
        return "sites.jsonl";
    }

    @Override
    public void write(RunContent run, Path file) {
        Path bySite = file.resolveSibling("." + file.getFileName() + ".sites");
        try (RunColumns columns = new RunColumns(run.files())) {
            long[] starts = writeBySite(run, columns, bySite);
            FileDraft.write(file, out -> copyByRank(columns, bySite, starts, out));
        } catch (IOException e) {
            throw BaseName.cannotWrite(file, e);
        } finally {
            FileDraft.deleteQuietly(bySite);
        }
    }

    private static long[] writeBySite(RunContent run, RunColumns columns, Path bySite) throws IOException {
        long[] starts = new long[columns.size() + 1];
        try (SiteLines lines = new SiteLines(columns, run.files(), run.policy(), run.name(), run.manifest().evaluationDate());
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(bySite))) {
            lines.forEach((site, bytes, length) -> {
                out.write(bytes, 0, length);
                starts[site + 1] = starts[site] + length;
            });
        }
        return starts;
    }

    private static void copyByRank(RunColumns columns, Path bySite, long[] starts, OutputStream out)
            throws IOException {
        int[] site = new int[1];
        ByteBuffer line = ByteBuffer.allocate(1 << 14);
        try (FileChannel lines = FileChannel.open(bySite, StandardOpenOption.READ)) {
            for (int rank = 0; rank < columns.size(); rank++) {
                columns.order().read(rank, 1, site);
                int length = (int) (starts[site[0] + 1] - starts[site[0]]);
                if (line.capacity() < length) {
                    line = ByteBuffer.allocate(2 * length);
                }
                line.clear().limit(length);
                while (line.hasRemaining()) {
                    if (lines.read(line, starts[site[0]] + line.position()) < 0) {
                        throw new IOException(bySite + " ends too early");
                    }
                }
                out.write(line.array(), 0, length);
            }
        }
    }
}
