package io.ghirbal.ingest;

import java.nio.file.Path;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
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

    /** Lets a test call a file one of the job's own. */
    @Bean
    TestFiles ownFiles() {
        return new TestFiles();
    }

    static class TestFiles implements OwnFiles {
        @Nullable Path one;

        @Override
        public Predicate<Path> of(Path out) {
            return path -> path.equals(one);
        }
    }

    @Bean
    Job ingestJob(JobRepository jobs, Step ingest) {
        return new JobBuilder("ingest", jobs).start(ingest).build();
    }
}
