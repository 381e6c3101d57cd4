package io.ghirbal.report.html;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened on a day.
 *
 * @param day the day
 * @param name the day in words
 * @param publications what was published on it
 * @param outlets outlets that published
 * @param stories stories that were told
 * @param sentences what there is to say of it, most important first
 * @param top its largest stories, the one of most outlets first
 * @param unusual what is far from usual, the farthest first
 * @param leads for each outlet the story it published that most others told too
 * @param words words of its headlines, the most telling first
 */
record Morning(
        LocalDate day,
        Label name,
        long publications,
        long outlets,
        long stories,
        List<Label> sentences,
        List<Story> top,
        List<Unusual> unusual,
        List<Lead> leads,
        List<Word> words) {

    /**
     * A story on the day.
     *
     * @param id as in the table {@code story}
     * @param title its headline; null when it has none
     * @param outlets outlets that told it on the day
     * @param publications publications of it on the day
     * @param copies of these, copies
     * @param firstOutlet who published it first; null when unknown, as when several did on its first day and no time is known
     * @param firstDay its first day
     * @param days publications on each of the days up to this one, the last one last
     */
    record Story(
            String id,
            @Nullable String title,
            long outlets,
            long publications,
            long copies,
            @Nullable String firstOutlet,
            LocalDate firstDay,
            List<Long> days) {
        /** Heights of the line of days, from 0 to 1. */
        List<Double> heights() {
            long most = days.stream().mapToLong(Long::longValue).max().orElse(0);
            return days.stream()
                    .map(count -> most == 0 ? 0 : (double) count / most)
                    .toList();
        }
    }

    /**
     * Something out of the ordinary.
     *
     * @param what in words
     * @param up whether there is more of it than usual
     * @param link the state of the page that shows it, such as {@code topic=…&day=…}; null when there is nothing to show
     */
    record Unusual(Label what, boolean up, @Nullable String link, double distance) {}

    /** What an outlet published that most others told too. */
    record Lead(String outlet, String storyId, @Nullable String title, long outlets, long publications) {}

    /** A word of headlines, and how many have it. */
    record Word(String word, long headlines) {}
}
