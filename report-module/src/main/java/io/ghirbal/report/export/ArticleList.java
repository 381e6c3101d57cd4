package io.ghirbal.report.export;

import io.ghirbal.report.export.ExportedArticle.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The articles as a list for people, a row each: what it is, who published it when, what it is about and where to find it. */
final class ArticleList {
    /** The columns, in their order. */
    static final List<TableRows.Column> COLUMNS = List.of(
            new TableRows.Column("title", TableRows.Kind.TEXT, 1),
            new TableRows.Column("outlet", TableRows.Kind.TEXT, 2),
            new TableRows.Column("published_on", TableRows.Kind.DAY, 3),
            new TableRows.Column("topics", TableRows.Kind.TEXT, 4),
            new TableRows.Column("topics_ar", TableRows.Kind.TEXT, 5),
            new TableRows.Column("url", TableRows.Kind.TEXT, 6));

    private ArticleList() {}

    /** The values of its row. */
    static List<@Nullable Object> row(ExportedArticle article) {
        return Arrays.asList(
                article.title(),
                article.outlet(),
                article.publishedOn(),
                names(article, Topic::name, "; "),
                names(article, Topic::nameAr, "؛ "),
                article.url());
    }

    /** Null when there is none. */
    private static @Nullable String names(
            ExportedArticle article, Function<Topic, @Nullable String> name, String between) {
        String names =
                article.topics().stream().map(name).filter(Objects::nonNull).collect(Collectors.joining(between));
        return ExportedArticle.filled(names);
    }
}
