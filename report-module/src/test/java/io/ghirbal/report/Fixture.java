package io.ghirbal.report;

import io.ghirbal.ingest.RowInserts;
import io.ghirbal.nlp.story.TextDigest;
import io.ghirbal.nlp.story.step.StoriesUpdate;
import io.ghirbal.report.summary.SummaryTables;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills a database with rows as the steps before the report leave them. */
public final class Fixture {
    private final JdbcTemplate jdbc;
    /** Whether a test gave publications and stories itself: a run would put its own in their place. */
    private boolean placedByHand;

    private final JdbcClient database;
    private long run;

    private Fixture(DataSource source) {
        jdbc = new JdbcTemplate(source);
        database = JdbcClient.create(jdbc);
        run = lastRun();
    }

    public static Fixture in(DataSource source) {
        return new Fixture(source);
    }

    /** Begins a run; the articles and rejections that follow are its. */
    public Fixture run(String status, long read, long stored, long duplicate, long rejected) {
        // Identities begin at 0 on one database and at 1 on the other.
        run = lastRun() + 1;
        database.sql("""
                        insert into run (id, status, version, inputs, started_at, finished_at, documents_read, documents_stored,
                            documents_duplicate, documents_rejected)
                        values (?, ?, '0.1.0', '/data/news', ?, ?, ?, ?, ?, ?)
                        """)
                .param(run)
                .param(status)
                .param(OffsetDateTime.parse("2024-01-0" + run + "T08:00:00Z"))
                .param(OffsetDateTime.parse("2024-01-0" + run + "T08:02:05Z"))
                .param(read)
                .param(stored)
                .param(duplicate)
                .param(rejected)
                .update();
        return this;
    }

    public Fixture topic(String code, String name, String nameAr) {
        database.sql("insert into topic (code, name, name_ar) values (?, ?, ?)")
                .params(code, name, nameAr)
                .update();
        return this;
    }

    public Fixture rejected(String source, long record, String cause, String message) {
        database.sql("insert into rejected_document (run_id, source, record, cause, message) values (?, ?, ?, ?, ?)")
                .params(run, source, record, cause, message)
                .update();
        return this;
    }

    /** A line that {@code articles} of 100 articles of the outlet have. */
    public Fixture template(String outlet, String line, int articles) {
        database.sql("""
                        insert into outlet_template (outlet, ordinal, form, text, example, articles, sampled, share, elsewhere)
                        values (?, ?, 'LINE', ?, ?, ?, 100, ?, 0)
                        """)
                .params(outlet, articles, line, line, articles, articles / 100.0)
                .update();
        return this;
    }

    /** Stores an article; what was found in it follows on the answer. */
    public Analysed article(String source, long record, @Nullable String outlet, String text) {
        String id = sha256(source + '\n' + record + '\n' + text);
        database.sql("""
                        insert into article (id, run_id, source, record, outlet, charset, text, characters)
                        values (?, ?, ?, ?, ?, 'UTF-8', ?, ?)
                        """)
                .param(id)
                .param(run)
                .param(source)
                .param(record)
                .param(outlet)
                .param(text)
                .param(text.length())
                .update();
        Analysed article = new Analysed(id);
        article.alsoAt(source, record, outlet, null, null, null);
        return article;
    }

    /** Does as the last run would that met, in all places of {@code article}, a text that is stored already, as {@code by}. */
    public Fixture superseded(String article, String by) {
        database.sql("""
                        update document set article_id = ?, outlet = (select a.outlet from article a where a.id = ?), url = null, title = null,
                            published = null, run_id = ?, page_key = null, text_key = null
                        where article_id = ?
                        """).params(by, by, run, article).update();
        database.sql("update article set superseded_run_id = ? where id = ?")
                .params(run, article)
                .update();
        return placed();
    }

    /** Finds publications and stories as a run does. */
    public Fixture placed() {
        new StoriesUpdate(jdbc, RowInserts.of(jdbc), 1).update(run);
        return this;
    }

