package io.ghirbal.report.cli;

import io.ghirbal.ingest.run.NewsStep;
import io.ghirbal.report.job.RunListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/**
 * Says which step a run is at and how fast it goes: with a bar on a terminal, with a line every few seconds elsewhere. It looks at the
 * counters of the steps from a thread of its own, so that no step has to know of it.
 */
final class Progress implements RunListener {
    private static final Duration LINE_EVERY = Duration.ofSeconds(5);
    private static final long LOOK_EVERY_MILLIS = 100;

    private final PrintWriter console;
    private final boolean terminal;

    Progress(PrintWriter console, boolean terminal) {
        this.console = console;
        this.terminal = terminal;
    }

    @Override
    public Runnable runStarts(long run, boolean resumed, JobExecution execution) {
        console.println("run %d%s".formatted(run, resumed ? " goes on where it stopped" : ""));
        Watch watch = new Watch(execution);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        var unused = clock.scheduleWithFixedDelay(watch::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return () -> {
            clock.shutdown();
            watch.end();
        };
    }

    /** Follows one execution through its steps. */
    private final class Watch {
        private final JobExecution execution;
        private int seen;
        private @Nullable StepExecution step;
        private @Nullable ProgressBar bar;
        private Instant start = Instant.now();
        private Instant lastLine = start;

        Watch(JobExecution execution) {
            this.execution = execution;
        }

        synchronized void look() {
            List<StepExecution> steps = execution.getStepExecutions().stream()
                    .filter(candidate -> NewsStep.find(candidate).isPresent())
                    .toList();
            while (seen < steps.size()) {
                enter(steps.get(seen++));
            }
            if (step != null) {
                show(step);
            }
        }

        synchronized void end() {
            look();
            leave();
        }

        private void enter(StepExecution next) {
            leave();
            step = next;
            start = Instant.now();
            lastLine = start;
            if (terminal && isLong(next)) {
                bar = new ProgressBarBuilder()
                        .setTaskName("  " + next.getStepName())
                        .setInitialMax(expected(next))
                        .setUnit(" " + unit(next), 1)
                        .showSpeed()
                        .clearDisplayOnFinish()
                        .build();
            }
        }

        private void leave() {
            if (bar != null) {
                bar.close();
                bar = null;
            }
            if (step != null) {
                console.println(isLong(step) ? line(step, true) : "  " + step.getStepName());
                step = null;
            }
        }

        private void show(StepExecution at) {
            if (bar != null) {
                bar.maxHint(expected(at)).stepTo(done(at));
            } else if (isLong(at) && Duration.between(lastLine, Instant.now()).compareTo(LINE_EVERY) >= 0) {
                console.println(line(at, false));
                lastLine = Instant.now();
            }
        }

        /** Articles read; of a step that is executed in parts, by these. */
        private long done(StepExecution at) {
            return at.getReadCount() > 0
                    ? at.getReadCount()
                    : execution.getStepExecutions().stream()
                            .filter(part -> NewsStep.find(at).orElseThrow().hasPart(part))
                            .mapToLong(StepExecution::getReadCount)
                            .sum();
        }

        private String line(StepExecution at, boolean ended) {
            long done = done(at);
            long expected = expected(at);
            long millis = Math.max(1, Duration.between(start, Instant.now()).toMillis());
            return String.format(
                    Locale.ROOT,
                    "  %-10s %,d%s %s%s, %,d/s",
                    at.getStepName(),
                    done,
                    expected > done ? String.format(Locale.ROOT, " of %,d", expected) : "",
                    unit(at),
                    ended ? "" : " so far",
                    done * 1000 / millis);
        }
    }

    /** The steps that go through articles one by one; the others have nothing to count. */
    private static boolean isLong(StepExecution step) {
        return NewsStep.find(step).flatMap(NewsStep::unit).isPresent();
    }

    /** How many articles the step will go through; -1 when it does not know. */
    private static long expected(StepExecution step) {
        return step.getExecutionContext().getLong(NewsStep.EXPECTED, -1);
    }

    /** What it goes through one by one; empty when nothing. */
    private static String unit(StepExecution step) {
        return NewsStep.find(step).flatMap(NewsStep::unit).orElse("");
    }
}
