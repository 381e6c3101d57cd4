package io.ghirbal.report.html;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import io.ghirbal.report.summary.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads all headlines of a slice: the publications, and each article that is a look of none yet, as in a database of an earlier version. The
 * newest day comes first, what has no day last; within a day by outlet, source and record. Some days are read at a time, at least one; of these
 * the keys are sorted here, so that both databases give one order, and the rest is read by key a page at a time. So memory holds a day, or
 * some, and never all; only of what has no day the keys are held together.
 */
class HeadlinePages {
    private static final int DAYS_TOGETHER = 10_000;
    private static final int KEYS_PER_QUERY = 20_000;
    private static final int HEADLINES_PER_QUERY = 500;
    /** Ids are digests in hexadecimal: their first two digits cut them into parts of the same size. */
    private static final int DIGITS = 0x100;

    private static final String PUBLICATIONS = "from publication p {publicationAnalysis} where {publications}";
    /** From the documents, which are narrow, to the articles, which HSQLDB reads with their texts. */
    private static final String OTHERS = """
            from (select distinct d.article_id from document d where d.publication_id is null) u
                join article a on a.id = u.article_id join article_analysis y on y.article_id = a.id
            where {slice}
                and not exists (select 1 from document o where o.article_id = a.id and o.publication_id is not null)""";

    private static final String DAYS_OF_PUBLICATIONS =
            "select p.published_on as day, count(*) as headlines " + PUBLICATIONS + " group by p.published_on";
    private static final String DAYS_OF_OTHERS =
            "select y.published_on as day, count(*) as headlines " + OTHERS + " group by y.published_on";
    private static final String KEYS_OF_PUBLICATIONS =
            "select p.id, p.outlet, p.published_on, p.source, p.record " + PUBLICATIONS;
    private static final String KEYS_OF_OTHERS = "select a.id, a.outlet, y.published_on, a.source, a.record " + OTHERS;

    private static final String HEADLINES_OF_PUBLICATIONS = """
            select p.id, p.article_id, p.title, p.url, h.story_id, s.publications, s.outlets
            from publication p left join article_story h on h.article_id = p.article_id left join story s on s.id = h.story_id
            where p.id in (:ids)""";
    private static final String HEADLINES_OF_OTHERS = """
            select a.id, a.id as article_id, y.title, a.url, h.story_id, s.publications, s.outlets
            from article a join article_analysis y on y.article_id = a.id
                left join article_story h on h.article_id = a.id left join story s on s.id = h.story_id
            where a.id in (:ids)""";
    private static final String TOPICS =
            "select article_id, code from article_topic where article_id in (:ids) order by article_id, ordinal";
    /** More than is shown: blanks are left out, and databases count characters differently outside the basic plane. */
    private static final String BEGINNINGS =
            "select article_id, substring(body from 1 for %d) as beginning from article_analysis where article_id in (:ids)"
                    .formatted(4 * Headline.MOST_CHARACTERS_OF_BODY);

    private final JdbcClient database;
    private final Slice slice;
    private final int daysTogether;
    private final int keysPerQuery;
    private final Deque<Days> days = new ArrayDeque<>();
    private final boolean others;
    private final long all;
    private Iterator<Key> keys = Collections.emptyIterator();

    /** Some days in a row; those without a day when {@code first} is null. */
    private record Days(@Nullable LocalDate first, @Nullable LocalDate last, long headlines) {
        String condition(String column) {
            return first == null
                    ? " and %s is null".formatted(column)
                    : " and %s between :first and :last".formatted(column);
        }
    }

    /** Where a headline stands in the order. */
    private record Key(
            boolean publication,
            String id,
            @Nullable String outlet,
            @Nullable LocalDate day,
            String source,
            long record) {
        static final Comparator<Key> NEWEST_FIRST = comparing(Key::day, nullsLast(reverseOrder()))
                .thenComparing(Key::outlet, nullsLast(naturalOrder()))
                .thenComparing(Key::source)
                .thenComparingLong(Key::record)
                .thenComparing(Key::id);
    }

