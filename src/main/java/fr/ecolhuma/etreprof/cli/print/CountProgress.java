package fr.ecolhuma.etreprof.cli.print;

import fr.ecolhuma.etreprof.classification.batch.BatchClassifier;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Counts the texts done, of an unknown number: a counter on a terminal, and one plain line at the end. */
public final class CountProgress implements AutoCloseable {

    private static final int UNKNOWN = -1;

    private final PrintWriter lines;
    private final @Nullable ProgressBar bar;
    private long done;
    private long refused;

    private CountProgress(PrintWriter lines, @Nullable ProgressBar bar) {
        this.lines = lines;
        this.bar = bar;
    }

    public static CountProgress on(String task, PrintWriter lines) {
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        return new CountProgress(
                lines,
                terminal
                        ? new ProgressBarBuilder()
                                .setTaskName(task)
                                .setInitialMax(UNKNOWN)
                                .build()
                        : null);
    }

    /** Shows how many texts of the present file are done. */
    public void at(long count) {
        if (bar != null) {
            bar.stepTo(done + count);
        }
    }

    /** Counts a file that is done. */
    public void count(BatchClassifier.Tally tally) {
        done += tally.lines();
        refused += tally.refused();
        at(0);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
        if (done > 0) {
            lines.printf(Locale.ROOT, "%,d %s, %,d of them refused%n", done, done == 1 ? "text" : "texts", refused);
            lines.flush();
        }
    }
}
