package io.ghirbal.report.remote;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.partition.support.AbstractPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Has the ranges of a step done by workers: puts a message for each into the queue, and then only looks into the database, where the
 * workers enter what they do. There are no answers that could be lost with the process that waits for them.
 */
public final class RemoteRanges extends AbstractPartitionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteRanges.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final int LOOKS_FOR_A_CAUSE = 4;
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final RangeQueue queue;
    private final Program program;
    private final JobRepository repository;
    private final JdbcClient database;
    private final Duration patience;

    /**
     * @param program what the manager itself would analyse with
     * @param repository where the executions of jobs and steps are kept
     * @param database the same database, on PostgreSQL
     */
    public RemoteRanges(RangeQueue queue, Program program, JobRepository repository, JdbcClient database) {
        this(queue, program, repository, database, SILENCE);
    }

    /** @param patience how long workers may be silent before a stop is no longer waited for, and before a silence is told */
    RemoteRanges(RangeQueue queue, Program program, JobRepository repository, JdbcClient database, Duration patience) {
        this.queue = queue;
        this.program = program;
        this.repository = repository;
        this.database = database;
        this.patience = patience;
    }

    @Override
    protected Set<StepExecution> doHandle(StepExecution step, Set<StepExecution> ranges) throws InterruptedException {
        if (ranges.isEmpty()) {
            return ranges;
        }
        ranges.forEach(this::clear);
        queue.sendAll(ranges.stream()
                .map(StepExecution::getId)
                .sorted()
                .map(range -> new RangeMessage(range, program))
                .toList());
        await(step, ranges);
        Set<StepExecution> ended = new HashSet<>();
        for (StepExecution range : ranges) {
            StepExecution end = stored(range);
            if (end.getStatus() == BatchStatus.FAILED) {
                step.addFailureException(RangeFailedException.of(withCause(end)));
            }
            ended.add(end);
        }
        return ended;
    }

    /** The context comes from the execution before; what workers went through then is no matter now. */
    private void clear(StepExecution range) {
        if (RangeWork.forget(range.getExecutionContext())) {
            repository.updateExecutionContext(range);
        }
    }

    private StepExecution stored(StepExecution range) {
        return Objects.requireNonNull(repository.getStepExecution(range.getId()));
    }

    /** A worker enters that it failed, and then why. */
    private StepExecution withCause(StepExecution failed) throws InterruptedException {
        StepExecution range = failed;
        for (int look = 0;
                look < LOOKS_FOR_A_CAUSE && !range.getExecutionContext().containsKey(RangeWork.FAILURE);
                look++) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
            range = stored(failed);
        }
        return range;
    }

    private void await(StepExecution step, Set<StepExecution> ranges) throws InterruptedException {
        Map<Long, StepExecution> byId =
                ranges.stream().collect(Collectors.toMap(StepExecution::getId, Function.identity()));
        List<Standing> last = List.of();
        long lastChange = System.nanoTime();
        boolean stopping = false;
        while (true) {
            List<Standing> now = standings(step.getJobExecutionId(), byId.keySet());
            if (!now.equals(last)) {
                last = now;
                lastChange = System.nanoTime();
                now.forEach(standing -> standing.show(Objects.requireNonNull(byId.get(standing.id()))));
            }
            boolean isStopping = stopping;
            if (now.stream().allMatch(standing -> standing.isEnd(isStopping))) {
                return;
            }
            if (!stopping && step.getJobExecution().isStopping()) {
                stopping = true;
                lastChange = System.nanoTime();
                stop(step);
            }
            if (System.nanoTime() - lastChange > patience.toNanos()) {
                lastChange = System.nanoTime();
                complain(now, stopping);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
        }
    }

    /** Tells the workers, which look at the status of the job after every chunk, and takes back what nobody has begun. */
    private void stop(StepExecution step) {
        step.setTerminateOnly();
        repository.update(step.getJobExecution());
        database.sql("""
                        update batch_step_execution set status = 'STOPPED', exit_code = 'STOPPED', end_time = ?, version = version + 1
                        where job_execution_id = ? and status = 'STARTING'
                        """)
                .params(LocalDateTime.now(ZoneId.systemDefault()), step.getJobExecutionId())
                .update();
    }

    private void complain(Collection<Standing> ranges, boolean stopping) {
        long unfinished =
                ranges.stream().filter(standing -> !standing.isEnd(stopping)).count();
        if (stopping) {
            // Ended as failed, not as stopped: then Spring Batch refuses what such a worker should still try to write
            throw new WorkersSilentException(
                    "asked to stop, but the workers on %d of %d ranges gave no sign for %d s; if they were killed, all is well: the same command goes on where it stopped"
                            .formatted(unfinished, ranges.size(), patience.toSeconds()));
        }
        LOG.warn(
                "no worker has given a sign for {} s, and {} of {} ranges are to be done; is one running? ghirbal worker --broker {} --db ...",
                patience.toSeconds(),
                unfinished,
                ranges.size(),
                queue.broker().shown());
    }

    private List<Standing> standings(long jobExecution, Set<Long> ranges) {
        return database
                .sql("""
                        select step_execution_id, status, version, read_count, write_count from batch_step_execution
                        where job_execution_id = ? order by step_execution_id
                        """)
                .param(jobExecution)
                .query((row, number) -> new Standing(
                        row.getLong("step_execution_id"),
                        BatchStatus.valueOf(row.getString("status")),
                        row.getLong("version"),
                        row.getLong("read_count"),
                        row.getLong("write_count")))
                .list()
                .stream()
                .filter(standing -> ranges.contains(standing.id()))
                .toList();
    }

    /** How far a range is, by the database. */
    private record Standing(long id, BatchStatus status, long version, long read, long written) {
        /** A worker that was told to stop leaves its range stopped, for another one to go on with it, unless the run itself is to stop. */
        boolean isEnd(boolean runStops) {
            return status == BatchStatus.STOPPED ? runStops : !status.isRunning();
        }

        /** On what stands for the range in this process, for whoever looks how the run gets on. */
        void show(StepExecution range) {
            range.setReadCount(read);
            range.setWriteCount(written);
        }
    }
}
