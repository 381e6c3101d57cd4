package io.ghirbal.nlp.step;

import io.ghirbal.ingest.BatchCounts;
import io.ghirbal.ingest.run.RunParameters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the articles of a range that no run has analysed yet, or, to analyse all anew, those that this run has not analysed yet. In the
 * order of their ids, in batches. An article that this version of the program has failed at is left. Articles whose raw text was purged keep the analysis they have. It keeps no state to restart from: what
 * is done is told by the database.
 */
class UnanalysedArticles implements ItemReader<List<StoredText>> {
    /** Articles a batch at most. */
    private static final int MOST_ARTICLES = 200;

    /** Apart from what is asked of them, so that a database reads a page in the order of the index and not the rest of the range with it. */
    private static final String PAGE =
            "select id, characters from article where id > :after and id < :to order by id fetch first :page rows only";

    private static final String PENDING = """
            select a.id, a.outlet, a.title, a.published, a.line_hints, a.text
            from article a left join article_analysis b on b.article_id = a.id left join failed_article f on f.article_id = a.id
            where a.id in (:ids) and a.purged_at is null
                and (:again = true or b.article_id is null) and coalesce(b.run_id, 0) <> :run
                and (f.article_id is null or f.version <> :version or (:again = true and f.run_id <> :run))
            order by a.id
            """;

    private final JdbcClient database;
    private final RunParameters run;
    private final String to;
    private @Nullable String version;
    private String lastId;

    private record Size(String id, int characters) {}

    /**
     * @param run the run that analyses; one that analyses again reads also the articles that other runs have analysed
     * @param from the first digits of the range, before the first id
     * @param to those of the next range, behind the last id
     */
    UnanalysedArticles(JdbcClient database, RunParameters run, String from, String to) {
        this.database = database;
        this.run = run;
        this.lastId = from;
        this.to = to;
    }

    /** The next batch, not empty; null when the range has no more articles. */
    @Override
    public @Nullable List<StoredText> read() {
        List<String> ids = nextIds();
        while (!ids.isEmpty()) {
            lastId = ids.get(ids.size() - 1);
            List<StoredText> batch = pending(ids);
            if (!batch.isEmpty()) {
                return batch;
            }
            ids = nextIds();
        }
        return null;
    }

    private List<String> nextIds() {
        List<Size> page = database.sql(PAGE)
                .param("after", lastId)
                .param("to", to)
                .param("page", MOST_ARTICLES)
                .query((row, number) -> new Size(row.getString("id"), row.getInt("characters")))
                .list();
        int articles = 0;
        for (long characters = 0; articles < page.size() && characters < BatchCounts.MOST_CHARACTERS; articles++) {
            characters += page.get(articles).characters();
        }
        return page.subList(0, articles).stream().map(Size::id).toList();
    }

    private List<StoredText> pending(List<String> ids) {
        return database.sql(PENDING)
                .param("ids", ids)
                .param("again", run.reanalyse())
                .param("run", run.run())
                .param("version", version())
                .query((row, number) -> new StoredText(
                        row.getString("id"),
                        row.getString("outlet"),
                        row.getString("title"),
                        row.getString("published"),
                        row.getString("line_hints"),
                        row.getString("text")))
                .list();
    }

    /** The version of the program that the run was begun, or goes on, with. */
    private String version() {
        if (version == null) {
            version = database.sql("select version from run where id = :run")
                    .param("run", run.run())
                    .query(String.class)
                    .single();
        }
        return version;
    }
}
