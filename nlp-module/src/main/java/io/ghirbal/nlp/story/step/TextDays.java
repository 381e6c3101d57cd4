package io.ghirbal.nlp.story.step;

import io.ghirbal.ingest.RowInserts;
import io.ghirbal.ingest.RowInserts.Table;
import io.ghirbal.nlp.story.StoryRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives each text its day and the article that stands for it, in {@code article_story}, and says which days are to be placed in stories
 * since. A text whose publications changed, but not its day, stays where it is; only its story is counted again.
 */
class TextDays {
    private static final int BATCH = 1_000;

    private static final String ARTICLES = """
            select y.article_id, y.text_digest, y.published_on, a.run_id, a.source, a.record, a.outlet, r.started_at
            from article_analysis y join article a on a.id = y.article_id join run r on r.id = a.run_id
            where y.text_digest in (:texts) and a.superseded_run_id is null
            """;

    private static final String PLACED = """
            select article_id, text_id, first_of_text, outlet, day, published_at, story_id, role, of_article_id, containment, likelihood
            from article_story where text_id in (:texts)
            """;

    private static final String APPEARANCES = """
            select id, article_id, text_id, outlet, published_on, published_at, first_run_id, source, record
            from publication where text_id in (:texts)
            """;

    private static final Table<Row> ROWS = new Table<>(
            "article_story",
            "article_id, text_id, first_of_text, outlet, day, day_first_seen, published_at, story_id, role, of_article_id, containment, likelihood",
            Row::values);

    private final JdbcClient database;
    private final RowInserts inserts;
    private final Stories stories;

    TextDays(JdbcClient database, RowInserts inserts, Stories stories) {
        this.database = database;
        this.inserts = inserts;
        this.stories = stories;
    }

    /** A current, analysed article. */
    private record Article(
            String id,
            String textId,
            @Nullable LocalDate day,
            long run,
            String source,
            long record,
            @Nullable String outlet,
            LocalDate firstSeen) {
        static final Comparator<Article> BY_ARRIVAL = Comparator.comparingLong(Article::run)
                .thenComparing(Article::source)
                .thenComparingLong(Article::record)
                .thenComparing(Article::id);

        static Article of(ResultSet row, int number) throws SQLException {
            return new Article(
                    row.getString("article_id"),
                    row.getString("text_digest"),
                    row.getObject("published_on", LocalDate.class),
                    row.getLong("run_id"),
                    row.getString("source"),
                    row.getLong("record"),
                    row.getString("outlet"),
                    row.getObject("started_at", OffsetDateTime.class)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toLocalDate());
        }
    }

