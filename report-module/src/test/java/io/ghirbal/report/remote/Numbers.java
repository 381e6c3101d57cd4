package io.ghirbal.report.remote;

import io.ghirbal.report.TestDatabase;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work of the kind that is handed out, small enough to follow: a range is the numbers from {@code from} up to {@code to}; to do one is to
 * write those that are not there yet into a table, two a transaction.
 */
final class Numbers {
    static final Program PROGRAM = new Program("1", "rules", "model");
    private static final int RANGE = 6;
    private static final int CHUNK = 2;

    final JdbcClient database;
    final JobRepository repository;
    final TransactionTemplate transactions;
    final JdbcTransactionManager manager;

    Numbers() throws Exception {
        DataSource source = Server.DATABASE;
        database = JdbcClient.create(source);
        database.sql("truncate number, batch_job_instance cascade").update();
        manager = new JdbcTransactionManager(source);
        transactions = new TransactionTemplate(manager);
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(source);
        factory.setTransactionManager(manager);
        factory.setIsolationLevelForCreate("ISOLATION_READ_COMMITTED");
        factory.afterPropertiesSet();
        repository = Objects.requireNonNull(factory.getObject());
    }

    /** The execution of a job that is under way. */
    JobExecution job() {
        return job("numbers");
    }

    JobExecution job(String name) {
        JobInstance instance = repository.createJobInstance(name, new JobParameters());
        JobExecution job = repository.createJobExecution(instance, new JobParameters(), new ExecutionContext());
        setStatus(job, BatchStatus.STARTED);
        return job;
    }

    void setStatus(JobExecution job, BatchStatus status) {
        job.setStatus(status);
        repository.update(job);
    }

    /** The range of a job that begins with {@code from}. */
    StepExecution range(JobExecution job, long from) {
        StepExecution range = repository.createStepExecution("range:" + from, job);
        range.setExecutionContext(bounds(from));
        repository.updateExecutionContext(range);
        return range;
    }

    private static ExecutionContext bounds(long from) {
        ExecutionContext bounds = new ExecutionContext();
        bounds.putLong("from", from);
        bounds.putLong("to", from + RANGE);
        return bounds;
    }

    /** Cuts as many ranges as are wanted, from 0 on. */
    static Partitioner partitioner() {
        return count -> {
            Map<String, ExecutionContext> ranges = new TreeMap<>();
            for (int i = 0; i < count; i++) {
                ranges.put("%02d".formatted(i), bounds((long) i * RANGE));
            }
            return ranges;
        };
    }

    /** @param beforeWriting is called with each number before it is written */
    Step step(LongConsumer beforeWriting) {
        Map<Thread, Iterator<Long>> numbers = new ConcurrentHashMap<>();
        ItemReader<Long> reader = () -> {
            Iterator<Long> rest = numbers.computeIfAbsent(
                    Thread.currentThread(), thread -> missing().iterator());
            if (rest.hasNext()) {
                return rest.next();
            }
            numbers.remove(Thread.currentThread());
            return null;
        };
        StepExecutionListener forgetful = new StepExecutionListener() {
            @Override
            public void beforeStep(StepExecution step) {
                numbers.remove(Thread.currentThread());
            }
        };
        return new StepBuilder("range", repository)
                .<Long, Long>chunk(CHUNK)
                .transactionManager(manager)
                .reader(reader)
                .writer(chunk -> chunk.forEach(n -> {
                    beforeWriting.accept(n);
                    database.sql("insert into number (n) values (?)").param(n).update();
                }))
                .listener(forgetful)
                .build();
    }

    private List<Long> missing() {
        ExecutionContext bounds = Objects.requireNonNull(StepSynchronizationManager.getContext())
                .getStepExecution()
                .getExecutionContext();
        List<Long> missing = new ArrayList<>(LongStream.range(bounds.getLong("from"), bounds.getLong("to"))
                .boxed()
                .toList());
        missing.removeAll(written());
        return missing;
    }

    List<Long> written() {
        return database.sql("select n from number order by n").query(Long.class).list();
    }

    StepExecution stored(StepExecution range) {
        return Objects.requireNonNull(repository.getStepExecution(range.getId()));
    }

    BatchStatus storedStatus(JobExecution job) {
        return Objects.requireNonNull(repository.getJobExecution(job.getId())).getStatus();
    }

    /** One for all tests. */
    private static final class Server {
        static final DataSource DATABASE = TestDatabase.postgresql();

        static {
            JdbcClient.create(DATABASE)
                    .sql("create table number (n bigint primary key)")
                    .update();
        }
    }
}
