package org.headroom.cli.show;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.headroom.cli.frame.Surroundings;
import org.headroom.jobs.step.Progress;
import org.jspecify.annotations.Nullable;

/** Draws how far a run is on the error stream when that is a terminal, one bar a step; else does nothing. For one thread. */
public final class ProgressLine implements AutoCloseable {
    private static final int WIDTH = 100;
    private static final int REDRAW_MS = 250;

    private final Surroundings surroundings;
    private String step = "";
    private @Nullable ProgressBar bar;

    /** A line that shows nothing yet. */
    public ProgressLine(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Shows this state. */
    public void show(Progress progress) {
        if (!surroundings.mayShowProgress() || progress.step().isEmpty()) {
            return;
        }
        if (!progress.step().equals(step)) {
            close();
            step = progress.step();
            bar = newBar(step, progress.total());
        }
        ProgressBar shown = bar;
        if (shown != null) {
            shown.stepTo(Math.min(progress.done(), progress.total()));
        }
    }

    private ProgressBar newBar(String title, long total) {
        // The bar is drawn by a thread of its own, so it gets a stream of its own, without a buffer to share.
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new ProgressBarBuilder()
                .setTaskName(title)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW_MS)
                .setConsumer(new ConsoleProgressBarConsumer(
                        err, surroundings.columns().orElse(WIDTH)))
                .build();
    }

    @Override
    public void close() {
        ProgressBar shown = bar;
        if (shown != null) {
            shown.close();
            bar = null;
        }
    }
}
