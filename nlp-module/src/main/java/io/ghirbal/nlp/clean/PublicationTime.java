package io.ghirbal.nlp.clean;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the moment out of a time of publication that is written for machines: ISO 8601 with or without a zone, RFC 1123, seconds or
 * milliseconds since 1970. A time without a zone is taken for one of UTC. Immutable and thread-safe.
 */
public final class PublicationTime {
    private static final Pattern EPOCH = Pattern.compile("\\d{10}|\\d{13}");
    private static final int LONGEST = 60;

    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from),
            text -> DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx").parse(text, Instant::from),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
            text -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));

    private PublicationTime() {}

    /** The moment; null when the text has no time of day, or is written for people. */
    public static @Nullable Instant parse(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return null;
        }
        String written = text.strip();
        if (EPOCH.matcher(written).matches()) {
            long number = Long.parseLong(written);
            return written.length() == 10 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        }
        // as databases and pandas write it
        String iso = written.length() > 10 && written.charAt(10) == ' ' ? written.replaceFirst(" ", "T") : written;
        for (Function<String, Instant> form : FORMS) {
            try {
                return form.apply(iso);
            } catch (DateTimeParseException e) {
                // another form, or none
            } catch (DateTimeException e) {
                return null;
            }
        }
        return null;
    }
}
