package io.ghirbal.report.summary;

import io.ghirbal.nlp.topic.Topic;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code topic}: what a {@link Slice} can be cut by. */
public class StoredTopics {
    private final JdbcClient database;

    StoredTopics(JdbcClient database) {
        this.database = database;
    }

    /** The topics that articles may have, in the order of their codes. */
    public List<Topic> all() {
        return database.sql("select code, name, name_ar from topic order by code")
                .query((row, number) ->
                        new Topic(row.getString("code"), row.getString("name"), row.getString("name_ar")))
                .list();
    }
}
