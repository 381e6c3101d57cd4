package io.ghirbal.report.cli;

import io.ghirbal.nlp.topic.Topic;
import io.ghirbal.report.summary.Period;
import io.ghirbal.report.summary.Slice;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which articles to report. */
final class SliceOptions {
    private static final String PREVIOUS = "previous";

    private static final Pattern TIME = Pattern.compile("([1-9]\\d{0,3})([dw])");

    private static final Pattern ARTICLE = Pattern.compile("(?<!\\S)ال");

    private final Clock clock;

    SliceOptions() {
        this(Clock.system(ZoneId.systemDefault()));
    }

    /** @param clock says what day it is */
    SliceOptions(Clock clock) {
        this.clock = clock;
    }

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "Only articles published on this day or later, like 2026-01-31.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Only articles published on this day or earlier.")
    private @Nullable LocalDate to;

    @Option(
            names = "--day",
            paramLabel = "DAY",
            description = "Only articles of this day: 'yesterday', 'today', or a date like 2026-01-31.")
    private @Nullable String day;

    @Option(
            names = "--last",
            paramLabel = "TIME",
            description = "Only articles of the last days, today among them: 7d for seven days, 4w for four weeks.")
    private @Nullable String last;

    @Option(
            names = "--outlet",
            paramLabel = "NAME",
            description = "Only articles of this outlet. May be given several times.")
    private List<String> outlets = new ArrayList<>();

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = {
                "Only articles with this topic, by its code or its name in English or Arabic; a part that only one name",
                "has is enough. May be given several times."
            })
    private List<String> topics = new ArrayList<>();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(
            names = "--compare",
            paramLabel = "PERIOD",
            description = {
                "Puts another period beside it: 2026-01-01..2026-01-31, 2026-01-15, 2026-01, 2026,",
                "or 'previous' for as many days right before --from."
            })
    private @Nullable String compare;

    /**
     * The articles of the report.
     *
     * @param known the topics of the database
     * @throws WrongUsageException when the options make no sense
     */
    Slice slice(List<Topic> known) {
        if (from != null && to != null && from.isAfter(to)) {
            throw new WrongUsageException("--from %s is after --to %s".formatted(from, to));
        }
        Period period = period();
        return new Slice(
                period == null ? from : period.from(),
                period == null ? to : period.to(),
                outlets,
                topics.stream().map(topic -> code(topic, known)).distinct().toList(),
                language.codes());
    }

    /** The period that {@code --day} or {@code --last} names; null when neither is given. */
    private @Nullable Period period() {
        if (day == null && last == null) {
            return null;
        }
        if (from != null || to != null || (day != null && last != null)) {
            throw new WrongUsageException("only one of --day, --last, and --from with --to can be given");
        }
        LocalDate today = LocalDate.now(clock);
        if (day != null) {
            LocalDate of = switch (day) {
                case "today" -> today;
                case "yesterday" -> today.minusDays(1);
                default -> date(day);
            };
            return new Period(of, of);
        }
        Matcher time = TIME.matcher(Objects.requireNonNull(last));
        if (!time.matches()) {
            throw new WrongUsageException("--last %s: write 7d for seven days or 4w for four weeks".formatted(last));
        }
        long days = Long.parseLong(time.group(1)) * (time.group(2).equals("w") ? 7 : 1);
        return new Period(today.minusDays(days - 1), today);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new WrongUsageException(
                    "--day %s: write 'yesterday', 'today', or a date like 2026-01-31".formatted(text));
        }
    }

    /**
     * The articles to put beside {@code slice}; null when none were asked for.
     *
     * @throws WrongUsageException when the period can't be understood
     */
    @Nullable Slice compared(Slice slice) {
        if (compare == null) {
            return null;
        }
        if (compare.equals(PREVIOUS)) {
            if (slice.from() == null || slice.to() == null) {
                throw new WrongUsageException("--compare previous needs --from and --to");
            }
            return slice.in(new Period(slice.from(), slice.to()).previous());
        }
        try {
            return slice.in(Period.parse(compare));
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException("--compare: " + e.getMessage());
        }
    }

    /** The IPTC writes رياضة, people also write الرياضة. */
    private static String withoutArticle(String name) {
        return ARTICLE.matcher(name).replaceAll("");
    }

    private static String code(String wanted, List<Topic> known) {
        String folded = wanted.strip().toLowerCase(Locale.ROOT);
        for (Topic topic : known) {
            if (folded.equals(topic.code())
                    || folded.equals(topic.code().substring(topic.code().indexOf(':') + 1))
                    || folded.equals(topic.name().toLowerCase(Locale.ROOT))
                    || folded.equals(topic.nameAr())
                    || withoutArticle(folded).equals(withoutArticle(topic.nameAr()))) {
                return topic.code();
            }
        }
        List<Topic> parts = known.stream()
                .filter(topic -> topic.name().toLowerCase(Locale.ROOT).contains(folded)
                        || topic.nameAr().contains(withoutArticle(folded)))
                .toList();
        if (parts.size() == 1 && !folded.isEmpty()) {
            return parts.get(0).code();
        }
        String names = (parts.isEmpty() ? known : parts)
                .stream()
                        .map(topic -> topic.name() + " (" + topic.nameAr() + ")")
                        .collect(Collectors.joining(", "));
        throw new WrongUsageException(
                names.isEmpty()
                        ? "--topic: the database has no topics yet; run the job first"
                        : "--topic %s: %s: %s"
                                .formatted(
                                        wanted,
                                        parts.isEmpty() ? "there is no such topic, but" : "that may be any of",
                                        names));
    }
}
