package io.ghirbal.report.remote;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes workers for the runs on one database. */
public final class RangeWorkers {
    private final JdbcClient database;
    private final Program program;
    private final Step step;
    private final JobRepository executions;
    private final TransactionTemplate transactions;

    RangeWorkers(
            JdbcClient database,
            Program program,
            Step step,
            JobRepository executions,
            TransactionTemplate transactions) {
        this.database = database;
        this.program = program;
        this.step = step;
        this.executions = executions;
        this.transactions = transactions;
    }

    /**
     * A worker that was not started yet.
     *
     * @param broker over which the runs say what there is to do
     * @param threads how many ranges to do at a time
     * @param name what people call this worker
     */
    public RangeWorker over(Broker broker, int threads, String name, WorkerListener listener) {
        return new RangeWorker(
                RangeQueue.of(broker, database), threads, program, step, name, executions, transactions, listener);
    }
}
