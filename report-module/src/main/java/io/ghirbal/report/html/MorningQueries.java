package io.ghirbal.report.html;

import io.ghirbal.nlp.story.KeyWords;
import io.ghirbal.report.html.Morning.Lead;
import io.ghirbal.report.html.Morning.Story;
import io.ghirbal.report.html.Morning.Unusual;
import io.ghirbal.report.html.Morning.Word;
import io.ghirbal.report.summary.Period;
import io.ghirbal.report.summary.Slice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what happened on a day, and what is usual, from publications and stories of the weeks before. */
class MorningQueries {
    private static final int MOST_STORIES = 10;
    private static final int MOST_UNUSUAL = 8;
    private static final int MOST_LEADS = 30;
    private static final int MOST_WORDS = 16;
    private static final int MOST_HEADLINES = 20_000;
    private static final int LINE_OF_DAYS = 7;
    private static final long FEWEST_FOR_A_RISE = 5;

    private final JdbcClient database;
    private final Slice slice;
    private final Labels labels;

    /** @param slice the articles that the report is about; days before them are read too, to know what is usual */
    MorningQueries(JdbcClient database, Slice slice, Labels labels) {
        this.database = database;
        this.slice = slice;
        this.labels = labels;
    }

    /** A count by day for each of many things. */
    private static final class Counts {
        private final Map<String, Map<LocalDate, Long>> byName = new TreeMap<>();

        void add(String name, LocalDate day, long count) {
            byName.computeIfAbsent(name, unused -> new HashMap<>()).put(day, count);
        }
    }

    /** The day to tell of and what happened; empty when nothing published in the slice has a day. */
    Optional<Morning> find(Map<String, Label> topicNames) {
        LocalDate day = day();
        if (day == null) {
            return Optional.empty();
        }
        Slice weeks = slice.in(new Period(day.minusDays(Usual.REACH), day));
        Map<LocalDate, Long> publications = new HashMap<>();
        Map<LocalDate, Long> outlets = new HashMap<>();
        weeks.statement(database, """
                        select p.published_on as day, count(*) as publications, count(distinct p.outlet) as outlets
                        from publication p {publicationAnalysis} where {publications} group by p.published_on
                        """).query(row -> {
            LocalDate of = row.getObject("day", LocalDate.class);
            publications.put(of, row.getLong("publications"));
            outlets.put(of, row.getLong("outlets"));
        });
        Counts topics = counts(weeks, """
                select t.code as name, p.published_on as day, count(*) as n
                from publication p join article_topic t on t.article_id = p.article_id {publicationAnalysis}
                where {publications} group by t.code, p.published_on
                """);
        Counts byOutlet = counts(weeks, """
                select p.outlet as name, p.published_on as day, count(*) as n
                from publication p {publicationAnalysis}
                where {publications} and p.outlet is not null group by p.outlet, p.published_on
                """);
        List<Story> stories = stories(day);
        List<Unusual> unusual = new ArrayList<>();
        List<Rise> rises = new ArrayList<>();
        topics.byName.forEach((code, counts) -> topic(code, counts, publications, day, topicNames, unusual, rises));
        byOutlet.byName.forEach((outlet, counts) -> outlet(outlet, counts, publications, day, unusual));
        unusual.sort(Comparator.comparingDouble((Unusual it) -> -Math.abs(it.distance()))
                .thenComparing(it -> it.what().en()));
        long told = weeks.in(new Period(day, day))
                .statement(database, """
                        select count(distinct s.story_id)
                        from publication p join article_story s on s.article_id = p.article_id {publicationAnalysis} where {publications}
                        """)
                .query(Long.class)
                .single();
        return Optional.of(new Morning(
                day,
                name(day),
                publications.getOrDefault(day, 0L),
                outlets.getOrDefault(day, 0L),
                told,
                sentences(day, publications, outlets, told, rises, stories),
                stories,
                unusual.stream().limit(MOST_UNUSUAL).toList(),
                leads(day),
                words(day)));
    }

    /** The day before the last run, or the newest before it that has anything; in a slice with an end, the newest of the slice. */
    private @Nullable LocalDate day() {
        LocalDate yesterday = database.sql("select max(started_at) from run")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                .optional()
                .map(time ->
                        time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate().minusDays(1))
                .orElse(null);
        if (slice.to() == null && yesterday != null) {
            boolean startsLater = slice.from() != null && slice.from().isAfter(yesterday);
            LocalDate newest = startsLater ? null : newest(slice.in(new Period(earliest(), yesterday)));
            if (newest != null) {
                return newest;
            }
        }
        return newest(slice);
    }

    private LocalDate earliest() {
        return slice.from() == null ? LocalDate.of(1, 1, 1) : slice.from();
    }

    private @Nullable LocalDate newest(Slice of) {
        return of.statement(
                        database,
                        "select max(p.published_on) from publication p {publicationAnalysis} where {publications}")
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .optional()
                .orElse(null);
    }

