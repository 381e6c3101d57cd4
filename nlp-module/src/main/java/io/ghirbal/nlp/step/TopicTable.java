package io.ghirbal.nlp.step;

import io.ghirbal.nlp.topic.Topic;
import io.ghirbal.nlp.topic.TopicClassifier;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the topics that the classifier can give to the table {@code topic} before the first article refers to one. */
class TopicTable implements StepExecutionListener {
    private final JdbcClient database;
    private final TopicClassifier classifier;

    TopicTable(JdbcClient database, TopicClassifier classifier) {
        this.database = database;
        this.classifier = classifier;
    }

    @Override
    public void beforeStep(StepExecution step) {
        for (Topic topic : classifier.topics()) {
            int known = write("update topic set name = :name, name_ar = :nameAr where code = :code", topic);
            if (known == 0) {
                write("insert into topic (code, name, name_ar) values (:code, :name, :nameAr)", topic);
            }
        }
    }

    private int write(String sql, Topic topic) {
        return database.sql(sql).paramSource(topic).update();
    }
}
