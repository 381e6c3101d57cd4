package io.ghirbal.nlp.story.step;

import io.ghirbal.ingest.RowInserts;
import io.ghirbal.ingest.RowInserts.Table;
import io.ghirbal.nlp.story.KeyWords;
import io.ghirbal.nlp.story.StoryRole;
import io.ghirbal.nlp.story.StoryWindow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code story}, and the days whose texts wait to be placed in stories. */
class Stories {
    private static final int BATCH = 500;

    private static final Table<LocalDate> DAYS = new Table<>("unplaced_day", "day", RowInserts::row);

    private static final Table<List<@Nullable Object>> STORIES = new Table<>(
            "story",
            "id, title, key_words, first_day, last_day, outlets, publications, texts, copies, articles",
            Function.identity());

    private final JdbcClient database;
    private final RowInserts inserts;

    Stories(JdbcClient database, RowInserts inserts) {
        this.database = database;
        this.inserts = inserts;
    }

    /** An article of a story. */
    private record Member(
            String storyId,
            String articleId,
            boolean firstOfText,
            StoryRole role,
            @Nullable String of,
            double likelihood,
            LocalDate day,
            @Nullable String title) {
        static Member read(ResultSet row, int number) throws SQLException {
            return new Member(
                    row.getString("story_id"),
                    row.getString("article_id"),
                    row.getBoolean("first_of_text"),
                    StoryRole.valueOf(row.getString("role")),
                    row.getString("of_article_id"),
                    row.getDouble("likelihood"),
                    row.getObject("day", LocalDate.class),
                    row.getString("title"));
        }
    }

    /** What is counted of the publications of a story. */
    private record Counts(
            String storyId,
            long publications,
            long outlets,
            @Nullable LocalDate lastDay,
            long copies) {
        static Counts of(ResultSet row, int number) throws SQLException {
            return new Counts(
                    row.getString("story_id"),
                    row.getLong("publications"),
                    row.getLong("outlets"),
                    row.getObject("last_day", LocalDate.class),
                    row.getLong("copies"));
        }
    }

    /** Has the texts of these days placed, anew where they were. */
    void unplace(Collection<LocalDate> days) {
        Set<LocalDate> added = new HashSet<>(days);
        if (added.isEmpty()) {
            return;
        }
        database.sql("select day from unplaced_day where day in (:days)")
                .param("days", List.copyOf(added))
                .query((row, number) -> row.getObject("day", LocalDate.class))
                .list()
                .forEach(added::remove);
        inserts.insert(DAYS, added.stream().sorted().toList());
    }

    /** Has those days placed anew on which {@code day} has an influence. */
    void unplaceBehind(LocalDate day) {
        unplace(database.sql("select distinct day from article_story where day > :day and day <= :last")
                .param("day", day)
                .param("last", day.plusDays(StoryWindow.DAYS))
                .query((row, number) -> row.getObject("day", LocalDate.class))
                .list());
    }

    /** Counts these stories again; those that nothing is left of are deleted. Articles that are not placed yet are left out. */
    void count(Collection<String> ids) {
        List<String> all = ids.stream().distinct().sorted().toList();
        for (int from = 0; from < all.size(); from += BATCH) {
            countBatch(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
    }

    private void countBatch(List<String> ids) {
        database.sql("delete from story where id in (:ids)").param("ids", ids).update();
        Map<String, List<Member>> members = new LinkedHashMap<>();
        for (Member member :
                database.sql("""
                select s.story_id, s.article_id, s.first_of_text, s.role, s.of_article_id, s.likelihood, s.day, y.title
                from article_story s join article_analysis y on y.article_id = s.article_id
                where s.story_id in (:ids)
                order by s.story_id, s.day, s.article_id
                """).param("ids", ids).query(Member::read).list()) {
            members.computeIfAbsent(member.storyId(), unused -> new ArrayList<>())
                    .add(member);
        }
        Map<String, Counts> counts = new LinkedHashMap<>();
        for (Counts count :
                database.sql("""
                select s.story_id, count(*) as publications, count(distinct p.outlet) as outlets, max(p.published_on) as last_day,
                    count(*) - count(case when p.first_of_text = true and s.role <> 'COPY' then 1 end) as copies
                from article_story s join publication p on p.text_id = s.text_id
                where s.story_id in (:ids) and s.first_of_text = true
                group by s.story_id
                """).param("ids", ids).query(Counts::of).list()) {
            counts.put(count.storyId(), count);
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        members.forEach((id, articles) -> rows.add(row(id, articles, counts.get(id))));
        inserts.insert(STORIES, rows);
    }

    private static List<@Nullable Object> row(String id, List<Member> articles, @Nullable Counts counts) {
        List<Member> texts = articles.stream().filter(Member::firstOfText).toList();
        LocalDate firstDay =
                texts.stream().map(Member::day).min(LocalDate::compareTo).orElseThrow();
        LocalDate lastDay =
                texts.stream().map(Member::day).max(LocalDate::compareTo).orElseThrow();
        LocalDate lastPublished = counts == null ? null : counts.lastDay();
        List<String> titles =
                texts.stream().map(Member::title).filter(Objects::nonNull).toList();
        List<String> words = KeyWords.of(titles);
        return RowInserts.row(
                id,
                centralTitle(texts),
                words.isEmpty() ? null : String.join("، ", words),
                firstDay,
                lastPublished != null && lastPublished.isAfter(lastDay) ? lastPublished : lastDay,
                counts == null ? 0L : counts.outlets(),
                counts == null ? 0L : counts.publications(),
                (long) texts.size(),
                counts == null ? 0L : counts.copies(),
                (long) articles.size());
    }

    /** The headline of the text that the most others are most like; of equal ones the first by day. */
    private static @Nullable String centralTitle(List<Member> texts) {
        Map<String, Double> weight = new LinkedHashMap<>();
        for (Member text : texts) {
            if (text.of() != null) {
                weight.merge(text.of(), text.likelihood(), Double::sum);
                weight.merge(text.articleId(), text.likelihood() / 2, Double::sum);
            }
        }
        Member central = null;
        for (Member text : texts) {
            boolean better = central == null
                    || weight.getOrDefault(text.articleId(), 0.0) > weight.getOrDefault(central.articleId(), 0.0);
            if (text.title() != null && better) {
                central = text;
            }
        }
        return central == null ? null : central.title();
    }
}
