package io.ghirbal.nlp.story.step;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Does a part of {@link StoriesUpdate} in each call, which is a transaction. */
class StoriesTasklet implements Tasklet {
    private final StoriesUpdate update;
    private final long run;
    private boolean begun;

    /** @param run the run whose articles are new */
    StoriesTasklet(StoriesUpdate update, long run) {
        this.update = update;
        this.run = run;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        if (!begun) {
            update.takeChanged(run);
            begun = true;
            return RepeatStatus.CONTINUABLE;
        }
        return RepeatStatus.continueIf(update.doSome());
    }
}
