package io.ghirbal.report.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ghirbal.report.remote.RangeWork.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

class RangeWorkTest {
    private static final List<Long> FIRST_RANGE = List.of(0L, 1L, 2L, 3L, 4L, 5L);

    private final Numbers numbers = new Numbers();
    private final List<String> done = new ArrayList<>();

    RangeWorkTest() throws Exception {}

    @Test
    void doesARangeAndEntersIt() {
        StepExecution range = numbers.range(numbers.job(), 0);

        assertThat(work("one", n -> {}).work(message(range))).isEqualTo(Outcome.DONE);

        assertThat(numbers.written()).isEqualTo(FIRST_RANGE);
        assertThat(numbers.stored(range).getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(numbers.stored(range).getReadCount()).isEqualTo(6);
        assertThat(done).containsExactly("range:0 6");
    }

    @Test
    void forgetsARangeThatIsDoneAlready() {
        StepExecution range = numbers.range(numbers.job(), 0);
        work("one", n -> {}).work(message(range));

        assertThat(work("other", n -> {}).work(message(range))).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(numbers.stored(range).getExecutionContext().getString(RangeWork.WORKER))
                .isEqualTo("one");
    }

    @Test
    void forgetsTheRangesOfARunThatHasEnded() {
        JobExecution job = numbers.job();
        StepExecution range = numbers.range(job, 0);
        numbers.setStatus(job, BatchStatus.FAILED);

        assertThat(work("one", n -> {}).work(message(range))).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(work("one", n -> {}).work(new RangeMessage(4711, Numbers.PROGRAM)))
                .as("of a database that was made anew")
                .isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(numbers.written()).isEmpty();
    }

    @Test
    void refusesWhatIsToBeDoneByAnotherProgramAndForgetsWhatIsOver() {
        JobExecution job = numbers.job();
        StepExecution range = numbers.range(job, 0);
        RangeMessage message = new RangeMessage(range.getId(), new Program("1", "rules", "another model"));

        assertThatThrownBy(() -> work("one", n -> {}).work(message))
                .isInstanceOf(AnotherProgramException.class)
                .hasMessageContainingAll("topic model model", "topic model another mod", "--topics");

        numbers.setStatus(job, BatchStatus.FAILED);
        assertThat(work("one", n -> {}).work(message)).isEqualTo(Outcome.NOTHING_TO_DO);
    }

    @Test
    void goesOnWithARangeWhoseWorkerDied() {
        StepExecution range = numbers.range(numbers.job(), 0);
        workUntilKilled(range, 3);
        assertThat(numbers.stored(range).getStatus()).isEqualTo(BatchStatus.STARTED);
        assertThat(numbers.written()).containsExactly(0L, 1L);

        assertThat(work("other", n -> {}).work(message(range))).isEqualTo(Outcome.DONE);

        assertThat(numbers.written()).isEqualTo(FIRST_RANGE);
        assertThat(numbers.stored(range).getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(numbers.stored(range).getReadCount()).as("of both").isEqualTo(6);
    }

    @Test
    void letsOneWhoWasThoughtDeadWriteNothingMore() throws Exception {
        StepExecution range = numbers.range(numbers.job(), 0);
        CountDownLatch isAtThree = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        RangeWork slow = work("slow", n -> {
            if (n == 3) {
                isAtThree.countDown();
                await(mayGoOn);
            }
        });
        CompletableFuture<Outcome> ofSlow = CompletableFuture.supplyAsync(() -> slow.work(message(range)));
        await(isAtThree);

        // the chunk of the slow one holds the number 2: the other waits for it, and it fails
        CompletableFuture<Outcome> ofOther =
                CompletableFuture.supplyAsync(() -> work("other", n -> {}).work(message(range)));
        while (!"other".equals(numbers.stored(range).getExecutionContext().getString(RangeWork.WORKER))) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        mayGoOn.countDown();

        assertThat(ofSlow.get(30, TimeUnit.SECONDS)).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(ofOther.get(30, TimeUnit.SECONDS)).isEqualTo(Outcome.DONE);
        assertThat(numbers.written()).isEqualTo(FIRST_RANGE);
        assertThat(numbers.stored(range).getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(numbers.stored(range).getReadCount()).isEqualTo(6);
    }

    @Test
    void failsARangeThatNoWorkerSurvives() {
        StepExecution range = numbers.range(numbers.job(), 0);
        for (int i = 0; i < RangeWork.MOST_ATTEMPTS; i++) {
            workUntilKilled(range, 0);
        }

        assertThat(work("careful", n -> {}).work(message(range))).isEqualTo(Outcome.DONE);

        assertThat(numbers.stored(range).getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(RangeFailedException.of(numbers.stored(range)))
                .hasMessageContainingAll("range:0 failed on worker killed", "5 workers have begun it");
        assertThat(numbers.written()).isEmpty();
    }

    @Test
    void entersAFailureWithItsCause() {
        StepExecution range = numbers.range(numbers.job(), 0);

        assertThat(work("one", n -> {
                            if (n == 3) {
                                throw new IllegalArgumentException("no such number: " + n);
                            }
                        })
                        .work(message(range)))
                .isEqualTo(Outcome.DONE);

        assertThat(numbers.stored(range).getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(RangeFailedException.of(numbers.stored(range)))
                .hasMessageContaining("range:0 failed on worker one: ")
                .hasMessageContaining("no such number: 3")
                .hasMessageNotContaining("\n");
        assertThat(numbers.written()).containsExactly(0L, 1L);
    }

    @Test
    void leavesARangeAfterTheChunkForAnotherWhenItIsStopped() {
        StepExecution range = numbers.range(numbers.job(), 0);
        AtomicReference<@Nullable RangeWork> self = new AtomicReference<>();
        RangeWork one = work("one", n -> {
            RangeWork work = self.get();
            if (n == 2 && work != null) {
                work.stop();
            }
        });
        self.set(one);

        assertThat(one.work(message(range))).isEqualTo(Outcome.LEFT);
        assertThat(numbers.written()).containsExactly(0L, 1L, 2L, 3L);
        assertThat(numbers.stored(range).getStatus()).isEqualTo(BatchStatus.STOPPED);
        assertThat(numbers.stored(range).getExecutionContext().getInt(RangeWork.ATTEMPTS))
                .as("it is not to blame")
                .isZero();

        assertThat(work("other", n -> {}).work(message(range))).isEqualTo(Outcome.DONE);
        assertThat(numbers.written()).isEqualTo(FIRST_RANGE);
        assertThat(numbers.stored(range).getStatus()).isEqualTo(BatchStatus.COMPLETED);
    }

    @Test
    void stopsARangeOfARunThatIsToStop() {
        JobExecution job = numbers.job();
        StepExecution range = numbers.range(job, 0);

        assertThat(work("one", n -> {
                            if (n == 0) {
                                numbers.setStatus(job, BatchStatus.STOPPING);
                            }
                        })
                        .work(message(range)))
                .isEqualTo(Outcome.DONE);

        assertThat(numbers.written()).containsExactly(0L, 1L);
        assertThat(numbers.stored(range).getStatus()).isEqualTo(BatchStatus.STOPPED);
    }

    /** Leaves what a worker leaves that is killed when it writes a number. */
    private void workUntilKilled(StepExecution range, long number) {
        Outcome unused = work("killed", n -> {
                    if (n == number) {
                        throw new IllegalStateException("killed");
                    }
                })
                .work(message(range));
        numbers.database.sql("""
                        update batch_step_execution set status = 'STARTED', exit_code = 'EXECUTING', exit_message = '', version = version + 1,
                            read_count = 2 * commit_count
                        where step_execution_id = ?
                        """).param(range.getId()).update();
    }

    private RangeWork work(String worker, LongConsumer beforeWriting) {
        return new RangeWork(
                numbers.repository,
                numbers.transactions,
                numbers.step(beforeWriting),
                worker,
                Numbers.PROGRAM,
                new WorkerListener() {
                    @Override
                    public void rangeDone(String range, long articles, Duration took) {
                        done.add(range + " " + articles);
                    }

                    @Override
                    public void brokerLost(BrokerUnavailableException loss) {
                        throw new IllegalStateException(loss);
                    }

                    @Override
                    public void brokerBack() {
                        throw new IllegalStateException();
                    }
                });
    }

    private static RangeMessage message(StepExecution range) {
        return new RangeMessage(range.getId(), Numbers.PROGRAM);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