    /** What is read of a headline by its key. */
    private record Found(
            String articleId,
            @Nullable String title,
            @Nullable String url,
            Headline.@Nullable Story story) {
        static Found of(ResultSet row) throws SQLException {
            String story = row.getString("story_id");
            return new Found(
                    row.getString("article_id"),
                    row.getString("title"),
                    row.getString("url"),
                    story == null
                            ? null
                            : new Headline.Story(story, row.getLong("publications"), row.getLong("outlets")));
        }

        boolean untitled() {
            return title == null || title.isBlank();
        }
    }

    /** @param slice the articles to list */
    HeadlinePages(JdbcClient database, Slice slice) {
        this(database, slice, DAYS_TOGETHER, KEYS_PER_QUERY);
    }

    /**
     * @param daysTogether headlines of days that are read together, unless one day has more
     * @param keysPerQuery about how many of these by one query
     */
    HeadlinePages(JdbcClient database, Slice slice, int daysTogether, int keysPerQuery) {
        this.database = database;
        this.slice = slice;
        this.daysTogether = daysTogether;
        this.keysPerQuery = keysPerQuery;
        Map<LocalDate, Long> byDay = new TreeMap<>(reverseOrder());
        long undated = count(DAYS_OF_PUBLICATIONS, byDay);
        long publications = undated + sum(byDay);
        undated += count(DAYS_OF_OTHERS, byDay);
        this.all = undated + sum(byDay);
        this.others = all > publications;
        addDays(byDay);
        if (undated > 0) {
            days.add(new Days(null, null, undated));
        }
    }

