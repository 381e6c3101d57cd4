package io.ghirbal.report.schedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.scheduling.support.CronExpression;

/**
 * The times at which the job is due.
 *
 * @param expression the cron expression as it was given
 * @param cron the expression, parsed
 * @param zone the time zone its hours are of; a time that summer time leaves out is due an hour later, one
 *     that comes twice when it ends is due twice
 */
public record Schedule(String expression, CronExpression cron, ZoneId zone) {
    private static final int FIELDS_OF_CRONTAB = 5;

    /**
     * Reads a schedule.
     *
     * @param expression five fields as in a crontab, six with the seconds first, or a macro like {@code @daily}
     * @param zone a name of the IANA time zone database, like {@code Asia/Dubai}, or an offset
     * @throws IllegalArgumentException when either cannot be read; the message is fit for a user
     */
    public static Schedule of(String expression, String zone) {
        String fields = expression.strip();
        boolean crontab = !fields.startsWith("@") && fields.split("\\s+").length == FIELDS_OF_CRONTAB;
        return new Schedule(expression, parsed(expression, crontab ? "0 " + fields : fields), zone(zone));
    }

    private static CronExpression parsed(String given, String fields) {
        try {
            return CronExpression.parse(fields);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'%s' is not a cron expression (%s); write five fields as in a crontab, like '15 5 * * *' for 5:15 every day"
                            .formatted(given, e.getMessage()),
                    e);
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'%s' is not a time zone; write a name like Asia/Dubai or UTC".formatted(name), e);
        }
    }

    /** The first time after {@code instant} at which the job is due; empty when there is none any more. */
    public Optional<Instant> next(Instant instant) {
        return Stream.concat(
                        Stream.ofNullable(cron.next(instant.atZone(zone))).map(ZonedDateTime::toInstant),
                        nextLeftOut(instant).stream())
                .min(Comparator.naturalOrder());
    }

    /** Spring passes over an hour that summer time leaves out, and with it the run of that day; here it is due as much later. */
    private Optional<Instant> nextLeftOut(Instant instant) {
        return Optional.ofNullable(cron.next(LocalDateTime.ofInstant(instant, zone)))
                .filter(local -> zone.getRules().getValidOffsets(local).isEmpty())
                .map(local -> local.atZone(zone).toInstant());
    }
}
