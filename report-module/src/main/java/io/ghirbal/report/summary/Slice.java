package io.ghirbal.report.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which articles figures are about. Superseded articles are in no slice. An article without a day of publication is in no slice that
 * begins or ends on one.
 *
 * @param from first day of publication; null when there is no first
 * @param to last day, included; null when there is no last
 * @param outlets any of these; empty for all
 * @param topics articles with any of these topics, by their codes; empty for all
 * @param languages articles in any of these languages, by their ISO 639 codes; empty for all
 */
public record Slice(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<String> outlets,
        List<String> topics,
        List<String> languages) {
    /**
     * Not {@code is null}: HSQLDB would go over all rows by the index of the foreign key, at random places of the disk, instead of by the
     * one that has them in the order asked for; of 200,000 articles the first 500 took 95 s and take 0.3 s.
     */
    private static final String CURRENT = "coalesce(a.superseded_run_id, 0) = 0";

    /** Every current article. */
    public static final Slice ALL = new Slice(null, null, List.of(), List.of(), List.of());

    public Slice {
        if (from != null && to != null && from.isAfter(to)) {
            throw new IllegalArgumentException("%s is after %s".formatted(from, to));
        }
        outlets = List.copyOf(outlets);
        topics = List.copyOf(topics);
        languages = List.copyOf(languages);
    }

    /** One in any language. */
    public Slice(@Nullable LocalDate from, @Nullable LocalDate to, List<String> outlets, List<String> topics) {
        this(from, to, outlets, topics, List.of());
    }

    /** Whether no current article is left out. */
    public boolean isAll() {
        return equals(ALL);
    }

    /** The same slice of another time. */
    public Slice in(Period period) {
        return new Slice(period.from(), period.to(), outlets, topics, languages);
    }

    /**
     * SQL that holds for its articles where {@code a} is a row of {@code article} and {@code y} that of {@code article_analysis}; it is
     * always longer than nothing. The values stand in {@link #parameters()}.
     */
    String condition() {
        return condition(CURRENT, "y.published_on", "a.outlet", "a.id");
    }

    /** SQL that holds for the publications of the slice, where {@code p} is a row of {@code publication}. */
    private String publications() {
        return condition("p.documents > 0", "p.published_on", "p.outlet", "p.article_id");
    }

    /** {@code first}, and what the slice asks of these columns; {@code y} is the analysis of {@code article}. */
    private String condition(String first, String day, String outlet, String article) {
        List<String> all = new ArrayList<>();
        all.add(first);
        if (from != null) {
            all.add(day + " >= :sliceFrom");
        }
        if (to != null) {
            all.add(day + " <= :sliceTo");
        }
        if (!outlets.isEmpty()) {
            all.add(outlet + " in (:sliceOutlets)");
        }
        if (!topics.isEmpty()) {
            all.add(article
                    + " in (select sliced.article_id from article_topic sliced where sliced.code in (:sliceTopics))");
        }
        if (!languages.isEmpty()) {
            all.add("y.language in (:sliceLanguages)");
        }
        return String.join(" and ", all);
    }

    /**
     * A statement over the slice: in {@code sql}, {@code {slice}} stands for its condition; {@code {analysis}} behind {@code article a}
     * for the join that the condition needs; {@code {publications}} and {@code {publicationAnalysis}} likewise for a row {@code p} of
     * {@code publication}; {@code {topics}}, {@code {outlets}}, {@code {days}} and {@code {kinds}} for its rows of the
     * summary tables, to be given an alias.
     */
    public JdbcClient.StatementSpec statement(JdbcClient database, String sql) {
        return database.sql(completed(sql)
                        .replace("{topics}", Summary.TOPIC.of(this))
                        .replace("{outlets}", Summary.OUTLET.of(this))
                        .replace("{days}", Summary.DAILY.of(this))
                        .replace("{kinds}", Summary.BOILERPLATE.of(this)))
                .params(parameters());
    }

    /** {@code sql} with the condition of the slice and the join it needs. */
    String completed(String sql) {
        return sql.replace("{slice}", condition())
                .replace("{analysis}", analysis())
                .replace("{publications}", publications())
                .replace(
                        "{publicationAnalysis}",
                        languages.isEmpty() ? "" : "join article_analysis y on y.article_id = p.article_id");
    }

    /** Empty when the condition asks nothing of the analysis: HSQLDB would read it with its text all the same. */
    private String analysis() {
        return from == null && to == null && languages.isEmpty()
                ? ""
                : "join article_analysis y on y.article_id = a.id";
    }

    /** What the names in {@link #condition()} stand for. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (from != null) {
            parameters.put("sliceFrom", from);
        }
        if (to != null) {
            parameters.put("sliceTo", to);
        }
        if (!outlets.isEmpty()) {
            parameters.put("sliceOutlets", outlets);
        }
        if (!topics.isEmpty()) {
            parameters.put("sliceTopics", topics);
        }
        if (!languages.isEmpty()) {
            parameters.put("sliceLanguages", languages);
        }
        return parameters;
    }
}
