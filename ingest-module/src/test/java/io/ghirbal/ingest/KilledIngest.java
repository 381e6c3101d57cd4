package io.ghirbal.ingest;

import io.ghirbal.ingest.run.RunLog;
import io.ghirbal.ingest.run.RunParameters;
import io.ghirbal.ingest.run.RunProcess;
import java.nio.file.Path;
import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A process that begins to ingest a folder and dies in the middle of a chunk, as by {@code kill -9}. */
final class KilledIngest {
    private KilledIngest() {}

    // The arguments are the JDBC URL and the folder.
    public static void main(String[] args) throws Exception {
        var context = new SpringApplicationBuilder(IngestApplication.class).run("--spring.datasource.url=" + args[0]);
        context.getBean(IngestApplication.BreakingProgress.class).haltAt = 2000;
        long run = context.getBean(RunLog.class)
                .begin(List.of(Path.of(args[1])), null, null, new RunProcess("test", "rules", "model", "host", 1));
        context.getBean(JobOperator.class)
                .start(context.getBean(Job.class), new RunParameters(run, Path.of("out"), false).toJobParameters());
    }
}
