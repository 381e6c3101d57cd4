package io.ghirbal.report.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a scheduled job is doing.
 *
 * @param healthy whether the last run did not fail; true before the first
 * @param running whether a run is under way
 * @param lastEnd when the last run of this process ended; null before the first
 * @param lastExitCode the exit code that {@code run} would have answered; null before the first
 * @param next when the next run is due; null while one is under way
 */
public record ScheduleStatus(
        boolean healthy,
        boolean running,
        @Nullable Instant lastEnd,
        @Nullable Integer lastExitCode,
        @Nullable Instant next) {}
