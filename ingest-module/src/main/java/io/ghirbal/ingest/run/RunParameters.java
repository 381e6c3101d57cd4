package io.ghirbal.ingest.run;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
 * @param exports what is written beside the report, with commas between; null for everything
 * @param languages languages of the articles that are published, with commas between; null for all
 * @param reading how inputs are read where they do not say it themselves, as {@code ReadingOptions.asText} writes it; empty as usual
 */
public record RunParameters(
        long run,
        Path out,
        boolean reanalyse,
        @Nullable String exports,
        @Nullable String languages,
        String reading) {
    /** Characters that a parameter has room for in the tables of Spring Batch. */
    public static final int LONGEST_VALUE = 2_500;

    private static final String RUN = "run";
    private static final String OUT = "out";
    private static final String REANALYSE = "reanalyse";
    private static final String EXPORTS = "exports";
    private static final String LANGUAGES = "languages";
    private static final String READING = "reading";

    /** Those of a run that publishes everything. */
    public RunParameters(long run, Path out, boolean reanalyse) {
        this(run, out, reanalyse, null, null, "");
    }

    /**
     * Those of a job, without what earlier versions entered beside them; empty when a process was killed before it had entered them all.
     */
    public static Optional<RunParameters> find(JobParameters parameters) {
        Long run = parameters.getLong(RUN);
        String out = parameters.getString(OUT);
        JobParameter<?> reanalyse = parameters.getParameter(REANALYSE);
        return run == null || out == null || reanalyse == null
                ? Optional.empty()
                : Optional.of(new RunParameters(
                        run,
                        Path.of(out),
                        Boolean.TRUE.equals(reanalyse.value()),
                        parameters.getString(EXPORTS),
                        parameters.getString(LANGUAGES),
                        Objects.requireNonNullElse(parameters.getString(READING), "")));
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
        JobParametersBuilder parameters = new JobParametersBuilder(identityOf(run))
                .addString(OUT, out.toString(), false)
                .addJobParameter(REANALYSE, reanalyse, Boolean.class, false);
        if (exports != null) {
            parameters.addString(EXPORTS, exports, false);
        }
        if (languages != null) {
            parameters.addString(LANGUAGES, languages, false);
        }
        if (!reading.isEmpty()) {
            parameters.addString(READING, reading, false);
        }
        return parameters.toJobParameters();
    }

    /** The parameters that identify a run. */
    public static JobParameters identityOf(long run) {
        return new JobParametersBuilder().addLong(RUN, run).toJobParameters();
    }
}
