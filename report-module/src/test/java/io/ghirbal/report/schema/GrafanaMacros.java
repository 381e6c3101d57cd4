package io.ghirbal.report.schema;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Grafana's PostgreSQL data source makes of the macros in a query, as its documentation says. A macro ends at the first closing
 * bracket, so its arguments hold none.
 *
 * @param from beginning of the period that is looked at
 * @param to its end
 */
record GrafanaMacros(Instant from, Instant to) {
    private static final Pattern MACRO = Pattern.compile("\\$([_a-zA-Z0-9]+)\\(([^)]*)\\)");
    private static final Pattern DAYS = Pattern.compile("'([0-9]+)d'");

    /** @throws IllegalArgumentException for a macro that Grafana does not know, or that no dashboard of ours needs */
    String replaced(String sql) {
        String replaced = MACRO.matcher(sql)
                .replaceAll(macro -> Matcher.quoteReplacement(value(
                        macro.group(1),
                        Arrays.stream(macro.group(2).split(",", -1))
                                .map(String::strip)
                                .toList())));
        if (replaced.contains("$")) {
            throw new IllegalArgumentException("a variable or a macro that was not replaced: " + replaced);
        }
        return replaced;
    }

    private String value(String macro, List<String> arguments) {
        return switch (macro) {
            case "__timeFilter" -> "%s BETWEEN '%s' AND '%s'".formatted(arguments.get(0), from, to);
            case "__timeGroup" -> timeGroup(arguments);
            case "__timeGroupAlias" -> timeGroup(arguments) + " AS \"time\"";
            default -> throw new IllegalArgumentException("unknown macro " + macro);
        };
    }

    private static String timeGroup(List<String> arguments) {
        Matcher interval = DAYS.matcher(arguments.get(1));
        if (!interval.matches()) {
            throw new IllegalArgumentException("not a number of days: " + arguments);
        }
        long seconds = 86_400 * Long.parseLong(interval.group(1));
        return "floor(extract(epoch from %s)/%d)*%d".formatted(arguments.get(0), seconds, seconds);
    }
}