    /** An appearance of a text. */
    private record Appearance(
            String id,
            String articleId,
            String textId,
            @Nullable String outlet,
            @Nullable LocalDate day,
            @Nullable Instant time,
            long run,
            String source,
            long record) {
        /** The first to publish it: by day, by time, by order of reading; what is not known comes last. */
        static final Comparator<Appearance> BY_TIME = Comparator.comparing(
                        Appearance::day, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Appearance::time, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparingLong(Appearance::run)
                .thenComparing(Appearance::source)
                .thenComparingLong(Appearance::record);

        static Appearance of(ResultSet row, int number) throws SQLException {
            return new Appearance(
                    row.getString("id"),
                    row.getString("article_id"),
                    row.getString("text_id"),
                    row.getString("outlet"),
                    row.getObject("published_on", LocalDate.class),
                    instant(row),
                    row.getLong("first_run_id"),
                    row.getString("source"),
                    row.getLong("record"));
        }
    }

    /** A row of {@code article_story}. */
    private record Row(
            String articleId,
            String textId,
            boolean firstOfText,
            @Nullable String outlet,
            LocalDate day,
            boolean dayFirstSeen,
            @Nullable Instant publishedAt,
            @Nullable String storyId,
            @Nullable String role,
            @Nullable String of,
            @Nullable Double containment,
            @Nullable Double likelihood) {
        static Row read(ResultSet row, int number) throws SQLException {
            return new Row(
                    row.getString("article_id"),
                    row.getString("text_id"),
                    row.getBoolean("first_of_text"),
                    row.getString("outlet"),
                    row.getObject("day", LocalDate.class),
                    false,
                    instant(row),
                    row.getString("story_id"),
                    row.getString("role"),
                    row.getString("of_article_id"),
                    row.getObject("containment", Double.class),
                    row.getObject("likelihood", Double.class));
        }

        /** This row in the story that the first article of the text is in: there itself, or as a copy of it. */
        Row in(Row first) {
            return firstOfText
                    ? new Row(
                            articleId,
                            textId,
                            true,
                            outlet,
                            day,
                            dayFirstSeen,
                            publishedAt,
                            first.storyId,
                            first.role,
                            first.of,
                            first.containment,
                            first.likelihood)
                    : new Row(
                            articleId,
                            textId,
                            false,
                            outlet,
                            day,
                            dayFirstSeen,
                            publishedAt,
                            first.storyId,
                            StoryRole.COPY.name(),
                            first.articleId,
                            1.0,
                            1.0);
        }

        List<@Nullable Object> values() {
            return RowInserts.row(
                    articleId,
                    textId,
                    firstOfText,
                    outlet,
                    day,
                    dayFirstSeen,
                    publishedAt == null ? null : publishedAt.atOffset(ZoneOffset.UTC),
                    storyId,
                    role,
                    of,
                    containment,
                    likelihood);
        }
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        OffsetDateTime time = row.getObject("published_at", OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Looks at some articles; false when there are none left. */
    boolean placeSome() {
        Map<String, Boolean> waiting = new LinkedHashMap<>();
        database.sql("select article_id, analysed from unplaced_article fetch first :batch rows only")
                .param("batch", BATCH)
                .query((row, number) -> waiting.put(row.getString("article_id"), row.getBoolean("analysed")))
                .list();
        if (waiting.isEmpty()) {
            return false;
        }
        // Articles of one text are placed together, and with them those whose place one of them had before: else a text
        // would be placed again
        // with each batch that has one of its articles, and what an article left behind would be forgotten.
        Map<String, List<Article>> articles = new LinkedHashMap<>();
        Set<String> fresh = textsOf(waiting.keySet());
        while (!fresh.isEmpty()) {
            Map<String, List<Article>> current = articlesOf(fresh);
            fresh.forEach(text -> articles.put(text, current.getOrDefault(text, List.of())));
            Map<String, Boolean> more = waitingOf(current, waiting.keySet());
            waiting.putAll(more);
            fresh = textsOf(more.keySet());
            fresh.removeAll(articles.keySet());
        }
        place(articles, waiting);
        inBatches(
                waiting.keySet(),
                ids -> database.sql("delete from unplaced_article where article_id in (:articles)")
                        .param("articles", ids)
                        .update());
        return true;
    }

    /** The texts that these articles have, and those that they had. */
    private Set<String> textsOf(Set<String> articleIds) {
        Set<String> texts = new LinkedHashSet<>();
        for (String sql : List.of(
                "select text_digest from article_analysis where article_id in (:articles) and text_digest is not null",
                "select text_id from article_story where article_id in (:articles)")) {
            inBatches(
                    articleIds,
                    ids -> texts.addAll(database.sql(sql)
                            .param("articles", ids)
                            .query(String.class)
                            .list()));
        }
        return texts;
    }

    /** The current articles of the texts. */
    private Map<String, List<Article>> articlesOf(Set<String> texts) {
        Map<String, List<Article>> articles = new HashMap<>();
        inBatches(
                texts,
                some -> database.sql(ARTICLES)
                        .param("texts", some)
                        .query(Article::of)
                        .list()
                        .forEach(article -> articles.computeIfAbsent(article.textId(), unused -> new ArrayList<>())
                                .add(article)));
        return articles;
    }

    /** Those of the articles that wait and are not known to. */
    private Map<String, Boolean> waitingOf(Map<String, List<Article>> articles, Set<String> known) {
        Set<String> others = new LinkedHashSet<>();
        articles.values().forEach(all -> all.forEach(article -> others.add(article.id())));
        others.removeAll(known);
        Map<String, Boolean> waiting = new LinkedHashMap<>();
        inBatches(
                others,
                ids -> database.sql("select article_id, analysed from unplaced_article where article_id in (:articles)")
                        .param("articles", ids)
                        .query((row, number) -> waiting.put(row.getString("article_id"), row.getBoolean("analysed")))
                        .list());
        return waiting;
    }

    /** A statement does not take any number of parameters. */
    private static void inBatches(Collection<String> values, Consumer<List<String>> what) {
        List<String> all = List.copyOf(values);
        for (int from = 0; from < all.size(); from += BATCH) {
            what.accept(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
    }

    private void place(Map<String, List<Article>> articles, Map<String, Boolean> waiting) {
        Set<String> texts = articles.keySet();
        Map<String, List<Appearance>> appearances = new HashMap<>();
        Map<String, List<Row>> placed = new HashMap<>();
        inBatches(texts, some -> {
            database.sql(APPEARANCES)
                    .param("texts", some)
                    .query(Appearance::of)
                    .list()
                    .forEach(appearance -> appearances
                            .computeIfAbsent(appearance.textId(), unused -> new ArrayList<>())
                            .add(appearance));
            database.sql(PLACED)
                    .param("texts", some)
                    .query(Row::read)
                    .list()
                    .forEach(row -> placed.computeIfAbsent(row.textId(), unused -> new ArrayList<>())
                            .add(row));
        });
        List<Row> rows = new ArrayList<>();
        Set<LocalDate> days = new TreeSet<>();
        Set<String> counted = new LinkedHashSet<>();
        articles.forEach((text, current) -> {
            List<Row> before = placed.getOrDefault(text, List.of());
            boolean analysed = current.stream().anyMatch(article -> waiting.getOrDefault(article.id(), false));
            List<Row> after = rows(current, appearances.getOrDefault(text, List.of()), before, analysed);
            rows.addAll(after);
            before.stream().map(Row::storyId).forEach(story -> {
                if (story != null) {
                    counted.add(story);
                }
            });
            if (after.isEmpty() || after.get(0).storyId() == null) {
                after.forEach(row -> days.add(row.day()));
                before.forEach(row -> days.add(row.day()));
                if (after.isEmpty() || !before.isEmpty()) {
                    // what is gone from its day is missed by the days behind it
                    before.forEach(row -> stories.unplaceBehind(row.day()));
                }
            }
        });
        inBatches(
                texts,
                some -> database.sql("delete from article_story where text_id in (:texts)")
                        .param("texts", some)
                        .update());
        inserts.insert(ROWS, rows);
        inBatches(
                texts,
                some -> database.sql(
                                "update publication set first_of_text = false where text_id in (:texts) and first_of_text = true")
                        .param("texts", some)
                        .update());
        inBatches(
                appearances.values().stream()
                        .map(same -> same.stream()
                                .min(Appearance.BY_TIME)
                                .orElseThrow()
                                .id())
                        .toList(),
                some -> database.sql("update publication set first_of_text = true where id in (:ids)")
                        .param("ids", some)
                        .update());
        stories.unplace(days);
        stories.count(counted);
    }

    private static List<Row> rows(
            List<Article> articles, List<Appearance> appearances, List<Row> before, boolean analysed) {
        if (articles.isEmpty()) {
            return List.of();
        }
        Set<String> current = new HashSet<>();
        articles.forEach(article -> current.add(article.id()));
        Appearance first = appearances.stream()
                .filter(appearance -> current.contains(appearance.articleId()))
                .min(Appearance.BY_TIME)
                .orElse(null);
        LocalDate known = first != null
                ? first.day()
                : articles.stream()
                        .map(Article::day)
                        .filter(day -> day != null)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        // of the outlet that was first, the article that was read first: it stays, however often the page is met again
        Article earliest = articles.stream()
                .min(Comparator.comparing(
                                (Article article) -> first != null && !Objects.equals(article.outlet(), first.outlet()))
                        .thenComparing(Article.BY_ARRIVAL))
                .orElseThrow();
        String leading = earliest.id();
        String outlet = first == null ? earliest.outlet() : first.outlet();
        Instant time = first == null ? null : first.time();
        LocalDate day = known == null ? earliest.firstSeen() : known;
        Row former = before.stream().filter(Row::firstOfText).findFirst().orElse(null);
        boolean stays = !analysed
                && former != null
                && former.storyId() != null
                && former.articleId().equals(leading)
                && former.day().equals(day)
                && Objects.equals(former.outlet(), outlet)
                && Objects.equals(former.publishedAt(), time);
        List<Row> rows = new ArrayList<>();
        for (Article article : articles) {
            boolean leads = article.id().equals(leading);
            Row row = new Row(
                    article.id(),
                    article.textId(),
                    leads,
                    outlet,
                    day,
                    known == null,
                    time,
                    null,
                    null,
                    null,
                    null,
                    null);
            rows.add(former != null && stays ? row.in(former) : row);
        }
        return rows;
    }
}
