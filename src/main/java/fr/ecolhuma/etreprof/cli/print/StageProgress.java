package fr.ecolhuma.etreprof.cli.print;

import fr.ecolhuma.etreprof.recompute.stages.Progress;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Shows the stages of a run: a bar on a terminal, otherwise one plain line per stage. */
public final class StageProgress implements Progress, AutoCloseable {

    private final PrintWriter lines;
    private final @Nullable ProgressBar bar;

    private StageProgress(PrintWriter lines, @Nullable ProgressBar bar) {
        this.lines = lines;
        this.bar = bar;
    }

    public static StageProgress on(PrintWriter lines) {
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        return new StageProgress(
                lines,
                terminal
                        ? new ProgressBarBuilder()
                                .setTaskName("recompute")
                                .setInitialMax(Progress.Stage.DONE.percent())
                                .build()
                        : null);
    }

    @Override
    public void stage(Progress.Stage stage) {
        if (bar == null) {
            lines.println(stage.label());
            lines.flush();
            return;
        }
        bar.stepTo(stage.percent());
        bar.setExtraMessage(stage.label());
    }

    @Override
    public void rows(long read) {
        String line = String.format(Locale.ROOT, "%,d rows read", read);
        if (bar == null) {
            lines.println(line);
            lines.flush();
        } else {
            bar.setExtraMessage(line);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
