package io.ghirbal.report.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ghirbal.report.TestBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;

/** A manager and workers over a broker, all in this process. */
@Timeout(60)
class RemoteRangesTest {
    private static final int RANGES = 6;
    private static final List<Long> ALL = LongStream.range(0, 36).boxed().toList();
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Numbers numbers = new Numbers();
    private final List<RangeWorker> workers = new ArrayList<>();
    private final List<CompletableFuture<?>> ends = new ArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private TestBroker broker = TestBroker.start();

    RemoteRangesTest() throws Exception {}

    @AfterEach
    void stopAll() {
        workers.forEach(RangeWorker::stop);
        ends.forEach(end -> end.exceptionally(failure -> null).join());
        broker.close();
    }

    @Test
    void hasAllRangesDoneByWorkersAndCountsWhatTheyDid() throws Exception {
        work(n -> {});
        work(n -> {});

        StepExecution step = manage(numbers.job());

        assertThat(step.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(numbers.written()).isEqualTo(ALL);
        assertThat(step.getReadCount()).isEqualTo(36);
        assertThat(told).hasSize(RANGES).allMatch(line -> line.endsWith(" 6"));
        assertThat(broker.messages()).as("left in the queue").isZero();
    }

    @Test
    void failsWithTheCauseOfAWorker() throws Exception {
        work(n -> {
            if (n == 20) {
                throw new IllegalArgumentException("twenty is too much");
            }
        });

        StepExecution step = manage(numbers.job());

        assertThat(step.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(step.getFailureExceptions())
                .first()
                .isInstanceOf(RangeFailedException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("range:03 failed on worker w", "twenty is too much");
        assertThat(numbers.written()).as("the others were done").containsAll(ALL.subList(24, 36));
    }

    @Test
    void stopsWhenItIsAskedToAndLeavesWhatIsThereForTheNextExecution() throws Exception {
        JobExecution job = numbers.job();
        work(n -> {
            if (n == 8) {
                // as a signal does: in the memory of the manager, who enters it
                job.setStatus(BatchStatus.STOPPING);
                while (numbers.storedStatus(job) != BatchStatus.STOPPING) {
                    sleep(Duration.ofMillis(20));
                }
            }
        });

        StepExecution step = manage(job);

        assertThat(step.getStatus()).isEqualTo(BatchStatus.STOPPED);
        assertThat(step.getFailureExceptions()).noneMatch(failure -> failure instanceof RangeFailedException);
        assertThat(numbers.written()).doesNotContain(35L).contains(0L);
        awaitEmptyQueue();
        assertThat(numbers.written()).as("what lay in the queue was forgotten").doesNotContain(35L);
    }

    @Test
    void doesNotWaitForADeadWorkerWhenItIsToStop() throws Exception {
        JobExecution job = numbers.job();
        CountDownLatch hangs = new CountDownLatch(1);
        work(n -> {
            job.setStatus(BatchStatus.STOPPING);
            await(hangs);
        });
        try {
            StepExecution step = manage(job);

            assertThat(step.getStatus())
                    .as("so that what the worker may still write is refused")
                    .isEqualTo(BatchStatus.FAILED);
            assertThat(step.getFailureExceptions())
                    .first()
                    .isInstanceOf(WorkersSilentException.class)
                    .extracting(Throwable::getMessage)
                    .asString()
                    .contains("gave no sign for 2 s");
        } finally {
            hangs.countDown();
        }
    }

    @Test
    void goesOnWithOtherWorkersWhenOneIsStopped() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        RangeWorker first = work(n -> {
            if (n == 2) {
                began.countDown();
                await(asked);
            }
        });
        CompletableFuture<StepExecution> step = CompletableFuture.supplyAsync(() -> manage(numbers.job()));
        await(began);
        first.stop();
        asked.countDown();
        ends.get(0).get(10, TimeUnit.SECONDS);
        assertThat(numbers.written()).as("the first left after the chunk").isEqualTo(List.of(0L, 1L, 2L, 3L));

        work(n -> {});

        assertThat(step.get().getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(numbers.written()).isEqualTo(ALL);
    }

    @Test
    void endsAWorkerWithAnotherProgramAndLosesNothing() throws Exception {
        RangeWorker other = worker(n -> {}, new Program("2", "rules", "model"));
        CompletableFuture<StepExecution> step = CompletableFuture.supplyAsync(() -> manage(numbers.job()));

        assertThatThrownBy(other::run)
                .isInstanceOf(AnotherProgramException.class)
                .hasMessageContaining("this worker has version 2")
                .hasMessageContaining("the run has version 1");

        work(n -> {});
        assertThat(step.get().getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(numbers.written()).isEqualTo(ALL);
    }

    @Test
    void waitsForABrokerThatIsLostAndDoesNotWriteTwice() throws Exception {
        int port = broker.port();
        work(n -> {
            if (n == 2) {
                broker.close();
            }
        });
        JobExecution job = numbers.job();
        CompletableFuture<StepExecution> first = CompletableFuture.supplyAsync(() -> manage(job));
        while (told.stream().noneMatch(line -> line.startsWith("lost "))) {
            sleep(Duration.ofMillis(20));
        }
        assertThat(numbers.written()).as("the range in hand came to its end").hasSize(6);

        // one that kept nothing: its messages are gone, the next execution sends others
        broker = TestBroker.start(port);
        while (!told.contains("back")) {
            sleep(Duration.ofMillis(20));
        }
        assertThat(first).isNotDone();
        job.setStatus(BatchStatus.STOPPING);
        assertThat(first.get().getStatus()).isEqualTo(BatchStatus.STOPPED);
        StepExecution step = manage(numbers.job("again"));

        assertThat(step.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(numbers.written()).isEqualTo(ALL);
    }

    @Test
    void failsWhenTheBrokerCannotBeReached() throws Exception {
        broker.close();

        StepExecution step = manage(numbers.job());

        assertThat(step.getFailureExceptions()).first().isInstanceOf(BrokerUnavailableException.class);
        assertThatThrownBy(() -> worker(n -> {}, Numbers.PROGRAM).run())
                .isInstanceOf(BrokerUnavailableException.class)
                .hasMessageContaining("tcp://localhost:" + broker.port());
    }

    private RangeQueue queue() {
        return RangeQueue.of(broker.address(), numbers.database);
    }

    private StepExecution manage(JobExecution job) {
        try {
            RemoteRanges handler =
                    new RemoteRanges(queue(), Numbers.PROGRAM, numbers.repository, numbers.database, PATIENCE);
            handler.setGridSize(RANGES);
            Step step = new StepBuilder("numbers", numbers.repository)
                    .partitioner("range", Numbers.partitioner())
                    .step(numbers.step(n -> {}))
                    .partitionHandler(handler)
                    .build();
            StepExecution execution = numbers.repository.createStepExecution("numbers", job);
            step.execute(execution);
            return execution;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Begins a worker of one thread. */
    private RangeWorker work(LongConsumer beforeWriting) {
        RangeWorker worker = worker(beforeWriting, Numbers.PROGRAM);
        workers.add(worker);
        ends.add(CompletableFuture.runAsync(() -> {
            try {
                worker.run();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        return worker;
    }

    private RangeWorker worker(LongConsumer beforeWriting, Program program) {
        return new RangeWorker(
                queue(),
                1,
                program,
                numbers.step(beforeWriting),
                "w" + workers.size(),
                numbers.repository,
                numbers.transactions,
                new WorkerListener() {
                    @Override
                    public void rangeDone(String range, long articles, Duration took) {
                        told.add(range + " " + articles);
                    }

                    @Override
                    public void brokerLost(BrokerUnavailableException loss) {
                        told.add("lost " + loss.getMessage());
                    }

                    @Override
                    public void brokerBack() {
                        told.add("back");
                    }
                });
    }

    private void awaitEmptyQueue() {
        while (broker.messages() > 0) {
            sleep(Duration.ofMillis(20));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep(Duration duration) {
        try {
            TimeUnit.MILLISECONDS.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
