package io.ghirbal.nlp.step;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Learns the template of one outlet after the other, each in a transaction of its own. What was done is told by the database, so that a
 * step that was killed goes on where it was.
 */
class OutletProfiling implements Tasklet {
    private final OutletProfiles profiles;
    private final OutletTemplates templates;
    private final long run;
    private boolean counted;

    /** @param run the run whose articles are new */
    OutletProfiling(OutletProfiles profiles, OutletTemplates templates, long run) {
        this.profiles = profiles;
        this.templates = templates;
        this.run = run;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        if (!counted) {
            profiles.countArticles(run);
            counted = true;
            return RepeatStatus.CONTINUABLE;
        }
        Optional<String> outlet = profiles.nextToLearn(run);
        if (outlet.isPresent()) {
            profiles.learn(outlet.get(), run);
            contribution.incrementWriteCount(1);
            return RepeatStatus.CONTINUABLE;
        }
        if (profiles.hasLearned(run)) {
            profiles.compare();
        }
        profiles.enterDigests(templates);
        return RepeatStatus.FINISHED;
    }
}
