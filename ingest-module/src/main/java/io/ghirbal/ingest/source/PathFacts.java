package io.ghirbal.ingest.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the path of a file says of what is in it, where files are laid out as {@code OUTLET/DAY/NAME}. */
final class PathFacts {
    private static final Pattern DATE = Pattern.compile(
            "(?<![0-9])((?:19|20)[0-9]{2})([-_./]?)(0[1-9]|1[0-2])\\2(0[1-9]|[12][0-9]|3[01])(?![0-9])");
    private static final Pattern PART_OF_DATE = Pattern.compile("[0-9][0-9._-]*");

    private PathFacts() {}

    /** The first folder below the input that is no part of a date; null when there is none. */
    static @Nullable String outlet(String source) {
        String[] parts = source.split("/", -1);
        for (int i = 0; i < parts.length - 1; i++) {
            String name = parts[i].endsWith("!") ? "" : parts[i].strip();
            if (!TextDecoder.isBlank(name)
                    && !PART_OF_DATE.matcher(name).matches()
                    && name.length() <= SourceDocument.MAX_OUTLET_LENGTH) {
                return name;
            }
        }
        return null;
    }

    /** The last date in the path, as {@code 2024-01-31}; null when there is none. */
    static @Nullable String date(String source) {
        Matcher matcher = DATE.matcher(source);
        String date = null;
        for (int from = 0; matcher.find(from); from = matcher.start() + 1) {
            date = "%s-%s-%s".formatted(matcher.group(1), matcher.group(3), matcher.group(4));
        }
        return date;
    }
}
