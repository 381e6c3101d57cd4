package io.ghirbal.report.html;

import io.ghirbal.nlp.clean.BoilerplateKind;
import io.ghirbal.nlp.clean.RemovedBlock;
import io.ghirbal.report.export.Visible;
import io.ghirbal.report.summary.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads from the database what the report shows. Every list has an order that does not depend on the database. */
class ReportQueries {
    /** What another outlet has half as often, or more, is the way all write; the cleaner leaves it. */
    private static final String USED_TEMPLATES = "from outlet_template where elsewhere * 2 < share";

    private final JdbcClient database;
    private final Slice slice;

    /** @param slice the articles to show; runs and rejected documents are shown whatever it is */
    ReportQueries(JdbcClient database, Slice slice) {
        this.database = database;
        this.slice = slice;
    }

    private JdbcClient.StatementSpec sliced(String sql) {
        return slice.statement(database, sql);
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

    /** In one statement that goes through the articles once: HSQLDB walks over the rows, texts and all. */
    Accounts.Base base() {
        return sliced("""
                        select r.runs, r.documents_read, r.documents_stored, r.documents_duplicate, r.documents_rejected,
                            f.articles, f.superseded, f.analyses, f.analysed,
                            f.without_topic, f.nothing_kept, f.unreadable, f.kept_lines, f.removed_lines, f.kept_characters, f.removed_characters
                        from (select count(*) as runs, coalesce(sum(documents_read), 0) as documents_read,
                                coalesce(sum(documents_stored), 0) as documents_stored,
                                coalesce(sum(documents_duplicate), 0) as documents_duplicate,
                                coalesce(sum(documents_rejected), 0) as documents_rejected from run) r
                        cross join (select count(*) as articles, count(superseded_run_id) as superseded,
                                count(analysed_id) as analyses,
                                coalesce(sum(inside), 0) as analysed,
                                coalesce(sum(case when topics = 0 then inside else 0 end), 0) as without_topic,
                                coalesce(sum(case when kept_characters = 0 then inside else 0 end), 0) as nothing_kept,
                                coalesce(sum(case when text_note is null then 0 else inside end), 0) as unreadable,
                                coalesce(sum(inside * cast(kept_lines as bigint)), 0) as kept_lines,
                                coalesce(sum(inside * cast(removed_lines as bigint)), 0) as removed_lines,
                                coalesce(sum(inside * cast(kept_characters as bigint)), 0) as kept_characters,
                                coalesce(sum(inside * cast(removed_characters as bigint)), 0) as removed_characters
                            from (select a.superseded_run_id, y.article_id as analysed_id, y.kept_lines, y.removed_lines,
                                    y.kept_characters, y.removed_characters, y.text_note,
                                    case when y.article_id is not null and {slice} then 1 else 0 end as inside,
                                    (select count(*) from article_topic t where t.article_id = a.id and t.ordinal = 0) as topics
                                from article a left join article_analysis y on y.article_id = a.id) e) f
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
                        row.getLong("analyses"),
                        row.getLong("analysed"),
                        row.getLong("nothing_kept"),
                        row.getLong("unreadable"),
                        row.getLong("without_topic"),
                        row.getLong("kept_lines"),
                        row.getLong("removed_lines"),
                        row.getLong("kept_characters"),
                        row.getLong("removed_characters")))
                .single();
    }

    /** Names of all topics, by code. */
    Map<String, Label> topicNames() {
        Map<String, Label> names = new HashMap<>();
        database.sql("select code, name, name_ar from topic").query(row -> {
            names.put(row.getString("code"), new Label(row.getString("name_ar"), row.getString("name")));
        });
        return names;
    }

    /** Topics that some article has, with most articles first. */
    List<Tallies.OfTopic> topics() {
        return sliced("""
                        select s.code, coalesce(t.name, s.code) as name, coalesce(t.name_ar, s.code) as name_ar,
                            sum(s.articles) as total, sum(s.mean_score * s.articles) / sum(s.articles) as mean_score
                        from {topics} s left join topic t on t.code = s.code
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
        sliced("select d.day, d.articles from {days} d").query(row -> {
            articles.put(row.getObject("day", LocalDate.class), row.getLong("articles"));
        });
        Long undated = articles.remove(null);
        return Timeline.of(articles, undated == null ? 0 : undated);
    }

    /** How each of {@code topics} moves over the periods of {@code timeline}; nothing when there is but one period. */
    List<Trend> trends(List<Tallies.OfTopic> topics, Timeline timeline) {
        if (timeline.periods().size() < 2) {
            return List.of();
        }
        Map<String, Map<LocalDate, Long>> byTopic = new HashMap<>();
        sliced("select s.code, s.day, s.articles from {topics} s where s.day is not null")
                .query(row -> {
                    byTopic.computeIfAbsent(row.getString("code"), code -> new HashMap<>())
                            .put(row.getObject("day", LocalDate.class), row.getLong("articles"));
                });
        return topics.stream()
                .map(topic ->
                        Trend.of(topic.name(), timeline, timeline.placed(byTopic.getOrDefault(topic.code(), Map.of()))))
                .toList();
    }

    /** What each outlet writes about: shares of its articles. */
    Matrix topicMix(List<Tallies.OfTopic> topics, Tallies.Outlets outlets, int mostTopics, int mostOutlets) {
        Map<Cell, Long> cells = new HashMap<>();
        sliced("""
                select a.outlet, t.code, count(*) as articles
                from article_topic t join article a on a.id = t.article_id {analysis}
                where {slice} group by a.outlet, t.code
                """).query(row -> {
            cells.put(new Cell(row.getString("outlet"), row.getString("code")), row.getLong("articles"));
        });
        List<Matrix.Column> columns = topics.stream()
                .map(topic -> new Matrix.Column(topic.code(), topic.name()))
                .toList();
        return matrix(columns, outlets, cells, Tallies.OfOutlet::articles, mostTopics, mostOutlets);
    }

    /** Which outlet leaks what: shares of its characters. */
    Matrix hygiene(List<Tallies.OfKind> kinds, Tallies.Outlets outlets, Labels labels, int mostKinds, int mostOutlets) {
        Map<Cell, Long> cells = new HashMap<>();
        sliced("select k.outlet, k.kind, k.characters from {kinds} k").query(row -> {
            cells.put(new Cell(row.getString("outlet"), row.getString("kind")), row.getLong("characters"));
        });
        List<Matrix.Column> columns = kinds.stream()
                .map(kind -> new Matrix.Column(kind.kind(), labels.ofCode("kind.", kind.kind())))
                .toList();
        return matrix(columns, outlets, cells, Tallies.OfOutlet::characters, mostKinds, mostOutlets);
    }

    private record Cell(@Nullable String outlet, String column) {}

    private static Matrix matrix(
            List<Matrix.Column> columns,
            Tallies.Outlets outlets,
            Map<Cell, Long> cells,
            ToLongFunction<Tallies.OfOutlet> whole,
            int mostColumns,
            int mostRows) {
        List<Matrix.Column> shown = columns.stream().limit(mostColumns).toList();
        List<Matrix.Row> rows = outlets.first().stream()
                .limit(mostRows)
                .map(outlet -> new Matrix.Row(
                        outlet.outlet(),
                        whole.applyAsLong(outlet),
                        shown.stream()
                                .map(column -> cells.getOrDefault(new Cell(outlet.outlet(), column.code()), 0L))
                                .toList()))
                .toList();
        return Matrix.of(
                shown, rows, columns.size() - shown.size(), outlets.first().size() + outlets.more() - rows.size());
    }

    /**
     * The {@code limit} removals of which the cleaner was least sure, the first {@code mostCharacters} of the text of each.
     *
     * @param kinds what was removed in all
     */
    Tallies.Removals removals(List<Tallies.OfKind> kinds, int limit, int mostCharacters) {
        List<Tallies.Removal> first = sliced("""
                        select a.source, a.record, a.outlet, y.title, r.kind, r.reason, r.confidence, r.lines, r.characters,
                            y.kept_characters + y.removed_characters as article_characters,
                            substring(r.text from 1 for :characters) as beginning
                        from removed_block r join article_analysis y on y.article_id = r.article_id
                            join article a on a.id = r.article_id
                        where {slice}
                        order by r.confidence, r.characters desc, a.source, a.record, r.article_id, r.ordinal limit :limit
                        """)
                .param("characters", mostCharacters + 1)
                .param("limit", limit)
                .query((row, number) -> {
                    String text = row.getString("beginning");
                    String beginning = MarkedText.beginning(text, mostCharacters);
                    return new Tallies.Removal(
                            Visible.of(row.getString("source")),
                            row.getLong("record"),
                            filled(row.getString("outlet")),
                            filled(row.getString("title")),
                            row.getString("kind"),
                            row.getString("reason"),
                            row.getDouble("confidence"),
                            row.getLong("lines"),
                            row.getLong("characters"),
                            row.getLong("article_characters"),
                            beginning,
                            beginning.length() < text.length());
                })
                .list();
        long all = kinds.stream().mapToLong(Tallies.OfKind::blocks).sum();
        return new Tallies.Removals(first, all - first.size());
    }

    /** The {@code limit} outlets with most articles. */
    Tallies.Outlets outlets(int limit) {
        List<Tallies.OfOutlet> first = sliced("""
                        select o.outlet, o.articles, o.first_day, o.last_day, o.kept_characters, o.removed_characters, o.removed_lines
                        from {outlets} o
                        order by o.articles desc, case when o.outlet is null then 1 else 0 end, o.outlet limit :limit
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
        long all = sliced("select count(*) from {outlets} o").query(Long.class).single();
        return new Tallies.Outlets(first, all - first.size());
    }

    /** What was removed, with the kind that took most characters first. */
    List<Tallies.OfKind> kinds() {
        return sliced("""
                        select k.kind, sum(k.blocks) as all_blocks, sum(k.articles) as all_articles, sum(k.lines) as all_lines,
                            sum(k.characters) as all_characters
                        from {kinds} k group by k.kind order by all_characters desc, k.kind
                        """)
                .query((row, number) -> new Tallies.OfKind(
                        row.getString("kind"),
                        row.getLong("all_blocks"),
                        row.getLong("all_articles"),
                        row.getLong("all_lines"),
                        row.getLong("all_characters")))
                .list();
    }

    /** The slice beside {@code then}. */
    Comparison compared(Slice then, int mostOutlets) {
        ReportQueries other = new ReportQueries(database, then);
        Map<String, Tallies.OfTopic> now = byCode(topics());
        Map<String, Tallies.OfTopic> before = byCode(other.topics());
        Map<String, Tallies.OfTopic> both = new TreeMap<>(now);
        before.forEach(both::putIfAbsent);
        Comparison.Pair<Comparison.Totals> totals = new Comparison.Pair<>(totals(), other.totals());
        List<Comparison.Topic> topics = new ArrayList<>();
        both.forEach((code, topic) -> topics.add(new Comparison.Topic(
                code, topic.name(), new Comparison.Pair<>(articlesOf(now, code), articlesOf(before, code)))));
        List<Comparison.Outlet> outlets = outletsOfBoth(totalsByOutlet(), other.totalsByOutlet());
        topics.sort(Comparator.comparingDouble(topic -> -Math.abs(topic.points(totals))));
        return new Comparison(
                slice,
                then,
                totals,
                topics,
                outlets.stream().limit(mostOutlets).toList(),
                Math.max(0, outlets.size() - mostOutlets));
    }

    private static Map<String, Tallies.OfTopic> byCode(List<Tallies.OfTopic> topics) {
        Map<String, Tallies.OfTopic> byCode = new HashMap<>();
        topics.forEach(topic -> byCode.put(topic.code(), topic));
        return byCode;
    }

    private static long articlesOf(Map<String, Tallies.OfTopic> topics, String code) {
        Tallies.OfTopic topic = topics.get(code);
        return topic == null ? 0 : topic.articles();
    }

    private Comparison.Totals totals() {
        return sliced("""
                        select coalesce(sum(o.articles), 0) as articles, count(o.outlet) as outlets,
                            coalesce(sum(o.kept_characters), 0) as kept, coalesce(sum(o.removed_characters), 0) as removed
                        from {outlets} o
                        """)
                .query((row, number) -> new Comparison.Totals(
                        row.getLong("articles"), row.getLong("outlets"), row.getLong("kept"), row.getLong("removed")))
                .single();
    }

    private Map<String, Comparison.Totals> totalsByOutlet() {
        Map<String, Comparison.Totals> byOutlet = new HashMap<>();
        sliced(
                        "select o.outlet, o.articles, o.kept_characters, o.removed_characters from {outlets} o where o.outlet is not null")
                .query(row -> {
                    byOutlet.put(
                            row.getString("outlet"),
                            new Comparison.Totals(
                                    row.getLong("articles"),
                                    1,
                                    row.getLong("kept_characters"),
                                    row.getLong("removed_characters")));
                });
        return byOutlet;
    }

    private static List<Comparison.Outlet> outletsOfBoth(
            Map<String, Comparison.Totals> now, Map<String, Comparison.Totals> then) {
        Comparison.Totals none = new Comparison.Totals(0, 0, 0, 0);
        return Stream.concat(now.keySet().stream(), then.keySet().stream())
                .distinct()
                .map(outlet -> new Comparison.Outlet(
                        outlet, new Comparison.Pair<>(now.getOrDefault(outlet, none), then.getOrDefault(outlet, none))))
                .sorted(Comparator.comparingLong(
                                (Comparison.Outlet each) -> -each.totals().now().articles()
                                        - each.totals().then().articles())
                        .thenComparing(Comparison.Outlet::outlet))
                .toList();
    }

    /** What the outlets repeat, as far as it is used; runs over outlets, not over articles. */
    Tallies.Templates templates(int limit) {
        List<Tallies.OfTemplate> first = database.sql("""
                        select outlet, form, example, articles, sampled
                        %s
                        order by share desc, outlet, ordinal limit :limit
                        """.formatted(USED_TEMPLATES))
                .param("limit", limit)
                .query((row, number) -> new Tallies.OfTemplate(
                        row.getString("outlet"),
                        row.getString("form"),
                        row.getString("example"),
                        row.getLong("articles"),
                        row.getLong("sampled")))
                .list();
        long all = database.sql("select count(*) " + USED_TEMPLATES)
                .query(Long.class)
                .single();
        return new Tallies.Templates(first, all - first.size());
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
     * The first of {@code headlines} with the texts of their articles, and behind them as many without as make it {@code fewest}.
     *
     * @param most how many texts to read at most
     * @param mostCharacters how much of each at most, in UTF-16 code units
     * @param mostCharactersOfAll no further text once they reach this
     */
    List<Headlines.Row> rows(
            List<Headline> headlines, int fewest, int most, int mostCharacters, int mostCharactersOfAll) {
        List<Headline> first = headlines.subList(0, Math.min(most, headlines.size()));
        Map<String, List<RemovedBlock>> removed = new HashMap<>();
        Map<String, List<ShownArticle.Topic>> topics = new HashMap<>();
        if (!first.isEmpty()) {
            readDetails(first.stream().map(Headline::articleId).distinct().toList(), removed, topics);
        }
        List<Headlines.Row> rows = new ArrayList<>();
        int characters = 0;
        for (Headline headline : first) {
            if (characters >= mostCharactersOfAll) {
                break;
            }
            String id = headline.articleId();
            ShownArticle article = article(
                    id, removed.getOrDefault(id, List.of()), topics.getOrDefault(id, List.of()), mostCharacters);
            characters += article.text().shownCharacters();
            rows.add(new Headlines.Row(headline, article));
        }
        headlines.stream()
                .limit(fewest)
                .skip(rows.size())
                .forEach(headline -> rows.add(new Headlines.Row(headline, null)));
        return rows;
    }

    private void readDetails(
            List<String> ids, Map<String, List<RemovedBlock>> removed, Map<String, List<ShownArticle.Topic>> topics) {
        database.sql("""
                        select article_id, first_line, last_line, start_column, end_column, kind, reason, confidence
                        from removed_block where article_id in (:ids) order by article_id, ordinal
                        """).param("ids", ids).query(row -> {
            removed.computeIfAbsent(row.getString("article_id"), id -> new ArrayList<>())
                    .add(removedBlock(row));
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
    }

    private ShownArticle article(
            String id, List<RemovedBlock> removed, List<ShownArticle.Topic> topics, int mostCharacters) {
        // Databases count characters differently outside the basic plane; neither gives less than asked for in UTF-16.
        return database.sql("""
                        select a.source, a.record, a.outlet, a.characters, substring(a.text from 1 for :limit) as beginning,
                            y.title, y.published_on, y.attribution, coalesce(a.author, y.author) as author, y.language, y.topic_note,
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
                        topics))
                .single();
    }

    private static RemovedBlock removedBlock(ResultSet row) throws SQLException {
        Integer start = row.getObject("start_column", Integer.class);
        return new RemovedBlock(
                row.getInt("first_line"),
                row.getInt("last_line"),
                start == null ? null : new RemovedBlock.Columns(start, row.getInt("end_column")),
                kind(row.getString("kind")),
                row.getString("reason"),
                row.getDouble("confidence"));
    }

    /** The kind of that name; {@code OTHER} when another version of the program wrote one that this one does not know. */
    private static BoilerplateKind kind(String name) {
        return Stream.of(BoilerplateKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(BoilerplateKind.OTHER);
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
