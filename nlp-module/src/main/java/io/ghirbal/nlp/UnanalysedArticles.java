package io.ghirbal.nlp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the articles that no run has analysed yet, or, to analyse all anew, those that this run has not analysed yet. In the order of
 * their ids, a page at a time. Articles whose raw text was purged keep the analysis they have. It keeps no state to restart from: what is done is told by the database.
 */
class UnanalysedArticles implements ItemStreamReader<StoredText> {
    /** Key of the step's context: how many articles there are to analyse. */
    static final String EXPECTED = "expected";

    private static final String PENDING = """
             from article a left join article_analysis b on b.article_id = a.id
            where a.id > :after and a.purged_at is null and (b.article_id is null or (:again = true and b.run_id <> :run))
            """;
    private static final String COUNT = "select count(*)" + PENDING;
    private static final String PAGE =
            "select a.id, a.title, a.published, a.text" + PENDING + "order by a.id fetch first :page rows only";

    private final JdbcClient database;
    private final long run;
    private final boolean again;
    private final int pageSize;
    private final Deque<StoredText> page = new ArrayDeque<>();
    private String lastId = "";

    /**
     * @param run the run that analyses
     * @param again whether to read also the articles that other runs have analysed
     * @param pageSize articles fetched at a time
     */
    UnanalysedArticles(JdbcClient database, long run, boolean again, int pageSize) {
        this.database = database;
        this.run = run;
        this.again = again;
        this.pageSize = pageSize;
    }

    @Override
    public void open(ExecutionContext context) {
        context.putLong(EXPECTED, pending(COUNT).query(Long.class).single());
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
        return pending(PAGE)
                .param("page", pageSize)
                .query((row, number) -> new StoredText(
                        row.getString("id"), row.getString("title"), row.getString("published"), row.getString("text")))
                .list();
    }

    private JdbcClient.StatementSpec pending(String sql) {
        return database.sql(sql).param("after", lastId).param("again", again).param("run", run);
    }
}
