package io.ghirbal.report.job;

import io.ghirbal.ingest.Arrivals;
import io.ghirbal.ingest.OwnFiles;
import io.ghirbal.ingest.run.NewsStep;
import io.ghirbal.ingest.run.RunLog;
import io.ghirbal.ingest.run.RunProcess;
import io.ghirbal.ingest.run.RunRepository;
import io.ghirbal.nlp.clean.BoilerplateCleaner;
import io.ghirbal.nlp.step.TemplateCorrections;
import io.ghirbal.nlp.topic.TopicClassifier;
import io.ghirbal.report.database.DatabaseUrl;
import io.ghirbal.report.database.Owner;
import io.ghirbal.report.database.RunLock;
import io.ghirbal.report.remote.Program;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The job {@code news}, from files to report. Each step belongs to the module whose tables it fills: {@code ingest} to ingest-module,
 * {@code profile}, {@code analyse} and {@code stories} to nlp-module, the others to report-module.
 */
@Configuration(proxyBeanMethods = false)
class NewsJob {
    @Bean
    Job news(
            JobRepository jobs,
            Step ingest,
            Step profile,
            Step analyse,
            Step stories,
            Step summarise,
            Step reconcile,
            Step publish,
            CurrentExecution current) {
        return new JobBuilder(NewsStep.JOB, jobs)
                .start(ingest)
                .next(profile)
                .next(analyse)
                .next(stories)
                .next(summarise)
                .next(reconcile)
                .next(publish)
                .listener(current)
                .build();
    }

    @Bean
    RequestedRuns requestedRuns(
            RunLock lock,
            CurrentExecution current,
            KilledRuns killed,
            RunHistory history,
            RunExecutor executor,
            Arrivals arrivals,
            TemplateCorrections corrections) {
        return new RequestedRuns(lock, current, killed, history, executor, arrivals, corrections);
    }

    @Bean
    RunExecutor runExecutor(
            RunLog log,
            ObjectProvider<RunProcess> process,
            JobExecutor job,
            CurrentExecution current,
            RunHistory history) {
        return new RunExecutor(log, process::getObject, job, current, history);
    }

    @Bean
    JobExecutor jobExecutor(Job news, JobOperator operator, RunHistory history, KilledRuns killed, DatabaseUrl url) {
        return new JobExecutor(news, operator, history, killed, url);
    }

    @Bean
    RunHistory runHistory(RunRepository runs, JobRepository executions, JdbcClient database) {
        return new RunHistory(runs, executions, database);
    }

    @Bean
    KilledRuns killedRuns(JobRepository executions, JobOperator operator, RunLog log) {
        return new KilledRuns(executions, operator, log);
    }

    @Bean
    CurrentExecution currentExecution() {
        return new CurrentExecution();
    }

    @Bean
    OwnFiles ownFiles(DatabaseUrl url) {
        return new JobFiles(url);
    }

    @Bean
    Program program(TopicClassifier classifier) {
        return new Program(ProgramVersion.current(), BoilerplateCleaner.standardDigest(), classifier.digest());
    }

    /** Lazy, for to ask for the name of the host can take a moment. */
    @Bean
    @Lazy
    RunProcess runProcess(Program program, TopicClassifier classifier) {
        Owner self = Owner.self();
        String model = "%s (SHA-256 %s)".formatted(classifier.origin(), classifier.digest());
        return new RunProcess(program.version(), program.rules(), model, self.host(), self.pid());
    }
}
