package io.ghirbal.ingest;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The ingest step in a job of its own. */
@SpringBootApplication
class IngestApplication {
    /** Lets a test break the step after a number of documents. */
    @Bean
    BreakingProgress progress() {
        return new BreakingProgress();
    }

    static class BreakingProgress implements IngestProgress {
        long breakAt = Long.MAX_VALUE;
        long haltAt = Long.MAX_VALUE;

        @Override
        public void advanced(long documents, long rejected) {
            if (documents >= haltAt) {
                Runtime.getRuntime().halt(137);
            }
            if (documents >= breakAt) {
                throw new IllegalStateException("broken on purpose");
            }
        }
    }

    @Bean
    Job ingestJob(JobRepository jobs, Step ingest) {
        return new JobBuilder("ingest", jobs).start(ingest).build();
    }
}
