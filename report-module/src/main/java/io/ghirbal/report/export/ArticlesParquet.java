package io.ghirbal.report.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** Articles as rows of a Parquet file, with the fields of the JSON Lines, named as the columns of the database. */
public final class ArticlesParquet implements ArticleWriter {
    /** Columns of which nearly every value is another, and long. */
    private static final Set<String> UNIQUE = Set.of("id", "external_id", "url", "title", "body");

    private final ParquetWriter<ExportedArticle> rows;

    private ArticlesParquet(ParquetWriter<ExportedArticle> rows) {
        this.rows = rows;
    }

    /**
     * Begins {@code file}, in place of an earlier one.
     *
     * @param which what of an article to write
     */
    public static ArticlesParquet create(Path file, ArticleFields which) throws IOException {
        List<Field<ExportedArticle>> fields = which.fields();
        MessageType schema = new MessageType(
                "article", fields.stream().map(ArticlesParquet::fieldType).toList());
        return new ArticlesParquet(ParquetFile.create(
                file, schema, UNIQUE, (article, record) -> fields.forEach(field -> write(field, article, record))));
    }

    @Override
    public void write(ExportedArticle article) throws IOException {
        rows.write(article);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private static Type fieldType(Field<ExportedArticle> field) {
        if (field instanceof Field.Single<ExportedArticle> single) {
            return type(single);
        }
        if (field instanceof Field.Group<ExportedArticle, ?> group) {
            return Types.optionalGroup().addFields(types(group.fields())).named(field.column());
        }
        Field.Repeated<ExportedArticle, ?> repeated = (Field.Repeated<ExportedArticle, ?>) field;
        Type element = Types.requiredGroup().addFields(types(repeated.fields())).named("element");
        return Types.requiredList().element(element).named(field.column());
    }

    private static <E> Type[] types(List<Field.Single<E>> fields) {
        return fields.stream().map(ArticlesParquet::type).toArray(Type[]::new);
    }

    private static Type type(Field.Single<?> field) {
        Repetition repetition = field.required() ? Repetition.REQUIRED : Repetition.OPTIONAL;
        return switch (field.kind()) {
            case TEXT, JSON ->
                Types.primitive(PrimitiveTypeName.BINARY, repetition)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(field.column());
            case NUMBER -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(field.column());
            case LONG_NUMBER ->
                Types.primitive(PrimitiveTypeName.INT64, repetition).named(field.column());
            case FRACTION ->
                Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(field.column());
            case DAY ->
                Types.primitive(PrimitiveTypeName.INT32, repetition)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(field.column());
        };
    }

    private static void write(Field<ExportedArticle> field, ExportedArticle article, ParquetRecord record) {
        if (field instanceof Field.Single<ExportedArticle> single) {
            writeSingle(single, article, record);
        } else if (field instanceof Field.Repeated<ExportedArticle, ?> repeated) {
            writeList(repeated, article, record);
        } else if (field instanceof Field.Group<ExportedArticle, ?> group) {
            writeGroup(group, article, record);
        }
    }

    private static <E> void writeList(
            Field.Repeated<ExportedArticle, E> field, ExportedArticle article, ParquetRecord record) {
        record.list(
                field.values().apply(article),
                (element, fields) -> field.fields().forEach(single -> writeSingle(single, element, fields)));
    }

    private static <E> void writeGroup(
            Field.Group<ExportedArticle, E> field, ExportedArticle article, ParquetRecord record) {
        record.group(
                field.value().apply(article),
                (group, fields) -> field.fields().forEach(single -> writeSingle(single, group, fields)));
    }

    private static <T> void writeSingle(Field.Single<T> field, T of, ParquetRecord record) {
        @Nullable Object value = field.value().apply(of);
        switch (field.kind()) {
            case TEXT, JSON -> record.text((String) value);
            case NUMBER, LONG_NUMBER -> record.integer((Number) value);
            case FRACTION -> record.number(value == null ? null : ((BigDecimal) value).doubleValue());
            case DAY -> record.day((LocalDate) value);
        }
    }
}
