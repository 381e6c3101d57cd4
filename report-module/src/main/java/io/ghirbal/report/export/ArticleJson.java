package io.ghirbal.report.export;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Articles as JSON Lines: an object a line, a missing value null. Thread-safe. */
public final class ArticleJson {
    // What encodes the text knows of lone surrogates, which Jackson's own UTF-8 encoder refuses.
    private final JsonFactory json = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    /** About how many bytes of a line are no body. */
    private static final int BESIDE_THE_BODY = 1_500;

    private final List<Field<ExportedArticle>> fields;

    /** @param fields what of an article to write */
    public ArticleJson(ArticleFields fields) {
        this.fields = fields.fields();
    }

    /** A line for each of {@code articles}, in UTF-8. */
    public byte[] lines(List<ExportedArticle> articles) {
        Utf8Text lines = new Utf8Text(articles.stream()
                .mapToInt(article -> 2 * article.body().length() + BESIDE_THE_BODY)
                .sum());
        try {
            for (ExportedArticle article : articles) {
                write(article, lines);
            }
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can always be written to", e);
        }
        return lines.toByteArray();
    }

    /** Writes the line of {@code article}. */
    void write(ExportedArticle article, Writer lines) throws IOException {
        try (JsonGenerator line = json.createGenerator(ObjectWriteContext.empty(), lines)) {
            line.writeStartObject();
            for (Field<ExportedArticle> field : fields) {
                if (field instanceof Field.Single<ExportedArticle> single) {
                    write(single, article, line);
                } else if (field instanceof Field.Repeated<ExportedArticle, ?> repeated) {
                    write(repeated, article, line);
                } else if (field instanceof Field.Group<ExportedArticle, ?> group) {
                    write(group, article, line);
                }
            }
            line.writeEndObject();
        }
        lines.write('\n');
    }

    private static <E> void write(
            Field.Repeated<ExportedArticle, E> field, ExportedArticle article, JsonGenerator line) {
        line.writeArrayPropertyStart(field.property());
        for (E element : field.values().apply(article)) {
            line.writeStartObject();
            for (Field.Single<E> single : field.fields()) {
                write(single, element, line);
            }
            line.writeEndObject();
        }
        line.writeEndArray();
    }

    private static <E> void write(Field.Group<ExportedArticle, E> field, ExportedArticle article, JsonGenerator line) {
        E group = field.value().apply(article);
        line.writeName(field.property());
        if (group == null) {
            line.writeNull();
            return;
        }
        line.writeStartObject();
        for (Field.Single<E> single : field.fields()) {
            write(single, group, line);
        }
        line.writeEndObject();
    }

    private static <T> void write(Field.Single<T> field, T of, JsonGenerator line) {
        Object value = field.value().apply(of);
        line.writeName(field.property());
        write(field.kind(), value, line);
    }

    private static void write(Field.Kind kind, @Nullable Object value, JsonGenerator line) {
        if (value == null) {
            line.writeNull();
            return;
        }
        switch (kind) {
            case TEXT, DAY -> line.writeString(value.toString());
            case JSON -> line.writeRawValue((String) value);
            case NUMBER -> line.writeNumber((Integer) value);
            case LONG_NUMBER -> line.writeNumber((Long) value);
            case FRACTION -> line.writeNumber(shortest((BigDecimal) value));
        }
    }

    private static BigDecimal shortest(BigDecimal fraction) {
        BigDecimal shortest = fraction.stripTrailingZeros();
        return shortest.scale() < 1 ? shortest.setScale(1) : shortest;
    }
}
