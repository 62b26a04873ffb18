package fr.ecolhuma.etreprof.recompute.jobs;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the end of each run in one line, whose level says whether an operator has to act. */
final class RunLog {

    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

    private RunLog() {}

    /** @param failure what the run threw, or null */
    static void write(RunEnd end, @Nullable RuntimeException failure) {
        switch (end.state()) {
            case PUBLISHED, KEPT -> LOG.info("{}", made(end));
            case REJECTED -> LOG.warn("{}", without(end, "refused"));
            case CANCELLED -> LOG.info("{}", without(end, "cancelled"));
            case FAILED, QUEUED, RUNNING, CANCELLING -> failed(end, failure);
        }
    }

    private static void failed(RunEnd end, @Nullable RuntimeException failure) {
        if (failure == null || Failures.isExplained(failure)) {
            LOG.error("{}; the old model stays live", without(end, "failed"));
        } else {
            LOG.error(
                    "recompute {} failed after {} ms for an unforeseen reason; the old model stays live",
                    end.job(),
                    end.durationMs(),
                    failure);
        }
    }

    private static String without(RunEnd end, String verb) {
        return "recompute %s %s after %d ms: %s".formatted(end.job(), verb, end.durationMs(), end.reason());
    }

    private static String made(RunEnd end) {
        return "recompute %s by %s %s: version %s, previous %s, rows read %d, kept %d, rejected %d, columns not understood: %s, moved users %d, gates watched: %s%s, %d ms"
                .formatted(
                        end.job(),
                        end.by(),
                        end.dryRun() ? "kept as a candidate" : "published",
                        end.modelVersion(),
                        end.previousModelVersion() == null ? "none" : end.previousModelVersion(),
                        end.rowsRead(),
                        end.rowsKept(),
                        end.rowsRejected(),
                        listed(end.columnsNotUnderstood().stream()
                                .map(column -> "%s.%s (%d of %d cells)"
                                        .formatted(column.export(), column.column(), column.cells(), column.filled()))
                                .toList()),
                        end.movedUsers(),
                        listed(end.gatesWatched()),
                        end.gatesRefusing().isEmpty() ? "" : ", gates that refuse: " + listed(end.gatesRefusing()),
                        end.durationMs());
    }

    private static String listed(List<?> all) {
        return all.isEmpty() ? "none" : all.stream().map(String::valueOf).collect(Collectors.joining("; "));
    }
}
