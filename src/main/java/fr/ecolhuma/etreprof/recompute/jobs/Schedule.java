package fr.ecolhuma.etreprof.recompute.jobs;

import fr.ecolhuma.etreprof.recompute.live.CurrentWatch;
import fr.ecolhuma.etreprof.recompute.run.AlreadyRunningException;
import fr.ecolhuma.etreprof.recompute.run.RunRequest;
import fr.ecolhuma.etreprof.recompute.stages.EtreprofSettings;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.stereotype.Component;

/** Recomputes at the configured times and looks for versions that other processes have made current. */
@Component
final class Schedule implements SmartLifecycle, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

    private final ScheduleSettings settings;
    private final EtreprofSettings exports;
    private final Jobs jobs;
    private final CurrentWatch watch;
    private final Clock clock;
    private final List<@Nullable Future<?>> planned = new ArrayList<>();
    private volatile boolean running;
    private volatile boolean ready;
    private final SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();

    Schedule(ScheduleSettings settings, EtreprofSettings exports, Jobs jobs, CurrentWatch watch, Clock clock) {
        this.settings = settings;
        this.exports = exports;
        this.jobs = jobs;
        this.watch = watch;
        this.clock = clock;
        scheduler.setThreadNamePrefix("schedule-");
        scheduler.setVirtualThreads(true);
        jobs.recover();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        ready = true;
        plan();
    }

    private void plan() {
        if (settings.poll().isPositive()) {
            planned.add(scheduler.scheduleWithFixedDelay(
                    watch::look, clock.instant().plus(settings.poll()), settings.poll()));
        }
        if (!settings.cron().isBlank()) {
            planned.add(scheduler.schedule(this::later, new CronTrigger(settings.cron(), ZoneOffset.UTC)));
        }
    }

    private void later() {
        long most = settings.jitter().toMillis();
        try {
            Thread.sleep(most == 0 ? 0 : ThreadLocalRandom.current().nextLong(most));
            recompute();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins a run, or logs why it cannot begin. */
    void recompute() {
        try {
            jobs.submit(new RunRequest(exports.exports(), null, false, false, "schedule"), null);
        } catch (AlreadyRunningException e) {
            LOG.warn("the scheduled recompute is skipped: {}", e.getMessage());
            jobs.skipped();
        } catch (RuntimeException e) {
            LOG.error("the scheduled recompute cannot begin: {}", e.getMessage());
        }
    }

    /** Starts again after a stop too: a context may be paused and resumed. */
    @Override
    public void start() {
        running = true;
        jobs.open();
        if (ready) {
            plan();
        }
    }

    /** Stops before the web server, which waits for calls that wait for a run. */
    @Override
    public void stop() {
        running = false;
        for (Future<?> one : planned) {
            if (one != null) {
                one.cancel(true);
            }
        }
        planned.clear();
        jobs.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void destroy() {
        scheduler.close();
    }
}
