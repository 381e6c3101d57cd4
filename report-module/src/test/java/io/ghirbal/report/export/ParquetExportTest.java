package io.ghirbal.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.ghirbal.report.Fixture;
import io.ghirbal.report.Samples;
import io.ghirbal.report.TestDatabase;
import io.ghirbal.report.summary.Slice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files as DuckDB, an implementation of its own, reads them. */
class ParquetExportTest {
    private static final List<String> TABLES = List.of(
            "topic_summary",
            "outlet_summary",
            "daily_summary",
            "boilerplate_summary",
            "story",
            "story_by_day",
            "outlet_originality",
            "outlet_copies",
            "rejection_summary",
            "outlet_template");

    private static final String ARTICLE = """
            select to_json({id: id, source: source, record: record, externalId: external_id, url: url, outlet: outlet, title: title,
                publishedOn: published_on::varchar, published: published, attribution: attribution, author: author, tags: tags::json, language: language,
                body: body, words: words, keptLines: kept_lines, removedLines: removed_lines, keptCharacters: kept_characters,
                removedCharacters: removed_characters, textNote: text_note, removed: removed, "inline": "inline", topics: topics,
                topicNote: topic_note, section: section, sectionScore: section_score, extra: extra::json,
                story: story, publications: [{outlet: p.outlet, url: p.url, title: p.title, publishedOn: p.published_on::varchar, source: p.source,
                    record: p.record} for p in publications]})::varchar
            from '%s'
            """;

    private final JdbcClient duckdb = JdbcClient.create(new DriverManagerDataSource("jdbc:duckdb:"));

    @TempDir
    private Path out;

    @Test
    void saysOfEveryArticleWhatTheJsonLinesSay() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        Samples.fill(database);
        new ArticlesExport(database).write(out, Slice.ALL, Export.ALL);

