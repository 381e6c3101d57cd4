package io.ghirbal.report.export;

import io.ghirbal.nlp.step.RemovedText;
import io.ghirbal.report.export.ExportedArticle.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** The fields of {@code articles.parquet}: those of {@code articles.jsonl}, named as the columns of the database. */
final class ArticlesParquet {
    private static final MessageType ARTICLE = MessageTypeParser.parseMessageType("""
            message article {
                required binary id (STRING);
                required binary source (STRING);
                required int64 record;
                optional binary outlet (STRING);
                optional binary title (STRING);
                optional int32 published_on (DATE);
                optional binary attribution (STRING);
                optional binary author (STRING);
                optional binary body (STRING);
                required group removed (LIST) { repeated group list { required group element {
                    required int32 first;
                    required int32 last;
                    required binary kind (STRING);
                    optional binary reason (STRING);
                } } }
                required group inline (LIST) { repeated group list { required group element {
                    required int32 line;
                    optional binary text (STRING);
                    required binary kind (STRING);
                } } }
                required group topics (LIST) { repeated group list { required group element {
                    required binary code (STRING);
                    optional binary name (STRING);
                    required double score;
                } } }
            }
            """);
    /** Columns of which nearly every value is another, and long. */
    private static final Set<String> UNIQUE = Set.of("id", "title", "body");

    private ArticlesParquet() {}

    static ParquetWriter<ExportedArticle> create(Path file) throws IOException {
        return ParquetFile.create(file, ARTICLE, UNIQUE, ArticlesParquet::writeArticle);
    }

    private static void writeArticle(ExportedArticle article, ParquetRecord record) {
        record.text(article.id())
                .text(article.source())
                .integer(article.record())
                .text(article.outlet())
                .text(article.title())
                .day(article.publishedOn())
                .text(article.attribution())
                .text(article.author())
                .text(article.body())
                .list(article.wholeLines(), ArticlesParquet::writeLines)
                .list(article.inline(), ArticlesParquet::writeSpan)
                .list(article.topics(), ArticlesParquet::writeTopic);
    }

    private static void writeLines(RemovedText lines, ParquetRecord record) {
        record.integer(lines.firstLine())
                .integer(lines.lastLine())
                .text(lines.kind())
                .text(ExportedArticle.filled(lines.reason()));
    }

    private static void writeSpan(RemovedText span, ParquetRecord record) {
        record.integer(span.firstLine())
                .text(ExportedArticle.filled(span.text()))
                .text(span.kind());
    }

    private static void writeTopic(Topic topic, ParquetRecord record) {
        record.text(topic.code()).text(topic.name()).number(topic.score().doubleValue());
    }
}
