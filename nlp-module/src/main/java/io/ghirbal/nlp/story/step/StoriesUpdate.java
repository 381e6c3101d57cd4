package io.ghirbal.nlp.story.step;

import io.ghirbal.ingest.RowInserts;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings publications and stories up to date with documents and analyses, part by part. What is still to be done stands in the database. It
 * holds the days before the one it places, so it is for one thread, and for one run or purge.
 */
public final class StoriesUpdate {
    private final JdbcClient database;
    private final Stories stories;
    private final TextDigests digests;
    private final Publications publications;
    private final TextDays texts;
    private final StoryPlacing placing;
    /** Stories that lost articles to a purge. */
    private final Set<String> purged = new LinkedHashSet<>();

    /** @param threads how many compare texts at a time, from 1; they change nothing but the time it takes */
    public StoriesUpdate(JdbcTemplate jdbc, RowInserts inserts, int threads) {
        this.database = JdbcClient.create(jdbc);
        this.stories = new Stories(database, inserts);
        this.digests = new TextDigests(jdbc);
        this.publications = new Publications(jdbc, inserts);
        this.texts = new TextDays(database, inserts, stories);
        this.placing = new StoryPlacing(jdbc, stories, threads);
    }

    /** Does all there is to do once a run has stored and analysed its articles, whatever transaction the caller is in. */
    public void update(long run) {
        takeChanged(run);
        doRest();
    }

    /** Takes note of what a run stored, analysed and superseded. */
    void takeChanged(long run) {
        publications.takeChanged(run);
    }

    /**
     * Does a part: the digests of some analyses of an earlier version, or some publications, or the days of some texts, or the stories of a day.
     *
     * @return false when there is nothing left to do
     */
    boolean doSome() {
        return digests.addSome() || publications.makeSome() || texts.placeSome() || placing.placeNextDay();
    }

    /**
     * Takes articles out of publications and stories that are about to be deleted. In the transaction of the caller, which calls
     * {@link #completePurge()} when they are.
     *
     * @param articles SQL behind the name of a column that says which, such as {@code " in (select …)"}
     * @param statement makes a statement of SQL, with the parameters of {@code articles}
     */
    public void forget(String articles, Function<String, JdbcClient.StatementSpec> statement) {
        List<LocalDate> days = statement
                .apply("select distinct day from article_story where article_id" + articles)
                .query((row, number) -> row.getObject("day", LocalDate.class))
                .list();
        purged.addAll(statement
                .apply("select distinct story_id from article_story where story_id is not null and article_id"
                        + articles)
                .query(String.class)
                .list());
        for (String sql : List.of(
                """
                update document set text_key = null, page_key = null where publication_id in (
                    select d.publication_id from document d where d.publication_id is not null and d.article_id {old})
                """,
                """
                insert into unplaced_article (article_id, analysed)
                select s.article_id, false from article_story s
                where s.text_id in (select g.text_id from article_story g where g.article_id {old})
                    and not exists (select 1 from unplaced_article u where u.article_id = s.article_id)
                """,
                "delete from unplaced_article where article_id {old}",
                "delete from article_story where article_id {old}",
                "delete from publication where article_id {old}")) {
            statement.apply(sql.replace("{old}", articles)).update();
        }
        stories.unplace(days);
        days.forEach(stories::unplaceBehind);
    }

    /** Brings up to date what {@link #forget} left, once the documents and articles are deleted. */
    public void completePurge() {
        database.sql(
                        "delete from publication where not exists (select 1 from document d where d.publication_id = publication.id)")
                .update();
        doRest();
        stories.count(purged);
        purged.clear();
    }

    private void doRest() {
        boolean more = true;
        while (more) {
            more = doSome();
        }
    }
}
