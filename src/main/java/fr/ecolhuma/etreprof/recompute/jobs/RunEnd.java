package fr.ecolhuma.etreprof.recompute.jobs;

import fr.ecolhuma.etreprof.recompute.gates.GateFinding;
import fr.ecolhuma.etreprof.recompute.run.RunResult;
import fr.ecolhuma.etreprof.tables.ColumnAccount;
import fr.ecolhuma.etreprof.tables.RowAccounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of a run, for the log and for those who are notified of it.
 *
 * @param job the id of its job
 * @param reason why it ended without a new live model; null otherwise
 * @param modelVersion the version that it made, even if gates refused it; null if it made none
 * @param previousModelVersion the version that was live before; null if it is not known
 * @param rowsRead rows of the exports that were read
 * @param rowsKept rows that the model is made of; null if it made none, or gates refused it
 * @param rowsRejected the other rows, or null likewise
 * @param columnsNotUnderstood columns with cells that are not understood
 * @param movedUsers users known to both versions whose segment changed, or null likewise
 * @param gatesWatched findings that warn
 * @param gatesRefusing findings that refuse; a forced run may have some and still be published
 */
public record RunEnd(
        String job,
        JobState.Code state,
        boolean dryRun,
        String by,
        Instant startedAt,
        Instant endedAt,
        long durationMs,
        @Nullable String reason,
        @Nullable String modelVersion,
        @Nullable String previousModelVersion,
        long rowsRead,
        @Nullable Long rowsKept,
        @Nullable Long rowsRejected,
        List<Column> columnsNotUnderstood,
        @Nullable Integer movedUsers,
        List<GateFinding> gatesWatched,
        List<GateFinding> gatesRefusing) {

    /**
     * A column with cells that are not understood.
     *
     * @param export {@code users}, {@code contents}, {@code topics} or {@code events}
     * @param cells how many are not understood
     * @param filled how many say something
     */
    public record Column(String export, String column, long cells, long filled) {}

    public RunEnd {
        columnsNotUnderstood = List.copyOf(columnsNotUnderstood);
        gatesWatched = List.copyOf(gatesWatched);
        gatesRefusing = List.copyOf(gatesRefusing);
    }

    /** The end of a job that is over. */
    public static RunEnd of(Job job) {
        JobState state = job.state();
        RunResult result = state.result();
        RowAccounts rows = result == null ? null : result.rows();
        Instant end = job.endedAt() == null ? job.startedAt() : job.endedAt();
        List<GateFinding> findings = findings(state);
        return new RunEnd(
                job.id(),
                state.code(),
                job.request().dryRun(),
                job.request().by(),
                job.startedAt(),
                end,
                (result == null ? Duration.between(job.startedAt(), end) : result.duration()).toMillis(),
                state.reason(),
                state.version(),
                result == null ? null : result.previousVersion(),
                job.rowsRead(),
                rows == null ? null : rows.kept(),
                rows == null ? null : rows.read() - rows.kept(),
                result == null ? List.of() : columns(result.columns()),
                result == null ? null : result.movedUsers(),
                with(findings, GateFinding.Verdict.WATCH),
                with(findings, GateFinding.Verdict.REFUSED));
    }

    private static List<GateFinding> findings(JobState state) {
        return switch (state) {
            case JobState.Succeeded(RunResult result) -> result.gates();
            case JobState.Rejected rejected -> rejected.findings();
            case JobState.Queued _, JobState.Running _, JobState.Failed _, JobState.Cancelled _ -> List.of();
        };
    }

    private static List<GateFinding> with(List<GateFinding> findings, GateFinding.Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).toList();
    }

    private static List<Column> columns(List<ColumnAccount> accounts) {
        return accounts.stream()
                .filter(account -> account.notUnderstood() > 0)
                .map(account ->
                        new Column(account.export(), account.column(), account.notUnderstood(), account.filled()))
                .toList();
    }
}