    /** A story; articles tell it by its id. */
    public Fixture story(String id, String title, LocalDate day, long publications, long outlets) {
        placedByHand = true;
        database.sql("""
                        insert into story (id, title, first_day, last_day, outlets, publications, texts, copies, articles)
                        values (?, ?, ?, ?, ?, ?, ?, 0, ?)
                        """)
                .params(id, title, day, day, outlets, publications, publications, publications)
                .update();
        return this;
    }

    /** What is published of one of many. */
    public record Many(String outlet, LocalDate day, String title, String url, String text, List<String> topics) {}

    /** Stores {@code count} articles, each with a publication and a story of its own, in batches. */
    public Fixture many(int count, IntFunction<Many> articles) {
        placedByHand = true;
        List<Object[]> article = new ArrayList<>();
        List<Object[]> analysis = new ArrayList<>();
        List<Object[]> topic = new ArrayList<>();
        List<Object[]> publication = new ArrayList<>();
        List<Object[]> place = new ArrayList<>();
        List<Object[]> story = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Many one = articles.apply(i);
            String id = sha256("one of many " + i);
            article.add(new Object[] {
                id,
                run,
                "many.jsonl",
                i + 1,
                one.outlet(),
                one.text(),
                one.text().length()
            });
            analysis.add(new Object[] {
                id, run, one.title(), one.day(), one.text(), one.text().length()
            });
            for (int k = 0; k < one.topics().size(); k++) {
                topic.add(new Object[] {id, k, one.topics().get(k), 0.9});
            }
            publication.add(new Object[] {
                sha256(id), id, id, one.outlet(), one.url(), one.title(), one.day(), "many.jsonl", i + 1, run, run
            });
            place.add(new Object[] {id, id, one.day(), id});
            story.add(new Object[] {id, one.title(), one.day(), one.day()});
        }
        insert(
                "article (id, run_id, source, record, outlet, charset, text, characters) values (?, ?, ?, ?, ?, 'UTF-8', ?, ?)",
                article);
        insert("""
                article_analysis (article_id, run_id, title, published_on, body, kept_lines, removed_lines, kept_characters,
                    removed_characters) values (?, ?, ?, ?, ?, 1, 0, ?, 0)""", analysis);
        insert("article_topic (article_id, ordinal, code, score) values (?, ?, ?, ?)", topic);
        insert("""
                publication (id, article_id, text_id, outlet, url, title, published_on, source, record, first_run_id, last_run_id,
                    documents) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)""", publication);
        insert("""
                article_story (article_id, text_id, first_of_text, day, day_first_seen, story_id, role)
                values (?, ?, true, ?, false, ?, 'FIRST')""", place);
        insert("""
                story (id, title, first_day, last_day, outlets, publications, texts, copies, articles)
                values (?, ?, ?, ?, 1, 1, 1, 0, 1)""", story);
        return this;
    }

    private void insert(String into, List<Object[]> rows) {
        jdbc.batchUpdate("insert into " + into, rows);
    }

    /** Finds publications and stories, and fills the summary tables, as a run does. */
    public Fixture summarised() {
        if (!placedByHand) {
            placed();
        }
        new SummaryTables(database).rebuild();
        return this;
    }

    private long lastRun() {
        return database.sql("select coalesce(max(id), 0) from run")
                .query(Long.class)
                .single();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was found in an article. */
    public final class Analysed {
        private final String id;
        private int blocks;
        private int topics;
        private int publications;

        private Analysed(String id) {
            this.id = id;
        }

        /** A place where the text stands, with what its source said there. */
        public Analysed alsoAt(
                String source,
                long record,
                @Nullable String outlet,
                @Nullable String url,
                @Nullable String title,
                @Nullable String published) {
            database.sql("""
                            insert into document (id, path, record, article_id, source, outlet, url, title, published, run_id)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(sha256(source + '\n' + record + '\n' + url + '\n' + id))
                    .param("/data/news/" + source)
                    .param(record)
                    .param(id)
                    .param(source)
                    .param(outlet)
                    .param(url)
                    .param(title)
                    .param(published)
                    .param(run)
                    .update();
            return this;
        }

        public Analysed analysed(
                @Nullable String title,
                @Nullable LocalDate publishedOn,
                @Nullable String attribution,
                @Nullable String author,
                String body,
                int removedLines,
                int removedCharacters) {
            database.sql("""
                            insert into article_analysis (article_id, run_id, title, published_on, attribution, author, body, kept_lines,
                                removed_lines, kept_characters, removed_characters, text_digest)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(id)
                    .param(run)
                    .param(title)
                    .param(publishedOn)
                    .param(attribution)
                    .param(author)
                    .param(body)
                    .param((int) body.lines().count())
                    .param(removedLines)
                    .param(body.length())
                    .param(removedCharacters)
                    .param(Objects.requireNonNullElse(TextDigest.of(body), id))
                    .update();
            database.sql("insert into unplaced_article (article_id, analysed) values (?, true)")
                    .param(id)
                    .update();
            return this;
        }

        /** Fails at the article in place of analysing it. */
        public Analysed failed(String message) {
            database.sql("insert into failed_article (article_id, run_id, version, message) values (?, ?, '0.1.0', ?)")
                    .params(id, run, message)
                    .update();
            return this;
        }

        public Analysed removed(int first, int last, String kind, String reason, String text) {
            return block(first, last, null, null, kind, reason, last - first + 1, text);
        }

        public Analysed inline(int line, int start, String kind, String reason, String text) {
            return block(line, line, start, start + text.length(), kind, reason, 0, text);
        }

        public Analysed about(String code, double score) {
            database.sql("insert into article_topic (article_id, ordinal, code, score) values (?, ?, ?, ?)")
                    .params(id, topics++, code, score)
                    .update();
            return this;
        }

        /** Lets its document be a look of a publication. */
        public Analysed published(
                @Nullable String outlet, @Nullable String url, @Nullable String title, @Nullable LocalDate day) {
            placedByHand = true;
            String publication = sha256(id + "publication" + publications++);
            database.sql("""
                            insert into publication (id, article_id, text_id, outlet, url, title, published_on, source, record,
                                first_run_id, last_run_id, documents)
                            select ?, a.id, a.id, ?, ?, ?, ?, a.source, a.record, a.run_id, a.run_id, 1 from article a where a.id = ?
                            """)
                    .param(publication)
                    .param(outlet)
                    .param(url)
                    .param(title)
                    .param(day)
                    .param(id)
                    .update();
            database.sql("update document set publication_id = ? where article_id = ?")
                    .params(publication, id)
                    .update();
            return this;
        }

        /** Places it in a story. */
        public Analysed tells(String story, LocalDate day) {
            placedByHand = true;
            database.sql("""
                            insert into article_story (article_id, text_id, first_of_text, day, day_first_seen, story_id, role)
                            values (?, ?, true, ?, false, ?, 'RETOLD')
                            """).params(id, id, day, story).update();
            return this;
        }

        public Fixture and() {
            return Fixture.this;
        }

        private Analysed block(
                int first,
                int last,
                @Nullable Integer start,
                @Nullable Integer end,
                String kind,
                String reason,
                int lines,
                String text) {
            database.sql("""
                            insert into removed_block (article_id, ordinal, first_line, last_line, start_column, end_column, kind, reason,
                                confidence, lines, characters, text)
                            values (?, ?, ?, ?, ?, ?, ?, ?, 0.9, ?, ?, ?)
                            """)
                    .param(id)
                    .param(blocks++)
                    .param(first)
                    .param(last)
                    .param(start)
                    .param(end)
                    .param(kind)
                    .param(reason)
                    .param(lines)
                    .param(text.length())
                    .param(text)
                    .update();
            return this;
        }
    }
}
