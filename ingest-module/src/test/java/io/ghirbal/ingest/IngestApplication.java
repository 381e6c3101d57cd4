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
    @Bean
    Job ingestJob(JobRepository jobs, Step ingest) {
        return new JobBuilder("ingest", jobs).start(ingest).build();
    }
}
