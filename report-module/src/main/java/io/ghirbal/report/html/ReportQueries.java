package io.ghirbal.report.html;

import io.ghirbal.report.export.Visible;
import io.ghirbal.report.html.ShownArticle.Selection;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads from the database what the report shows. Every list has an order that does not depend on the database. */
class ReportQueries {
    private final JdbcClient database;

    ReportQueries(JdbcClient database) {
        this.database = database;
    }

    Optional<Accounts.Run> findLastRun() {
        return database.sql("""
                        select id, status, version, inputs, started_at, finished_at, documents_read, documents_stored,
                            documents_duplicate, documents_rejected
                        from run where id = (select max(id) from run)
                        """)
                .query((row, number) -> {
                    OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
                    return new Accounts.Run(
                            row.getLong("id"),
                            row.getString("status"),
                            row.getString("version"),
                            row.getString("inputs").lines().map(Visible::of).collect(Collectors.joining("\n")),
                            row.getObject("started_at", OffsetDateTime.class).toInstant(),
                            finished == null ? null : finished.toInstant(),
                            new Accounts(
                                    row.getLong("documents_read"),
                                    row.getLong("documents_stored"),
                                    row.getLong("documents_duplicate"),
                                    row.getLong("documents_rejected")));
                })
                .optional();
    }

    /** Reads each large table once: HSQLDB counts by walking over the rows, texts and all. */
    Accounts.Base base() {
        return database.sql("""
                        select r.runs, r.documents_read, r.documents_stored, r.documents_duplicate, r.documents_rejected,
                            (select count(*) from article) as articles,
                            (select count(*) from article where superseded_run_id is not null) as superseded,
                            y.analysed - (select count(*) from article_topic t join article a on a.id = t.article_id
                                where t.ordinal = 0 and a.superseded_run_id is null) as without_topic,
                            y.analysed, y.nothing_kept, y.kept_lines, y.removed_lines, y.kept_characters, y.removed_characters
                        from (select count(*) as runs, coalesce(sum(documents_read), 0) as documents_read,
                                coalesce(sum(documents_stored), 0) as documents_stored,
                                coalesce(sum(documents_duplicate), 0) as documents_duplicate,
                                coalesce(sum(documents_rejected), 0) as documents_rejected from run) r
                        cross join (select count(*) as analysed,
                                coalesce(sum(case when kept_characters = 0 then 1 else 0 end), 0) as nothing_kept,
                                coalesce(sum(cast(kept_lines as bigint)), 0) as kept_lines,
                                coalesce(sum(cast(removed_lines as bigint)), 0) as removed_lines,
                                coalesce(sum(cast(kept_characters as bigint)), 0) as kept_characters,
                                coalesce(sum(cast(removed_characters as bigint)), 0) as removed_characters
                            from article_analysis join article on id = article_id where superseded_run_id is null) y
                        """)
                .query((row, number) -> new Accounts.Base(
                        row.getLong("runs"),
                        new Accounts(
                                row.getLong("documents_read"),
                                row.getLong("documents_stored"),
                                row.getLong("documents_duplicate"),
                                row.getLong("documents_rejected")),
                        row.getLong("articles"),
                        row.getLong("superseded"),
                        row.getLong("analysed"),
                        row.getLong("nothing_kept"),
                        row.getLong("without_topic"),
                        row.getLong("kept_lines"),
                        row.getLong("removed_lines"),
                        row.getLong("kept_characters"),
                        row.getLong("removed_characters")))
                .single();
    }

    /** Topics that some article has, with most articles first. */
    List<Tallies.OfTopic> topics() {
        return database.sql("""
                        select s.code, coalesce(t.name, s.code) as name, coalesce(t.name_ar, s.code) as name_ar,
                            sum(s.articles) as total, sum(s.mean_score * s.articles) / sum(s.articles) as mean_score
                        from topic_summary s left join topic t on t.code = s.code
                        group by s.code, t.name, t.name_ar
                        order by total desc, s.code
                        """)
                .query((row, number) -> new Tallies.OfTopic(
                        row.getString("code"),
                        new Label(row.getString("name_ar"), row.getString("name")),
                        row.getLong("total"),
                        row.getDouble("mean_score")))
                .list();
    }

    Timeline timeline() {
        Map<LocalDate, Long> articles = new HashMap<>();
        database.sql("select day, articles from daily_summary where day is not null")
                .query(row -> {
                    articles.put(row.getObject("day", LocalDate.class), row.getLong("articles"));
                });
        long undated = database.sql("select coalesce(sum(articles), 0) from daily_summary where day is null")
                .query(Long.class)
                .single();
        return Timeline.of(articles, undated);
    }

