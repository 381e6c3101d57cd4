package io.ghirbal.report.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchedulerTest {
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    /** A clock that stands still until it is moved. */
    private static final class HandClock extends Clock {
        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private final HandClock clock = new HandClock();
    private final List<Instant> starts = new ArrayList<>();
    private final Scheduler scheduler = new Scheduler(Schedule.of("0 * * * *", "UTC"), clock);

    @Test
    void startsWorkAtEachTime() throws InterruptedException {
        scheduler.run(null, next -> clock.now = next, () -> work(Duration.ofMinutes(1), 3));
        assertThat(starts).containsExactly(NOON.plusSeconds(3600), NOON.plusSeconds(7200), NOON.plusSeconds(10800));
    }

    @Test
    void catchesUpOnceWhatWasMissedBeforeItStarted() throws InterruptedException {
        clock.now = NOON.plus(Duration.ofMinutes(30));
        scheduler.run(NOON.minus(Duration.ofHours(7)), this::jump, () -> work(Duration.ofMinutes(1), 2));
        assertThat(starts).containsExactly(NOON.plus(Duration.ofMinutes(30)), NOON.plus(Duration.ofMinutes(60)));
    }

    @Test
    void catchesUpOnceWhatPassedWhileWorkWasUnderWay() throws InterruptedException {
        scheduler.run(null, this::jump, () -> work(starts.isEmpty() ? Duration.ofHours(5) : Duration.ofMinutes(1), 3));
        assertThat(starts)
                .containsExactly(
                        NOON.plus(Duration.ofHours(1)), NOON.plus(Duration.ofHours(6)), NOON.plus(Duration.ofHours(7)));
    }

    @Test
    void catchesNothingUpWhenItNeverRan() throws InterruptedException {
        List<Instant> announced = new ArrayList<>();
        scheduler.run(
                null,
                next -> {
                    announced.add(next);
                    scheduler.stop();
                },
                () -> work(Duration.ZERO, 1));
        assertThat(announced).containsExactly(NOON.plusSeconds(3600));
        assertThat(starts).isEmpty();
    }

    @Test
    void endsWhenTheScheduleHasNoTimeLeft() throws InterruptedException {
        new Scheduler(Schedule.of("0 0 30 2 *", "UTC"), clock).run(null, this::jump, () -> work(Duration.ZERO, 1));
        assertThat(starts).isEmpty();
    }

    @Test
    void wakesWhenItIsStoppedWhileItWaits() throws InterruptedException {
        Thread waiting = new Thread(() -> {
            try {
                scheduler.run(null, next -> {}, () -> work(Duration.ZERO, 1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        waiting.start();
        while (scheduler.due().isEmpty()) {
            Thread.onSpinWait();
        }
        scheduler.stop();
        waiting.join();
        assertThat(starts).isEmpty();
    }

    private void jump(Instant next) {
        if (next.isAfter(clock.now)) {
            clock.now = next;
        }
    }

    private void work(Duration takes, int last) {
        starts.add(clock.now);
        clock.now = clock.now.plus(takes);
        if (starts.size() == last) {
            scheduler.stop();
        }
    }
}
