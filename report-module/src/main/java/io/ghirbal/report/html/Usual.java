package io.ghirbal.report.html;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is usual for a day, and whether a count is far from it. The same weekdays of the four weeks before are compared, since weekends are
 * quiet; where there are not three of them, the fourteen days before.
 *
 * @param mean the mean of the days compared, above or equal 0
 * @param spread how far counts usually are from it: the larger of their own standard deviation and that of chance (the root of the mean),
 *     so that small numbers prove nothing
 * @param days how many days were compared
 */
record Usual(double mean, double spread, int days) {
    private static final int WEEKS = 4;
    private static final int FEWEST = 3;
    private static final int DAYS_BEFORE = 14;
    /** A count so many spreads away is out of the ordinary: by chance one in 700 is. */
    private static final double FAR = 3;

    /** The days that are looked at before {@code day}. */
    static final int REACH = 7 * WEEKS;

    /**
     * What is usual on {@code day}; null when fewer than three days before it have anything.
     *
     * @param counts by day; a day that is missing counts 0 if {@code known} has it
     * @param known the days of which anything is known
     */
    static @Nullable Usual of(LocalDate day, Map<LocalDate, Long> counts, Map<LocalDate, Long> known) {
        List<Long> compared = new ArrayList<>();
        for (int week = 1; week <= WEEKS; week++) {
            LocalDate before = day.minusWeeks(week);
            if (known.containsKey(before)) {
                compared.add(counts.getOrDefault(before, 0L));
            }
        }
        if (compared.size() < FEWEST) {
            compared.clear();
            for (int back = 1; back <= DAYS_BEFORE; back++) {
                LocalDate before = day.minusDays(back);
                if (known.containsKey(before)) {
                    compared.add(counts.getOrDefault(before, 0L));
                }
            }
        }
        if (compared.size() < FEWEST) {
            return null;
        }
        double mean = compared.stream().mapToLong(Long::longValue).average().orElse(0);
        double squares = 0;
        for (long count : compared) {
            squares += (count - mean) * (count - mean);
        }
        double deviation = Math.sqrt(squares / (compared.size() - 1));
        return new Usual(mean, Math.max(deviation, Math.sqrt(Math.max(1, mean))), compared.size());
    }

    /** How far {@code count} is from what is usual, in spreads; below 0 when it is less. */
    double distance(long count) {
        return (count - mean) / spread;
    }

    boolean isFarAbove(long count) {
        return distance(count) >= FAR;
    }

    /** Less than a third of a usual day, and far from it; nothing at all where three or more are usual. */
    boolean isFarBelow(long count) {
        return (distance(count) <= -FAR && count * 3 < mean) || (count == 0 && mean >= FAR);
    }
}