        assertThat(articles()).hasSize(4).isEqualTo(jsonLines());
    }

    @Test
    void saysOfStoriesAndPublicationsWhatTheJsonLinesSay() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        ArticlesExportTest.fillWithAStory(database);
        new ArticlesExport(database, 3, 1000).write(out, Slice.ALL, Export.ALL);

        assertThat(articles()).hasSize(4).isEqualTo(jsonLines());
        assertThat(duckdb.sql("""
                        select story.role, story."of" = story.id, len(publications), publications[1].published_on
                        from '%s' order by source
                        """.formatted(out.resolve("articles.parquet")))
                        .query((row, number) ->
                                Arrays.asList(row.getObject(1), row.getObject(2), row.getObject(3), row.getObject(4)))
                        .list())
                .containsExactly(
                        Arrays.asList("COPY", true, 3L, LocalDate.of(2024, 3, 1)),
                        Arrays.asList("RETOLD", true, 1L, LocalDate.of(2024, 3, 2)),
                        Arrays.asList("FIRST", null, 3L, LocalDate.of(2024, 3, 1)),
                        Arrays.asList(null, null, 0L, null));
    }

    @Test
    void typesTheFieldsOfArticles() {
        new ArticlesExport(TestDatabase.hsqldb()).write(out, Slice.ALL, Export.ALL);

        assertThat(types(out.resolve("articles.parquet")))
                .containsExactly(
                        "id VARCHAR",
                        "source VARCHAR",
                        "record BIGINT",
                        "external_id VARCHAR",
                        "url VARCHAR",
                        "outlet VARCHAR",
                        "title VARCHAR",
                        "published_on DATE",
                        "published VARCHAR",
                        "attribution VARCHAR",
                        "author VARCHAR",
                        "tags VARCHAR",
                        "language VARCHAR",
                        "body VARCHAR",
                        "words INTEGER",
                        "kept_lines INTEGER",
                        "removed_lines INTEGER",
                        "kept_characters INTEGER",
                        "removed_characters INTEGER",
                        "text_note VARCHAR",
                        "removed STRUCT(\"first\" INTEGER, \"last\" INTEGER, kind VARCHAR, reason VARCHAR)[]",
                        "inline STRUCT(line INTEGER, \"text\" VARCHAR, kind VARCHAR)[]",
                        "topics STRUCT(code VARCHAR, \"name\" VARCHAR, score DOUBLE)[]",
                        "topic_note VARCHAR",
                        "section VARCHAR",
                        "section_score DOUBLE",
                        "extra VARCHAR",
                        "story STRUCT(id VARCHAR, \"role\" VARCHAR, \"of\" VARCHAR)",
                        "publications STRUCT(outlet VARCHAR, url VARCHAR, title VARCHAR, published_on DATE, \"source\" VARCHAR, record BIGINT)[]");
    }

    @Test
    void keepsEveryArticleOfManyRowGroups() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        Fixture fixture = Fixture.in(database).run("COMPLETED", 200, 200, 0, 0);
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 200; i++) {
            // letters at random, as others would be compressed away before a row group is full
            StringBuilder body = new StringBuilder("خبر رقم " + i + " ");
            random.ints(70_000, 0x0621, 0x064A).forEach(letter -> body.append((char) letter));
            fixture.article("s" + i % 7, i + 1, null, "x" + i)
                    .analysed("عنوان " + i, LocalDate.of(2024, 1, 1).plusDays(i), null, null, body.toString(), 0, 0)
                    .removed(1, 1, "OTHER", "first", "x");
        }
        new ArticlesExport(database, 7, 1000).write(out, Slice.ALL, Export.ALL);

        assertThat(articles()).hasSize(200).isEqualTo(jsonLines());
        List<Long> bytesOfGroups = duckdb.sql("""
                        select sum(total_compressed_size)::bigint from parquet_metadata('%s') group by row_group_id
                        """.formatted(out.resolve("articles.parquet")))
                .query(Long.class)
                .list();
        assertThat(bytesOfGroups).hasSizeGreaterThan(1).allMatch(bytes -> bytes < 10 << 20);
    }

    @Test
    void givesEachSummaryTableAFileThatEqualsItRowByRow() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        Samples.fill(database);
        new TableExport(database).write(out, Slice.ALL);
        new ParquetExport(database).write(out, Slice.ALL);

        for (String table : TABLES) {
            List<List<String>> rows = duckdb.sql("from '%s'".formatted(out.resolve("tables/" + table + ".parquet")))
                    .query((row, number) -> {
                        List<String> cells = new ArrayList<>();
                        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                            cells.add(asInCsv(row.getObject(column)));
                        }
                        return cells;
                    })
                    .list();
            assertThat(rows).as(table).isNotEmpty().isEqualTo(csv(table));
        }
        assertThat(types(out.resolve("tables/topic_summary.parquet")))
                .containsExactly(
                        "code VARCHAR",
                        "name VARCHAR",
                        "name_ar VARCHAR",
                        "day DATE",
                        "articles BIGINT",
                        "mean_score DOUBLE",
                        "publications BIGINT",
                        "texts BIGINT",
                        "stories BIGINT");
        assertThat(types(out.resolve("tables/story.parquet")))
                .containsExactly(
                        "id VARCHAR",
                        "title VARCHAR",
                        "key_words VARCHAR",
                        "first_day DATE",
                        "last_day DATE",
                        "outlets BIGINT",
                        "publications BIGINT",
                        "texts BIGINT",
                        "copies BIGINT",
                        "articles BIGINT");
    }

    @Test
    void keepsTextAsItIs() {
        List<String> texts = List.of("=1+1", "\u0007رنين\u202E", " سطر\nآخر ", "\uD83D\uDE00");
        DataSource database = TestDatabase.hsqldb();
        Fixture fixture = Fixture.in(database).run("COMPLETED", 5, 5, 0, 0);
        for (String text : texts) {
            fixture.article(text, 1, text, "x").analysed(text, null, null, null, text, 0, 0);
        }
        fixture.article("lone", 1, "قبل \uD800 بعد", "x")
                .analysed(null, null, null, null, "x", 0, 0)
                .and()
                .summarised();
        new ArticlesExport(database).write(out, Slice.ALL, Export.ALL);
        new ParquetExport(database).write(out, Slice.ALL);

        for (String file : List.of("articles.parquet", "tables/outlet_summary.parquet")) {
            assertThat(duckdb.sql("select outlet from '%s'".formatted(out.resolve(file)))
                            .query(String.class)
                            .list())
                    .containsAll(texts)
                    .contains("قبل \uFFFD بعد")
                    .hasSize(5);
        }
    }

    @Test
    void writesFilesWithoutRowsForAnEmptyDatabase() {
        assertThat(write(TestDatabase.hsqldb(), 1))
                .hasSize(11)
                .allSatisfy(file -> assertThat(duckdb.sql("select count(*) from '%s'".formatted(file))
                                .query(Long.class)
                                .single())
                        .isZero());
    }

    @Test
    void writesTheSameBytesTwiceAndFromHsqldbAndPostgresqlWhateverThePage() throws IOException {
        DataSource hsqldb = TestDatabase.hsqldb();
        DataSource postgresql = TestDatabase.postgresql();
        Samples.fill(hsqldb);
        Samples.fill(postgresql);

        List<byte[]> expected = new ArrayList<>();
        for (Path file : write(hsqldb, 500)) {
            expected.add(Files.readAllBytes(file));
        }
        for (DataSource database : List.of(hsqldb, postgresql)) {
            for (int articlesPerPage : new int[] {500, 1, 3}) {
                List<Path> actual = write(database, articlesPerPage);
                for (int i = 0; i < expected.size(); i++) {
                    assertThat(actual.get(i)).hasBinaryContent(expected.get(i));
                }
            }
        }
    }

    /** All Parquet files, that of the articles first. */
    private List<Path> write(DataSource database, int articlesPerPage) {
        new ArticlesExport(database, articlesPerPage, 1000).write(out, Slice.ALL, Export.ALL);
        List<Path> files = new ArrayList<>(List.of(out.resolve(Export.PARQUET.file())));
        files.addAll(new ParquetExport(database).write(out, Slice.ALL));
        return files;
    }

    private List<JsonNode> articles() {
        return duckdb.sql(ARTICLE.formatted(out.resolve("articles.parquet"))).query(String.class).list().stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    private List<JsonNode> jsonLines() throws IOException {
        return Files.readString(out.resolve("articles.jsonl"))
                .lines()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    private List<String> types(Path file) {
        return duckdb.sql("describe from '%s'".formatted(file))
                .query((row, number) -> row.getString("column_name") + " " + row.getString("column_type"))
                .list();
    }

    private static String asInCsv(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double fraction) {
            return String.format(Locale.ROOT, "%.6f", fraction);
        }
        return value instanceof String text ? CsvTable.harmless(text) : value.toString();
    }

    private List<List<String>> csv(String table) throws IOException {
        try (CsvReader<CsvRecord> rows =
                CsvReader.builder().detectBomHeader(true).ofCsvRecord(out.resolve("tables/" + table + ".csv"))) {
            return rows.stream().skip(1).map(CsvRecord::getFields).toList();
        }
    }
}
