package io.ghirbal.ingest.run;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.batch.core.job.parameters.JobParameter;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.step.StepExecution;

/**
 * The parameters of the job. What a run reads stands in the table {@code run}, under its number, for a list of inputs may be longer than a
 * parameter.
 *
 * @param run number of the run, which identifies it
 * @param out folder that receives the report and the exports
 * @param reanalyse whether all stored articles are analysed, and not only those without an analysis
 */
public record RunParameters(long run, Path out, boolean reanalyse) {
    /** Characters that a parameter has room for in the tables of Spring Batch. */
    public static final int LONGEST_OUT = 2_500;

    private static final String RUN = "run";
    private static final String OUT = "out";
    private static final String REANALYSE = "reanalyse";

    /**
     * Those of a job, without what earlier versions entered beside them; empty when a process was killed before it had entered them all.
     */
    public static Optional<RunParameters> find(JobParameters parameters) {
        Long run = parameters.getLong(RUN);
        String out = parameters.getString(OUT);
        JobParameter<?> reanalyse = parameters.getParameter(REANALYSE);
        return run == null || out == null || reanalyse == null
                ? Optional.empty()
                : Optional.of(new RunParameters(run, Path.of(out), Boolean.TRUE.equals(reanalyse.value())));
    }

    /**
     * Those of the job that a step belongs to.
     *
     * @throws IllegalStateException when the job has others
     */
    public static RunParameters of(StepExecution step) {
        return find(step.getJobParameters())
                .orElseThrow(() -> new IllegalStateException("No parameters of a run: " + step.getJobParameters()));
    }

    /** As Spring Batch keeps them. */
    public JobParameters toJobParameters() {
        return new JobParametersBuilder(identityOf(run))
                .addString(OUT, out.toString(), false)
                .addJobParameter(REANALYSE, reanalyse, Boolean.class, false)
                .toJobParameters();
    }

    /** The parameters that identify a run. */
    public static JobParameters identityOf(long run) {
        return new JobParametersBuilder().addLong(RUN, run).toJobParameters();
    }
}
