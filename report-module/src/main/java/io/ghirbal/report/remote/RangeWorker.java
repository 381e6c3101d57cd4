package io.ghirbal.report.remote;

import io.ghirbal.report.remote.RangeWork.Outcome;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes ranges out of the queue and does them, until it is told to stop. A message is taken for good only when what became of its range is
 * in the database: the broker gives that of a worker that died to another one.
 */
public final class RangeWorker {
    private static final Duration LISTEN_FOR = Duration.ofMillis(500);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(5);

    private final RangeQueue queue;
    private final RangeWork work;
    private final WorkerListener listener;
    private final int threads;
    private final AtomicBoolean lost = new AtomicBoolean();
    private final CountDownLatch stop = new CountDownLatch(1);

    /**
     * @param threads how many ranges to do at a time
     * @param program what this worker analyses with
     * @param step analyses one range
     * @param name what people call this worker
     * @param repository where the executions of jobs and steps are kept
     */
    public RangeWorker(
            RangeQueue queue,
            int threads,
            Program program,
            Step step,
            String name,
            JobRepository repository,
            TransactionTemplate transactions,
            WorkerListener listener) {
        this.queue = queue;
        this.work = new RangeWork(repository, transactions, step, name, program, listener);
        this.listener = listener;
        this.threads = threads;
    }

    /**
     * Works until {@link #stop} is called.
     *
     * @throws BrokerUnavailableException when the broker can't be reached at the beginning; one that is lost later is waited for
     * @throws AnotherProgramException when a run has another program
     */
    public void run() throws InterruptedException {
        queue.broker().check();
        AtomicInteger number = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(
                threads, task -> new Thread(task, "range-worker-" + number.incrementAndGet()));
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(pool.submit(this::takeRanges));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdown();
        }
    }

    /** Ends the ranges in hand after the chunk they are at, gives them back and ends {@link #run}. */
    public void stop() {
        stop.countDown();
        work.stop();
    }

    private boolean isStopped() {
        return stop.getCount() == 0;
    }

    /** One thread of them; should it fail, the others end after their chunk. */
    private void takeRanges() {
        try {
            while (!isStopped()) {
                try (JMSContext context = queue.broker().connect()) {
                    JMSConsumer consumer = queue.receive(context);
                    if (lost.getAndSet(false)) {
                        listener.brokerBack();
                    }
                    while (!isStopped()) {
                        Message message = consumer.receive(LISTEN_FOR.toMillis());
                        if (message != null) {
                            take(context, message);
                        }
                    }
                } catch (JMSRuntimeException | JMSException e) {
                    await(new BrokerUnavailableException(queue.broker(), e));
                } catch (BrokerUnavailableException e) {
                    await(e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stop();
        }
    }

    private void await(BrokerUnavailableException loss) throws InterruptedException {
        if (isStopped()) {
            return;
        }
        if (!lost.getAndSet(true)) {
            listener.brokerLost(loss);
        }
        var unused = stop.await(TRY_AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whatever ends it without a commit, the broker gives the message out again. */
    private void take(JMSContext context, Message message) throws JMSException {
        RangeMessage range = RangeMessage.read(message).orElse(null);
        try {
            if (range != null && work.work(range) == Outcome.LEFT) {
                queue.send(context, range);
            }
        } catch (AnotherProgramException e) {
            queue.send(context, range);
            context.commit();
            throw e;
        }
        // what is given back is a new message: a broker counts how often one was given out, and throws it away when
        // that is too often
        context.commit();
    }
}
