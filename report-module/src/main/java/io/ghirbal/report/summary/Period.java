package io.ghirbal.report.summary;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some days in a row.
 *
 * @param from the first
 * @param to the last, included
 */
public record Period(LocalDate from, LocalDate to) {
    private static final Pattern DAYS = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.\\.(\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    /** @throws IllegalArgumentException when {@code from} is after {@code to} */
    public Period {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("%s is after %s".formatted(from, to));
        }
    }

    /**
     * Reads {@code 2026-01-01..2026-01-31}, {@code 2026-01-15}, {@code 2026-01} or {@code 2026}.
     *
     * @throws IllegalArgumentException with a message for people when it is none of these
     */
    public static Period parse(String text) {
        try {
            Matcher days = DAYS.matcher(text);
            if (days.matches()) {
                return new Period(LocalDate.parse(days.group(1)), LocalDate.parse(days.group(2)));
            }
            if (DAY.matcher(text).matches()) {
                return new Period(LocalDate.parse(text), LocalDate.parse(text));
            }
            if (MONTH.matcher(text).matches()) {
                YearMonth month = YearMonth.parse(text);
                return new Period(month.atDay(1), month.atEndOfMonth());
            }
            if (YEAR.matcher(text).matches()) {
                Year year = Year.parse(text);
                return new Period(year.atDay(1), year.atMonth(12).atEndOfMonth());
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'%s' has a day that is in no calendar".formatted(text), e);
        }
        throw new IllegalArgumentException(
                "'%s' is no period; write 2026-01-01..2026-01-31, 2026-01-15, 2026-01 or 2026".formatted(text));
    }

    /** As many days right before it. */
    public Period previous() {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        return new Period(from.minusDays(days), from.minusDays(1));
    }
}
