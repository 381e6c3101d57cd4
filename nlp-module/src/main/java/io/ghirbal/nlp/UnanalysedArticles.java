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
    /** Apart from what is asked of them, so that a database reads a page in the order of the index and not the rest of the range with it. */
    private static final String IDS =
            "select id from article where id > :after and id < :to order by id fetch first :page rows only";

    private static final String PENDING = """
            select a.id, a.title, a.published, a.text
            from article a left join article_analysis b on b.article_id = a.id
            where a.id in (:ids) and a.purged_at is null and (b.article_id is null or (:again = true and b.run_id <> :run))
            order by a.id
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
        boolean more = true;
        while (page.isEmpty() && more) {
            more = nextPage();
        }
        return page.poll();
    }

    /** Reads on; false when the range has no more articles. */
    private boolean nextPage() {
        List<String> ids = database.sql(IDS)
                .param("after", lastId)
                .param("to", to)
                .param("page", pageSize)
                .query(String.class)
                .list();
        if (ids.isEmpty()) {
            return false;
        }
        lastId = ids.get(ids.size() - 1);
        page.addAll(database.sql(PENDING)
                .param("ids", ids)
                .param("again", again)
                .param("run", run)
                .query((row, number) -> new StoredText(
                        row.getString("id"), row.getString("title"), row.getString("published"), row.getString("text")))
                .list());
        return true;
    }
}