    private Counts counts(Slice weeks, String sql) {
        Counts counts = new Counts();
        weeks.statement(database, sql).query(row -> {
            counts.add(row.getString("name"), row.getObject("day", LocalDate.class), row.getLong("n"));
        });
        return counts;
    }

    /** A topic that is far above what is usual. */
    private record Rise(String code, Label name, long now, double usual, double distance) {}

    private void topic(
            String code,
            Map<LocalDate, Long> counts,
            Map<LocalDate, Long> known,
            LocalDate day,
            Map<String, Label> names,
            List<Unusual> unusual,
            List<Rise> rises) {
        Usual usual = Usual.of(day, counts, known);
        long now = counts.getOrDefault(day, 0L);
        if (usual == null) {
            return;
        }
        Label name = names.getOrDefault(code, new Label(code, code));
        boolean up = usual.isFarAbove(now) && now >= FEWEST_FOR_A_RISE;
        if (up) {
            rises.add(new Rise(code, name, now, usual.mean(), usual.distance(now)));
        }
        if (up || usual.isFarBelow(now)) {
            unusual.add(new Unusual(
                    filled(
                            "morning.topic." + (up ? "up" : "down"),
                            name,
                            Counted.of(labels, "noun.publication", now),
                            mean(usual)),
                    up,
                    now == 0 ? null : state("topic", code, day),
                    usual.distance(now)));
        }
    }

    private void outlet(
            String outlet,
            Map<LocalDate, Long> counts,
            Map<LocalDate, Long> known,
            LocalDate day,
            List<Unusual> unusual) {
        Usual usual = Usual.of(day, counts, known);
        long now = counts.getOrDefault(day, 0L);
        if (usual == null) {
            return;
        }
        Label name = new Label(outlet, outlet);
        boolean up = usual.isFarAbove(now) && now >= FEWEST_FOR_A_RISE;
        boolean down = usual.isFarBelow(now);
        if (up || down) {
            String key = up ? "up" : now == 0 ? "silent" : "down";
            unusual.add(new Unusual(
                    filled("morning.outlet." + key, name, Counted.of(labels, "noun.publication", now), mean(usual)),
                    up,
                    now == 0 ? null : state("outlet", outlet, day),
                    usual.distance(now)));
        }
    }

    private static Label mean(Usual usual) {
        String mean = Figures.decimal(usual.mean(), usual.mean() < 10 ? 1 : 0);
        return new Label(mean, mean);
    }

    private static String state(String filter, String value, LocalDate day) {
        return filter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&day=" + day;
    }

    private List<Story> stories(LocalDate day) {
        Map<String, Story> top = new LinkedHashMap<>();
        slice.in(new Period(day, day))
                .statement(database, """
                        select d.story_id, t.title, t.first_day, d.outlets, d.publications, d.copies,
                            case when f.published_at is not null or 2 > (
                                select count(distinct q.outlet)
                                from publication q join article_story g on g.article_id = q.article_id
                                where g.story_id = d.story_id and q.published_on = t.first_day) then f.outlet end as first_outlet
                        from (
                            select s.story_id, count(distinct p.outlet) as outlets, count(*) as publications,
                                count(case when s.role = 'COPY' or p.first_of_text = false then 1 end) as copies
                            from publication p join article_story s on s.article_id = p.article_id {publicationAnalysis}
                            where {publications}
                            group by s.story_id
                            order by outlets desc, publications desc, s.story_id
                            fetch first %d rows only) d
                            join story t on t.id = d.story_id
                            left join article_story f on f.article_id = d.story_id
                        order by d.outlets desc, d.publications desc, d.story_id
                        """.formatted(MOST_STORIES))
                .query(row -> {
                    top.put(
                            row.getString("story_id"),
                            new Story(
                                    row.getString("story_id"),
                                    row.getString("title"),
                                    row.getLong("outlets"),
                                    row.getLong("publications"),
                                    row.getLong("copies"),
                                    row.getString("first_outlet"),
                                    row.getObject("first_day", LocalDate.class),
                                    List.of()));
                });
        if (top.isEmpty()) {
            return List.of();
        }
        Counts byDay = new Counts();
        slice.in(new Period(day.minusDays(LINE_OF_DAYS - 1L), day))
                .statement(database, """
                        select s.story_id, p.published_on as day, count(*) as n
                        from publication p join article_story s on s.article_id = p.article_id {publicationAnalysis}
                        where {publications} and s.story_id in (:top)
                        group by s.story_id, p.published_on
                        """)
                .param("top", top.keySet())
                .query(row -> {
                    byDay.add(row.getString("story_id"), row.getObject("day", LocalDate.class), row.getLong("n"));
                });
        return top.values().stream()
                .map(story -> {
                    Map<LocalDate, Long> counts = byDay.byName.getOrDefault(story.id(), Map.of());
                    List<Long> days = new ArrayList<>();
                    for (int back = LINE_OF_DAYS - 1; back >= 0; back--) {
                        days.add(counts.getOrDefault(day.minusDays(back), 0L));
                    }
                    return new Story(
                            story.id(),
                            story.title(),
                            story.outlets(),
                            story.publications(),
                            story.copies(),
                            story.firstOutlet(),
                            story.firstDay(),
                            List.copyOf(days));
                })
                .toList();
    }

