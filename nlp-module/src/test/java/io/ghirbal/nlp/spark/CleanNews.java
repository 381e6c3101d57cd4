package io.ghirbal.nlp.spark;

import static org.apache.spark.sql.functions.col;

import io.ghirbal.nlp.TextAnalysis;
import io.ghirbal.nlp.TextAnalyzer;
import io.ghirbal.nlp.clean.RemovedBlocks;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Objects;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A Spark job that cleans and classifies news: Parquet files with the columns {@code id}, {@code date} and {@code text} in, Parquet files
 * with a row for each of theirs out. Nothing of Ghirbal's is needed but {@code nlp-module}, and of that only the language core.
 */
public final class CleanNews {
    /** Both {@code removed} and {@code inline} say where in the text something stood, lines from 1, columns from 0. */
    private static final StructType CLEANED = StructType.fromDDL("""
            id string, title string, body string, published date, language string,
            topics array<struct<code: string, score: double>>,
            removed array<struct<first: int, last: int, kind: string, reason: string, text: string>>,
            inline array<struct<line: int, start: int, kind: string, reason: string, text: string>>
            """);

    /** Made when an executor first needs it and shared by its threads; so nothing has to be serialised. */
    private static final class Core {
        static final TextAnalyzer ANALYZER = TextAnalyzer.standard();
    }

    private CleanNews() {}

    /**
     * The job, as {@code spark-submit} calls it.
     *
     * @param args the folder to read, and the folder to write, which must not be there
     */
    public static void main(String[] args) {
        SparkSession spark = SparkSession.builder().appName("clean news").getOrCreate();
        clean(spark.read().parquet(args[0])).write().parquet(args[1]);
    }

    static Dataset<Row> clean(Dataset<Row> articles) {
        return articles.select(col("id").cast("string"), col("date").cast("string"), col("text"))
                .map((MapFunction<Row, Row>) CleanNews::cleaned, Encoders.row(CLEANED));
    }

    private static Row cleaned(Row article) {
        return cleaned(article.getAs("id"), article.getAs("date"), article.getAs("text"));
    }

    private static Row cleaned(String id, @Nullable String date, @Nullable String text) {
        TextAnalysis analysis = Core.ANALYZER.analyze(text == null ? "" : text, null);
        LocalDate published = analysis.metadata().publishedOn(date);
        RemovedBlocks removed = analysis.removed();
        return RowFactory.create(
                id,
                analysis.metadata().title(),
                analysis.body(),
                published == null ? null : Date.valueOf(published),
                analysis.language(),
                analysis.topics().stream()
                        .map(scored -> RowFactory.create(scored.topic().code(), scored.score()))
                        .toArray(Row[]::new),
                removed.wholeLines().stream()
                        .map(block -> RowFactory.create(
                                block.first(),
                                block.last(),
                                block.kind().name(),
                                block.reason(),
                                removed.textOf(block)))
                        .toArray(Row[]::new),
                removed.inline().stream()
                        .map(span -> RowFactory.create(
                                span.first(),
                                Objects.requireNonNull(span.columns()).start(),
                                span.kind().name(),
                                span.reason(),
                                removed.textOf(span)))
                        .toArray(Row[]::new));
    }
}
