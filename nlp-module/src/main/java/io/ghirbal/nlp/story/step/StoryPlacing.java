package io.ghirbal.nlp.story.step;

import io.ghirbal.nlp.story.ComparableText;
import io.ghirbal.nlp.story.PairModel;
import io.ghirbal.nlp.story.Placement;
import io.ghirbal.nlp.story.StoryText;
import io.ghirbal.nlp.story.StoryWindow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Places the texts of the days that wait, the earliest day first. When a day changed, the {@value StoryWindow#DAYS} days behind it wait too:
 * so what stands in the end is what one run over all days would have made, and where nothing changed any more nothing further is read.
 */
class StoryPlacing {
    private static final String TEXTS = """
            select s.article_id, s.text_id, s.outlet, s.story_id, s.role, s.of_article_id, y.title, y.body
            from article_story s
                join article_analysis y on y.article_id = s.article_id
                join article a on a.id = s.article_id
            where s.day = :day and s.first_of_text = true
            order by case when s.published_at is null then 1 else 0 end, s.published_at, a.run_id, a.source, a.record, s.article_id
            """;

    private final JdbcTemplate jdbc;
    private final JdbcClient database;
    private final Stories stories;
    private final int threads;
    private @Nullable StoryWindow window;
    /** The last day that the window has. */
    private LocalDate reached = LocalDate.MIN;

    StoryPlacing(JdbcTemplate jdbc, Stories stories, int threads) {
        this.jdbc = jdbc;
        this.database = JdbcClient.create(jdbc);
        this.stories = stories;
        this.threads = threads;
    }

    /** A text with the place it had. */
    private record Stored(
            StoryText text,
            String textId,
            @Nullable String story,
            @Nullable String role,
            @Nullable String of) {
        boolean isAt(Placement placement) {
            return placement.story().equals(story)
                    && placement.role().name().equals(role)
                    && Objects.equals(placement.of(), of);
        }
    }

    /** Places the texts of the next day; false when no day waits. */
    boolean placeNextDay() {
        LocalDate day = database.sql("select min(day) from unplaced_day")
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .optional()
                .orElse(null);
        if (day == null) {
            return false;
        }
        List<Stored> texts = texts(day);
        List<Placement> placements = windowBefore(day)
                .place(day.toEpochDay(), texts.stream().map(Stored::text).toList());
        reached = day;
        // nearly every text has one article
        Set<String> repeated = Set.copyOf(
                database.sql("select distinct text_id from article_story where day = :day and first_of_text = false")
                        .param("day", day)
                        .query(String.class)
                        .list());
        Set<String> touched = new LinkedHashSet<>();
        List<Object[]> first = new ArrayList<>();
        List<Object[]> others = new ArrayList<>();
        boolean moved = false;
        for (int i = 0; i < placements.size(); i++) {
            Placement placement = placements.get(i);
            Stored stored = texts.get(i);
            if (!stored.isAt(placement)) {
                moved |= !placement.story().equals(stored.story());
                if (stored.story() != null) {
                    touched.add(stored.story());
                }
                touched.add(placement.story());
                first.add(new Object[] {
                    placement.story(),
                    placement.role().name(),
                    placement.of(),
                    placement.containment(),
                    placement.likelihood(),
                    placement.text().id()
                });
                if (repeated.contains(stored.textId())) {
                    others.add(new Object[] {placement.story(), placement.text().id(), stored.textId()});
                }
            }
        }
        jdbc.batchUpdate(
                "update article_story set story_id = ?, role = ?, of_article_id = ?, containment = ?, likelihood = ? where article_id = ?",
                first);
        jdbc.batchUpdate("""
                update article_story set story_id = ?, role = 'COPY', of_article_id = ?, containment = 1, likelihood = 1
                where text_id = ? and first_of_text = false
                """, others);
        database.sql("delete from unplaced_day where day = :day")
                .param("day", day)
                .update();
        if (moved) {
            stories.unplaceBehind(day);
        }
        stories.count(touched);
        return true;
    }

    /** The window with the days before {@code day}. */
    private StoryWindow windowBefore(LocalDate day) {
        LocalDate from = day.minusDays(StoryWindow.DAYS);
        StoryWindow current = window;
        if (current == null || !reached.isBefore(day)) {
            current = new StoryWindow(PairModel.standard(), threads);
            window = current;
        } else if (!reached.isBefore(from)) {
            from = reached.plusDays(1);
        }
        for (LocalDate open : database.sql(
                        "select distinct day from article_story where day >= :from and day < :day order by day")
                .param("from", from)
                .param("day", day)
                .query((row, number) -> row.getObject("day", LocalDate.class))
                .list()) {
            List<Stored> texts = texts(open);
            current.reopen(
                    open.toEpochDay(),
                    texts.stream().map(Stored::text).toList(),
                    texts.stream()
                            .map(text -> Objects.requireNonNull(text.story()))
                            .toList());
        }
        return current;
    }

    private List<Stored> texts(LocalDate day) {
        return database.sql(TEXTS)
                .param("day", day)
                .query((row, number) -> stored(row, day))
                .list();
    }

    private static Stored stored(ResultSet row, LocalDate day) throws SQLException {
        return new Stored(
                new StoryText(
                        row.getString("article_id"),
                        row.getString("outlet"),
                        day.toEpochDay(),
                        ComparableText.of(row.getString("title"), row.getString("body"))),
                row.getString("text_id"),
                row.getString("story_id"),
                row.getString("role"),
                row.getString("of_article_id"));
    }
}
