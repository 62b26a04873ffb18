package fr.ecolhuma.etreprof.recompute.jobs;

import fr.ecolhuma.etreprof.recompute.stages.Progress;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The jobs of this process, then those that other processes and earlier starts left on the disk. */
final class JobMemory {

    private static final int REMEMBERED = 50;

    private final JobRecords kept;
    private final LastRunFile last;
    private final Map<String, Job> byId = bounded();
    private final Map<String, Job> byKey = bounded();

    JobMemory(JobRecords kept, LastRunFile last) {
        this.kept = kept;
        this.last = last;
    }

    private static Map<String, Job> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Job> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    /** @param key a digest of the caller's own name for the request, or null */
    synchronized void add(Job job, @Nullable String key) {
        byId.put(job.id(), job);
        if (key != null) {
            byKey.put(key, job);
        }
    }

    /** The job that a key began, if it belongs to this process or made a model. */
    synchronized Optional<Job> ofKey(String key) {
        return Optional.ofNullable(byKey.get(key)).or(() -> kept.ofKey(key).map(JobRecord::job));
    }

    /** Whether a job runs, or ran, in this process. */
    synchronized boolean isHere(Job job) {
        return byId.containsKey(job.id());
    }

    /** The job of an id; the last run is always known. */
    synchronized Optional<Job> find(String id) {
        return Optional.ofNullable(byId.get(id))
                .or(() -> kept.find(id).map(JobRecord::job))
                .or(() -> lastRun().filter(job -> job.id().equals(id)));
    }

    /** The last fifty jobs, the newest first. */
    synchronized List<Job> all() {
        Map<String, Job> all = new LinkedHashMap<>(byId);
        Stream.concat(kept.all().stream().map(JobRecord::job), lastRun().stream())
                .forEach(job -> all.putIfAbsent(job.id(), job));
        return all.values().stream()
                .sorted(Comparator.comparing(Job::startedAt).reversed())
                .limit(REMEMBERED)
                .toList();
    }

    /** A run that was killed, or that goes on in another process, has no record of its own. */
    private Optional<Job> lastRun() {
        return last.read().flatMap(LastRun::asJob);
    }

    /** The stage times of the latest run that had all stages; empty if there is none. */
    Map<Progress.Stage, Duration> stageTimes() {
        return all().stream()
                .filter(job ->
                        job.state().version() != null && !job.stageTimes().isEmpty())
                .findFirst()
                .map(Job::stageTimes)
                .orElse(Map.of());
    }
}
