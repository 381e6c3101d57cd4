package io.ghirbal.report.cli;

import io.ghirbal.nlp.topic.Topic;
import io.ghirbal.report.summary.Period;
import io.ghirbal.report.summary.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which articles to report. */
final class SliceOptions {
    private static final String PREVIOUS = "previous";

    private static final Pattern ARTICLE = Pattern.compile("(?<!\\S)ال");

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "Only articles published on this day or later, like 2026-01-31.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Only articles published on this day or earlier.")
    private @Nullable LocalDate to;

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
        return new Slice(
                from,
                to,
                outlets,
                topics.stream().map(topic -> code(topic, known)).distinct().toList(),
                language.codes());
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
            if (from == null || to == null) {
                throw new WrongUsageException("--compare previous needs --from and --to");
            }
            return slice.in(new Period(from, to).previous());
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