    private static long sum(Map<LocalDate, Long> byDay) {
        return byDay.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Adds to {@code byDay}, and answers how many have no day. */
    private long count(String sql, Map<LocalDate, Long> byDay) {
        long[] undated = new long[1];
        slice.statement(database, sql).query(row -> {
            LocalDate day = row.getObject("day", LocalDate.class);
            if (day == null) {
                undated[0] += row.getLong("headlines");
            } else {
                byDay.merge(day, row.getLong("headlines"), Long::sum);
            }
        });
        return undated[0];
    }

    private void addDays(Map<LocalDate, Long> byDay) {
        byDay.forEach((day, headlines) -> {
            Days before = days.peekLast();
            if (before != null && before.headlines() + headlines <= daysTogether) {
                days.removeLast();
                days.add(new Days(day, before.last(), before.headlines() + headlines));
            } else {
                days.add(new Days(day, day, headlines));
            }
        });
    }

    /** How many there are. */
    long all() {
        return all;
    }

    /** All outlets of the slice in the order of their names, as an empty one those without. */
    List<String> outlets() {
        Set<String> outlets = new HashSet<>();
        for (String sql : List.of("select distinct p.outlet " + PUBLICATIONS, "select distinct a.outlet " + OTHERS)) {
            slice.statement(database, sql).query(row -> {
                outlets.add(Objects.requireNonNullElse(row.getString("outlet"), ""));
            });
        }
        return outlets.stream().sorted().toList();
    }

    /** The next ones, {@code most} of them unless fewer are left. */
    List<Headline> next(int most) {
        List<Headline> headlines = new ArrayList<>();
        List<Key> page = new ArrayList<>();
        while (headlines.size() + page.size() < most && hasKey()) {
            page.add(keys.next());
            if (page.size() == HEADLINES_PER_QUERY) {
                headlines.addAll(headlines(page));
                page.clear();
            }
        }
        headlines.addAll(headlines(page));
        return headlines;
    }

    private boolean hasKey() {
        while (!keys.hasNext() && !days.isEmpty()) {
            List<Key> read = keys(days.remove());
            read.sort(Key.NEWEST_FIRST);
            keys = read.iterator();
        }
        return keys.hasNext();
    }

    private List<Key> keys(Days some) {
        List<Key> read = new ArrayList<>();
        int parts = (int) Math.min(DIGITS, 1 + some.headlines() / keysPerQuery);
        for (int part = 0; part < parts; part++) {
            add(read, true, KEYS_OF_PUBLICATIONS + some.condition("p.published_on"), "p.id", some, part, parts);
            if (others) {
                add(read, false, KEYS_OF_OTHERS + some.condition("y.published_on"), "a.id", some, part, parts);
            }
        }
        return read;
    }

    private void add(List<Key> read, boolean publications, String sql, String id, Days some, int part, int parts) {
        String from = part == 0 ? "" : " and " + id + " >= :low";
        String to = part == parts - 1 ? "" : " and " + id + " < :high";
        JdbcClient.StatementSpec statement = slice.statement(database, sql + from + to);
        if (some.first() != null) {
            statement = statement.param("first", some.first()).param("last", some.last());
        }
        if (!from.isEmpty()) {
            statement = statement.param("low", digits(part, parts));
        }
        if (!to.isEmpty()) {
            statement = statement.param("high", digits(part + 1, parts));
        }
        statement.query(row -> {
            read.add(new Key(
                    publications,
                    row.getString("id"),
                    row.getString("outlet"),
                    row.getObject("published_on", LocalDate.class),
                    row.getString("source"),
                    row.getLong("record")));
        });
    }

    private static String digits(int part, int parts) {
        return "%02x".formatted(part * DIGITS / parts);
    }

    private List<Headline> headlines(List<Key> page) {
        Map<Key, Found> found = new HashMap<>();
        read(HEADLINES_OF_PUBLICATIONS, page.stream().filter(Key::publication).toList(), found);
        read(
                HEADLINES_OF_OTHERS,
                page.stream().filter(key -> !key.publication()).toList(),
                found);
        Map<String, List<String>> topics = new HashMap<>();
        query(TOPICS, ids(found.values()), row -> {
            topics.computeIfAbsent(row.getString("article_id"), id -> new ArrayList<>())
                    .add(row.getString("code"));
        });
        Map<String, String> beginnings =
                beginnings(found.values().stream().filter(Found::untitled).toList());
        return page.stream()
                .map(key -> headline(key, Objects.requireNonNull(found.get(key)), topics, beginnings))
                .toList();
    }

    private static Headline headline(
            Key key, Found found, Map<String, List<String>> topics, Map<String, String> beginnings) {
        String title = found.untitled()
                ? Headline.firstWords(beginnings.getOrDefault(found.articleId(), ""))
                : Headline.line(Objects.requireNonNull(found.title()));
        return new Headline(
                found.articleId(),
                title,
                !found.untitled(),
                key.outlet(),
                key.day(),
                topics.getOrDefault(found.articleId(), List.of()),
                found.story(),
                Headline.address(found.url()));
    }

    private void read(String sql, List<Key> keys, Map<Key, Found> found) {
        Map<String, Key> byId = new HashMap<>();
        keys.forEach(key -> byId.put(key.id(), key));
        query(sql, byId.keySet(), row -> {
            found.put(Objects.requireNonNull(byId.get(row.getString("id"))), Found.of(row));
        });
    }

    private Map<String, String> beginnings(List<Found> untitled) {
        Map<String, String> beginnings = new HashMap<>();
        query(BEGINNINGS, ids(untitled), row -> {
            beginnings.put(row.getString("article_id"), Objects.requireNonNullElse(row.getString("beginning"), ""));
        });
        return beginnings;
    }

    private void query(String sql, Collection<String> ids, RowCallbackHandler rows) {
        if (!ids.isEmpty()) {
            database.sql(sql).param("ids", ids).query(rows);
        }
    }

    private static Set<String> ids(Collection<Found> found) {
        Set<String> ids = new HashSet<>();
        found.forEach(each -> ids.add(each.articleId()));
        return ids;
    }
}