    private List<Lead> leads(LocalDate day) {
        Map<String, Lead> leads = new TreeMap<>();
        slice.in(new Period(day, day)).statement(database, """
                        select p.outlet, s.story_id, min(p.title) as title, w.outlets, w.publications
                        from publication p
                            join article_story s on s.article_id = p.article_id
                            join (
                                select s.story_id, count(distinct p.outlet) as outlets, count(*) as publications
                                from publication p join article_story s on s.article_id = p.article_id {publicationAnalysis}
                                where {publications} group by s.story_id) w on w.story_id = s.story_id {publicationAnalysis}
                        where {publications} and p.outlet is not null
                        group by p.outlet, s.story_id, w.outlets, w.publications
                        order by p.outlet, w.outlets desc, w.publications desc, s.story_id
                        """).query(row -> {
            leads.putIfAbsent(
                    row.getString("outlet"),
                    new Lead(
                            row.getString("outlet"),
                            row.getString("story_id"),
                            row.getString("title"),
                            row.getLong("outlets"),
                            row.getLong("publications")));
        });
        return leads.values().stream()
                .sorted(Comparator.comparingLong((Lead lead) -> -lead.outlets()).thenComparing(Lead::outlet))
                .limit(MOST_LEADS)
                .toList();
    }

    private List<Word> words(LocalDate day) {
        List<String> titles = slice.in(new Period(day, day))
                .statement(database, """
                        select p.title from publication p {publicationAnalysis}
                        where {publications} and p.title is not null
                        order by p.id fetch first %d rows only
                        """.formatted(MOST_HEADLINES))
                .query(String.class)
                .list();
        return KeyWords.counted(titles, MOST_WORDS, 3).stream()
                .map(word -> new Word(word.written(), word.headlines()))
                .toList();
    }

    private List<Label> sentences(
            LocalDate day,
            Map<LocalDate, Long> publications,
            Map<LocalDate, Long> outlets,
            long stories,
            List<Rise> rises,
            List<Story> top) {
        List<Label> sentences = new ArrayList<>();
        long count = publications.getOrDefault(day, 0L);
        Label publicationsOfDay = Counted.of(labels, "noun.publication", count);
        Label outletsOfDay = Counted.of(labels, "noun.outlet.in", outlets.getOrDefault(day, 0L));
        Label storiesOfDay = Counted.of(labels, "noun.story", stories);
        Usual usual = Usual.of(day, publications, publications);
        if (usual == null) {
            sentences.add(filled("morning.count", publicationsOfDay, outletsOfDay, storiesOfDay));
        } else {
            long percent = usual.mean() == 0 ? 0 : Math.round(100 * Math.abs(count - usual.mean()) / usual.mean());
            String key = percent < 1
                    ? "morning.count.same"
                    : count > usual.mean() ? "morning.count.more" : "morning.count.less";
            String figure = percent + "%";
            sentences.add(filled(key, publicationsOfDay, outletsOfDay, storiesOfDay, new Label(figure, figure)));
        }
        Story first =
                top.stream().filter(story -> story.title() != null).findFirst().orElse(null);
        Rise rise = rises.stream()
                .max(Comparator.comparingDouble(Rise::distance).thenComparing(Rise::code))
                .orElse(null);
        if (rise != null) {
            String before = Figures.decimal(rise.usual(), rise.usual() < 10 ? 1 : 0);
            String now = Figures.count(rise.now());
            sentences.add(filled("morning.rise", rise.name(), new Label(before, before), new Label(now, now)));
        }
        if (first != null && (first.outlets() > 1 || first.publications() > 1)) {
            String title = Objects.requireNonNull(first.title());
            sentences.add(filled(
                    "morning.above",
                    new Label(title, title),
                    Counted.of(labels, "noun.outlet.in", Math.max(1, first.outlets()))));
        }
        return sentences;
    }

    /** The words under {@code key} with each argument in its language. */
    private Label filled(String key, Label... arguments) {
        String[] ar = new String[arguments.length];
        String[] en = new String[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            ar[i] = arguments[i].ar();
            en[i] = arguments[i].en();
        }
        return new Label(labels.of(key, ar).ar(), labels.of(key, en).en());
    }

    /** Such as Saturday, 28 November 2026. */
    private Label name(LocalDate day) {
        Label weekday = labels.of("weekday." + day.getDayOfWeek().getValue());
        Label month = labels.of("month." + day.getMonthValue());
        String number = Integer.toString(day.getDayOfMonth());
        String year = Integer.toString(day.getYear());
        return new Label(
                "%s %s %s %s".formatted(weekday.ar(), number, month.ar(), year),
                "%s, %s %s %s".formatted(weekday.en(), number, month.en(), year));
    }
}
