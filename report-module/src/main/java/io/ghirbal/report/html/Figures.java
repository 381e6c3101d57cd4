package io.ghirbal.report.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes figures for people, the same in both languages and on every machine. */
final class Figures {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Figures() {}

    /** Such as {@code 12,345}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code part} of {@code whole} such as {@code 12.3%}; {@code –} when there is no whole. */
    static String share(long part, long whole) {
        return whole == 0 ? "–" : decimal(100.0 * part / whole, 1) + "%";
    }

    /** {@code part} of {@code whole}, from 0 to 1; 0 when there is no whole. */
    static double fraction(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** {@code share}, from 0 to 1, such as {@code 12.3%}. */
    static String percent(double share) {
        return decimal(100 * share, 1) + "%";
    }

    /** What a share changed by, such as {@code +2.1}, {@code −0.4} or {@code 0.0}. */
    static String points(double change) {
        String size = decimal(Math.abs(change), 1);
        return size.equals("0.0") ? size : (change < 0 ? "\u2212" : "+") + size;
    }

    /** What the share of one part of one whole is above another, in points of percent; {@code –} when one of the wholes is nothing. */
    static String pointsBetween(long part, long whole, long otherPart, long otherWhole) {
        return whole == 0 || otherWhole == 0 ? "–" : points(100.0 * part / whole - 100.0 * otherPart / otherWhole);
    }

    /** What a count changed by, such as {@code +12.3%}; {@code –} when there was none before. */
    static String change(long now, long then) {
        return then == 0 ? "–" : points(100.0 * (now - then) / then) + "%";
    }

    /** Such as {@code 0.91}. */
    static String score(double score) {
        return decimal(score, 2);
    }

    /** {@code part} of {@code whole} from 0 to 100, for the width of a bar. */
    static String width(long part, long whole) {
        return whole == 0 ? "0" : decimal(100.0 * part / whole, 2);
    }

    /** Such as {@code 2024-01-02 08:00:05 UTC}. */
    static String time(Instant time) {
        return UTC.format(time);
    }

    /** Such as {@code 12.3}. */
    static String decimal(double number, int decimals) {
        return BigDecimal.valueOf(number)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
