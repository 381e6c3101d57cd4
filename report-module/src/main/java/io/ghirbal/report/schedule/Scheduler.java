package io.ghirbal.report.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Starts work when it is due, one at a time, on the thread that calls {@link #run}. Times that passed while work was under way, or before
 * the process started, are caught up once, however many they were.
 */
public final class Scheduler {
    /** The clock may be set while we wait, and a laptop may sleep: look at it again after so long. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final Schedule schedule;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Instant due;

    /** @param clock what tells the time */
    public Scheduler(Schedule schedule, Clock clock) {
        this.schedule = schedule;
        this.clock = clock;
    }

    /** Is told when work will be done next. */
    @FunctionalInterface
    public interface Announcement {
        /**
         * The scheduler waits.
         *
         * @param next when work is due; in the past when a missed time is about to be caught up
         */
        void waits(Instant next);
    }

    /**
     * Works until it is stopped, or the schedule has no time left.
     *
     * @param lastStart when the work was started last, by this process or another; null when it never was: then nothing is caught up
     * @param announcement is told before each wait
     * @param work what to do
     */
    public void run(@Nullable Instant lastStart, Announcement announcement, Runnable work) throws InterruptedException {
        Instant after = lastStart == null ? clock.instant() : lastStart;
        while (!isStopped()) {
            Optional<Instant> next = schedule.next(after);
            if (next.isEmpty()) {
                return;
            }
            due = next.get();
            announcement.waits(next.get());
            if (!await(next.get())) {
                return;
            }
            after = clock.instant();
            due = null;
            work.run();
        }
    }

    /** Waits for a time and answers whether it came; false when it was stopped before. */
    private boolean await(Instant time) throws InterruptedException {
        for (Duration left = Duration.between(clock.instant(), time);
                left.compareTo(Duration.ZERO) > 0;
                left = Duration.between(clock.instant(), time)) {
            Duration wait = left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT;
            if (stopped.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        return !isStopped();
    }

    /** When work is due next; empty while it is under way. */
    public Optional<Instant> due() {
        return Optional.ofNullable(due);
    }

    /** Whether {@link #stop} was called. */
    public boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Starts no more work; work under way goes on. */
    public void stop() {
        stopped.countDown();
    }
}
