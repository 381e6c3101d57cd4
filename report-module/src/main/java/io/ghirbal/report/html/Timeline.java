package io.ghirbal.report.html;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Articles over time, by days, months or years, whichever gives a number of bars one can read; periods without articles are there with 0.
 *
 * @param unit what a bar is
 * @param periods the bars in order; empty when no article has a day
 * @param undated articles without a day
 */
record Timeline(Unit unit, List<Period> periods, long undated) {
    private static final int MOST_DAYS = 92;
    private static final int MOST_MONTHS = 72;
    private static final int MOST_YEARS = 200;

    /** What a bar is. */
    enum Unit {
        DAY,
        MONTH,
        YEAR
    }

    /**
     * A bar.
     *
     * @param start its first day
     */
    record Period(String name, LocalDate start, long articles) {}

    /** Other figures by day in the places of the periods; days outside of them are left out. */
    List<Long> placed(Map<LocalDate, Long> byDay) {
        Map<LocalDate, Long> byStart = new HashMap<>();
        byDay.forEach((day, figure) -> byStart.merge(start(day, unit), figure, Long::sum));
        return periods.stream()
                .map(period -> byStart.getOrDefault(period.start(), 0L))
                .toList();
    }

    static Timeline of(Map<LocalDate, Long> articlesByDay, long undated) {
        SortedMap<LocalDate, Long> days = new TreeMap<>(articlesByDay);
        if (days.isEmpty()) {
            return new Timeline(Unit.DAY, List.of(), undated);
        }
        LocalDate first = days.firstKey();
        LocalDate last = days.lastKey();
        Unit unit = ChronoUnit.DAYS.between(first, last) < MOST_DAYS
                ? Unit.DAY
                : ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(last)) < MOST_MONTHS
                        ? Unit.MONTH
                        : Unit.YEAR;
        Map<LocalDate, Long> bars = new TreeMap<>();
        if (unit != Unit.YEAR || ChronoUnit.YEARS.between(Year.from(first), Year.from(last)) < MOST_YEARS) {
            LocalDate end = start(last, unit);
            for (LocalDate bar = start(first, unit); !bar.isAfter(end); bar = next(bar, unit)) {
                bars.put(bar, 0L);
            }
        }
        days.forEach((day, articles) -> bars.merge(start(day, unit), articles, Long::sum));
        List<Period> periods = new ArrayList<>();
        bars.forEach((start, articles) -> periods.add(new Period(name(start, unit), start, articles)));
        return new Timeline(unit, periods, undated);
    }

    private static LocalDate start(LocalDate day, Unit unit) {
        return switch (unit) {
            case DAY -> day;
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    private static LocalDate next(LocalDate start, Unit unit) {
        return switch (unit) {
            case DAY -> start.plusDays(1);
            case MONTH -> start.plusMonths(1);
            case YEAR -> start.plusYears(1);
        };
    }

    private static String name(LocalDate start, Unit unit) {
        return switch (unit) {
            case DAY -> start.toString();
            case MONTH -> YearMonth.from(start).toString();
            case YEAR -> String.format(Locale.ROOT, "%04d", start.getYear());
        };
    }
}