    /** The {@code limit} outlets with most articles. */
    Tallies.Outlets outlets(int limit) {
        List<Tallies.OfOutlet> first = database.sql("""
                        select outlet, articles, first_day, last_day, kept_characters, removed_characters, removed_lines
                        from outlet_summary
                        order by articles desc, case when outlet is null then 1 else 0 end, outlet limit :limit
                        """)
                .param("limit", limit)
                .query((row, number) -> new Tallies.OfOutlet(
                        row.getString("outlet"),
                        row.getLong("articles"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getLong("kept_characters"),
                        row.getLong("removed_characters"),
                        row.getLong("removed_lines")))
                .list();
        return new Tallies.Outlets(first, count("select count(*) from outlet_summary") - first.size());
    }

    /** What was removed, with the kind that took most characters first. */
    List<Tallies.OfKind> kinds() {
        return database.sql("""
                        select kind, sum(blocks) as all_blocks, sum(articles) as all_articles, sum(lines) as all_lines,
                            sum(characters) as all_characters
                        from boilerplate_summary group by kind order by all_characters desc, kind
                        """)
                .query((row, number) -> new Tallies.OfKind(
                        row.getString("kind"),
                        row.getLong("all_blocks"),
                        row.getLong("all_articles"),
                        row.getLong("all_lines"),
                        row.getLong("all_characters")))
                .list();
    }

    /** What the last run rejected, {@code limit} documents of it one by one. */
    Tallies.Rejections rejections(int limit) {
        List<Tallies.OfCause> causes = database.sql("""
                        select cause, count(*) as documents from rejected_document
                        where run_id = (select max(id) from run) group by cause order by documents desc, cause
                        """)
                .query((row, number) -> new Tallies.OfCause(row.getString("cause"), row.getLong("documents")))
                .list();
        List<Tallies.RejectedDocument> first = database.sql("""
                        select source, record, cause, message from rejected_document
                        where run_id = (select max(id) from run) order by source, record, cause, message limit :limit
                        """)
                .param("limit", limit)
                .query((row, number) -> new Tallies.RejectedDocument(
                        Visible.of(row.getString("source")),
                        row.getLong("record"),
                        row.getString("cause"),
                        row.getString("message")))
                .list();
        long all = causes.stream().mapToLong(Tallies.OfCause::documents).sum();
        return new Tallies.Rejections(causes, first, all - first.size());
    }

    /**
     * The first articles in the order of source, record and id.
     *
     * @param all how many there are
     * @param most how many to read at most
     * @param mostCharacters how much of the text of each at most, in UTF-16 code units
     * @param mostCharactersOfAll no further article once the texts reach this
     */
    Selection articles(long all, int most, int mostCharacters, int mostCharactersOfAll) {
        Map<String, List<MarkedText.Removed>> removed = new HashMap<>();
        Map<String, List<ShownArticle.Topic>> topics = new HashMap<>();
        List<String> ids =
                database.sql("""
                        select a.id from article a join article_analysis y on y.article_id = a.id
                        where a.superseded_run_id is null
                        order by a.source, a.record, a.id limit :most
                        """).param("most", most).query(String.class).list();
        if (ids.isEmpty()) {
            return new Selection(List.of(), all);
        }
        database.sql("""
                        select article_id, first_line, last_line, start_column, end_column, kind, reason, confidence
                        from removed_block where article_id in (:ids) order by article_id, ordinal
                        """).param("ids", ids).query(row -> {
            removed.computeIfAbsent(row.getString("article_id"), id -> new ArrayList<>())
                    .add(new MarkedText.Removed(
                            row.getInt("first_line"),
                            row.getInt("last_line"),
                            row.getObject("start_column", Integer.class),
                            row.getObject("end_column", Integer.class),
                            row.getString("kind"),
                            row.getString("reason"),
                            row.getDouble("confidence")));
        });
        database.sql("""
                        select x.article_id, x.code, t.name, t.name_ar, x.score
                        from article_topic x join topic t on t.code = x.code
                        where x.article_id in (:ids) order by x.article_id, x.ordinal
                        """).param("ids", ids).query(row -> {
            topics.computeIfAbsent(row.getString("article_id"), id -> new ArrayList<>())
                    .add(new ShownArticle.Topic(
                            row.getString("code"),
                            new Label(row.getString("name_ar"), row.getString("name")),
                            row.getDouble("score")));
        });
        List<ShownArticle> shown = new ArrayList<>();
        int characters = 0;
        for (String id : ids) {
            if (characters >= mostCharactersOfAll) {
                break;
            }
            ShownArticle article = article(
                    id, removed.getOrDefault(id, List.of()), topics.getOrDefault(id, List.of()), mostCharacters);
            characters += article.text().shownCharacters();
            shown.add(article);
        }
        return new Selection(shown, all);
    }

    private ShownArticle article(
            String id, List<MarkedText.Removed> removed, List<ShownArticle.Topic> topics, int mostCharacters) {
        // Databases count characters differently outside the basic plane; neither gives less than asked for in UTF-16.
        return database.sql("""
                        select a.source, a.record, a.outlet, a.characters, substring(a.text from 1 for :limit) as beginning,
                            y.title, y.published_on, y.attribution, y.author, y.language, y.topic_note,
                            y.kept_lines, y.removed_lines, y.kept_characters, y.removed_characters
                        from article a join article_analysis y on y.article_id = a.id where a.id = :id
                        """)
                .param("limit", mostCharacters + 1)
                .param("id", id)
                .query((row, number) -> new ShownArticle(
                        id,
                        Visible.of(row.getString("source")),
                        row.getLong("record"),
                        filled(row.getString("outlet")),
                        filled(row.getString("title")),
                        row.getObject("published_on", LocalDate.class),
                        filled(row.getString("attribution")),
                        filled(row.getString("author")),
                        filled(row.getString("language")),
                        filled(row.getString("topic_note")),
                        row.getInt("kept_lines"),
                        row.getInt("removed_lines"),
                        row.getInt("kept_characters"),
                        row.getInt("removed_characters"),
                        row.getInt("characters"),
                        MarkedText.of(row.getString("beginning"), removed, mostCharacters),
                        topics,
                        removed.stream()
                                .map(MarkedText.Removed::kind)
                                .distinct()
                                .toList()))
                .single();
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
