package io.ghirbal.ingest.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.step.StepExecution;

/** The steps of the job in their order. Nothing is published before the numbers add up. */
public enum NewsStep {
    /** Reads the inputs and stores what is new in them. */
    INGEST("documents"),
    /** Learns what the outlets repeat round their articles. */
    PROFILE(null),
    /** Cleans and classifies the articles that have no analysis yet. */
    ANALYSE("articles"),
    /** Finds publications, copies and stories. */
    STORIES(null),
    /** Fills the summary tables. */
    SUMMARISE(null),
    /** Fails the run when two counts of the same thing differ. */
    RECONCILE(null),
    /** Writes the report and the exports. */
    PUBLISH(null);

    /** Name of the job in the job repository. */
    public static final String JOB = "news";

    /**
     * Key in the execution context of {@link #INGEST}: how many documents were read, a {@code long}, over all executions of the run. The
     * read count of Spring Batch is of one execution, and counts what a chunk read that was then rolled back.
     */
    public static final String DOCUMENTS_READ = "ingest.read";

    /** Key in the execution context of {@link #ANALYSE}: about how many articles there are to analyse, a {@code long}. */
    public static final String EXPECTED = "expected";

    private final @Nullable String unit;

    NewsStep(@Nullable String unit) {
        this.unit = unit;
    }

    /** Name of the step in the job repository, on the console and in the metrics. */
    public String stepName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the step counts one by one: what is rejected or met twice is a document, but no article. Empty when it has nothing to count. */
    public Optional<String> unit() {
        return Optional.ofNullable(unit);
    }

    /** Name of the step that does a part of this one. Spring Batch puts a colon and the name of the part behind it. */
    public String partName() {
        return stepName() + "-range";
    }

    /** Whether {@code execution} is that of a part of this step. */
    public boolean hasPart(StepExecution execution) {
        return execution.getStepName().startsWith(partName() + ':');
    }

    /** The step of an execution; empty when it is that of a part. */
    public static Optional<NewsStep> find(StepExecution execution) {
        return Arrays.stream(values())
                .filter(step -> step.stepName().equals(execution.getStepName()))
                .findFirst();
    }
}
