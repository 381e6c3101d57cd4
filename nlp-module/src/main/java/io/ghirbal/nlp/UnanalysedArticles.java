package io.ghirbal.nlp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the articles of a range that no run has analysed yet, or, to analyse all anew, those that this run has not analysed yet. In the
 * order of their ids, a page at a time. Articles whose raw text was purged keep the analysis they have. It keeps no state to restart from:
 * what is done is told by the database.
 */
class UnanalysedArticles implements ItemReader<StoredText> {
    private static final String PAGE = """
            select a.id, a.title, a.published, a.text
            from article a left join article_analysis b on b.article_id = a.id
            where a.id > :after and a.id < :to and a.purged_at is null
                and (b.article_id is null or (:again = true and b.run_id <> :run))
            order by a.id fetch first :page rows only
            """;

    private final JdbcClient database;
    private final long run;
    private final boolean again;
    private final int pageSize;
    private final Deque<StoredText> page = new ArrayDeque<>();
    private final String to;
    private String lastId;

    /**
     * @param run the run that analyses
     * @param again whether to read also the articles that other runs have analysed
     * @param from the first digits of the range, before the first id
     * @param to those of the next range, behind the last id
     * @param pageSize articles fetched at a time
     */
    UnanalysedArticles(JdbcClient database, long run, boolean again, String from, String to, int pageSize) {
        this.database = database;
        this.run = run;
        this.again = again;
        this.lastId = from;
        this.to = to;
        this.pageSize = pageSize;
    }

    @Override
    public @Nullable StoredText read() {
        if (page.isEmpty()) {
            page.addAll(nextPage());
        }
        StoredText next = page.poll();
        if (next != null) {
            lastId = next.id();
        }
        return next;
    }

    private List<StoredText> nextPage() {
        return database.sql(PAGE)
                .param("after", lastId)
                .param("to", to)
                .param("again", again)
                .param("run", run)
                .param("page", pageSize)
                .query((row, number) -> new StoredText(
                        row.getString("id"), row.getString("title"), row.getString("published"), row.getString("text")))
                .list();
    }
}
