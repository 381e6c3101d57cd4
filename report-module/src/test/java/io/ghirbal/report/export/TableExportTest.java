package io.ghirbal.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.ghirbal.report.Samples;
import io.ghirbal.report.TestDatabase;
import io.ghirbal.report.summary.Slice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class TableExportTest {
    @TempDir
    private Path out;

    @Test
    void writesAFileForEachSummaryTable() {
        assertThat(new TableExport(TestDatabase.hsqldb()).write(out, Slice.ALL))
                .extracting(file -> out.relativize(file).toString().replace('\\', '/'))
                .containsExactly(
                        "tables/topic_summary.csv",
                        "tables/outlet_summary.csv",
                        "tables/daily_summary.csv",
                        "tables/boilerplate_summary.csv",
                        "tables/story.csv",
                        "tables/story_by_day.csv",
                        "tables/outlet_originality.csv",
                        "tables/outlet_copies.csv",
                        "tables/rejection_summary.csv",
                        "tables/outlet_template.csv");
    }

    @Test
    void writesTheHeaderAloneForAnEmptyTable() {
        new TableExport(TestDatabase.hsqldb()).write(out, Slice.ALL);

        assertThat(out.resolve("tables/topic_summary.csv"))
                .hasContent("\uFEFFcode,name,name_ar,day,articles,mean_score,publications,texts,stories\r\n");
        assertThat(out.resolve("tables/story.csv"))
                .hasContent(
                        "\uFEFFid,title,key_words,first_day,last_day,outlets,publications,texts,copies,articles\r\n");
    }

    @Test
    void writesTopicNamesDaysAndFixedDecimalsWithUndatedLast() {
        DataSource database = TestDatabase.hsqldb();
        Samples.fill(database);
        Locale locale = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            new TableExport(database).write(out, Slice.ALL);
        } finally {
            Locale.setDefault(locale);
        }

        assertThat(out.resolve("tables/topic_summary.csv")).hasContent("""
                \uFEFFcode,name,name_ar,day,articles,mean_score,publications,texts,stories\r
                medtop:11000000,politics and government,السياسة والحكومة,2023-12-09,2,0.500020,2,2,2\r
                medtop:11000000,politics and government,السياسة والحكومة,2023-12-11,0,1.000000,1,1,1\r
                medtop:11000000,politics and government,السياسة والحكومة,2024-01-02,1,0.123456,1,1,1\r
                medtop:16000000,"conflict, war and peace",الصراع والحرب والسلام,2024-01-02,1,0.910000,1,1,1\r
                """);
        assertThat(out.resolve("tables/daily_summary.csv")).content().contains("\r\n,1,0,0,15,2,1,1,1\r\n");
    }

    @Test
    void quotesAndDisarmsWhatASpreadsheetWouldMisread() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        Samples.fill(database);
        new TableExport(database).write(out, Slice.ALL);

        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(out.resolve("tables/outlet_summary.csv"))) {
            assertThat(rows.stream().skip(1).map(row -> row.getField(0)))
                    .containsExactly(
                            "'-1+1",
                            "'=HYPERLINK(\"http://evil.example\")",
                            "صحيفة \"الغد\", عمّان\nالطبعة الأولى",
                            Samples.COPYING_OUTLET,
                            "");
        }
    }

    @Test
    void writesStoriesWithTheirDaysAndWhoCopiedWhom() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        ArticlesExportTest.fillWithAStory(database);
        new TableExport(database).write(out, Slice.ALL);

        String id = rows("story").get(0).get(0);
        assertThat(rows("story"))
                .containsExactly(List.of(
                        id,
                        "افتتاح جسر الميناء الجديد فوق النهر الكبير",
                        "جسر، النهر، الميناء، فوق، افتتاح",
                        "2024-03-01",
                        "2024-03-02",
                        "3",
                        "4",
                        "2",
                        "2",
                        "3"));
        assertThat(rows("story_by_day"))
                .containsExactly(List.of(id, "2024-03-01", "1", "1", "1"), List.of(id, "2024-03-02", "3", "2", "2"));
        assertThat(rows("outlet_originality"))
                .containsExactly(
                        List.of("الأفق", "1", "1", "0", "0", "0", "1"),
                        List.of("المساء", "1", "0", "1", "0", "0", "1"),
                        List.of("النهار", "1", "1", "0", "2", "1", "1"),
                        List.of("", "1", "0", "1", "0", "0", "1"));
        assertThat(rows("outlet_copies")).containsExactly(List.of("المساء", "النهار", "1"), List.of("", "النهار", "1"));
    }

    @Test
    void leavesOutOfTheStoriesWhatIsNotOfTheSlice() throws IOException {
        LocalDate first = LocalDate.of(2024, 3, 1);
        LocalDate second = LocalDate.of(2024, 3, 2);
        for (DataSource database : List.of(TestDatabase.hsqldb(), TestDatabase.postgresql())) {
            Samples.fill(database);
            ArticlesExportTest.fillWithAStory(database);
            JdbcClient client = JdbcClient.create(database);
            client.sql("update article_analysis set language = 'fa' where title = 'العنوان'")
                    .update();
            String bridge = story(client, "افتتاح جسر%");
            String copied = story(client, "العنوان");

            for (Part part : List.of(
                    new Part(
                            new Slice(second, second, List.of(), List.of()),
                            List.of(bridge),
                            List.of(List.of(bridge, "2024-03-02", "3", "2", "2"))),
                    new Part(
                            new Slice(first, null, List.of(), List.of()),
                            List.of(bridge),
                            List.of(
                                    List.of(bridge, "2024-03-01", "1", "1", "1"),
                                    List.of(bridge, "2024-03-02", "3", "2", "2"))),
                    new Part(
                            new Slice(null, first, List.of("النهار"), List.of()),
                            List.of(bridge),
                            List.of(List.of(bridge, "2024-03-01", "1", "1", "1"))),
                    new Part(
                            new Slice(null, null, List.of(Samples.COPYING_OUTLET), List.of()),
                            List.of(copied),
                            List.of(List.of(copied, "2023-12-11", "1", "1", "1"))),
                    new Part(
                            new Slice(null, null, List.of(), List.of(), List.of("fa")),
                            List.of(copied),
                            List.of(
                                    List.of(copied, "2023-12-09", "1", "1", "1"),
                                    List.of(copied, "2023-12-11", "1", "1", "1"))),
                    new Part(
                            new Slice(
                                    null,
                                    LocalDate.of(2023, 12, 10),
                                    List.of(),
                                    List.of("medtop:11000000"),
                                    List.of("fa")),
                            List.of(copied),
                            List.of(List.of(copied, "2023-12-09", "1", "1", "1"))),
                    new Part(new Slice(second.plusDays(1), null, List.of(), List.of()), List.of(), List.of()))) {
                new TableExport(database).write(out, part.slice());

                assertThat(rows("story"))
                        .as(part.toString())
                        .extracting(row -> row.get(0))
                        .isEqualTo(part.stories());
                assertThat(rows("story_by_day")).as(part.toString()).isEqualTo(part.days());
                assertThat(rows("outlet_copies"))
                        .as("of all articles, whatever the slice")
                        .hasSize(3);
            }
        }
    }

    /** What a slice has of the stories. */
    private record Part(Slice slice, List<String> stories, List<List<String>> days) {}

    private static String story(JdbcClient database, String title) {
        return database.sql("select id from story where title like ?")
                .param(title)
                .query(String.class)
                .single();
    }

    private List<List<String>> rows(String table) throws IOException {
        try (CsvReader<CsvRecord> rows =
                CsvReader.builder().detectBomHeader(true).ofCsvRecord(out.resolve("tables/" + table + ".csv"))) {
            return rows.stream().skip(1).map(CsvRecord::getFields).toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            value = {"=1+1|'=1+1", "+1|'+1", "-1|'-1", "@SUM(A1)|'@SUM(A1)", "＝1|'＝1", "1-1|1-1", "الغد|الغد"},
            delimiter = '|',
            quoteCharacter = '"')
    void disarmsTextThatBeginsAsAFormula(String text, String cell) {
        assertThat(CsvTable.harmless(text)).isEqualTo(cell);
    }

    @Test
    void disarmsControlCharactersAndLeavesTheEmptyCell() {
        assertThat(List.of("\t=1", "\r=1", "\n=1"))
                .allSatisfy(text -> assertThat(CsvTable.harmless(text)).isEqualTo("'" + text));
        assertThat(CsvTable.harmless("")).isEmpty();
    }

    @Test
    void writesTheSameBytesFromHsqldbAndPostgresql() throws IOException {
        DataSource hsqldb = TestDatabase.hsqldb();
        DataSource postgresql = TestDatabase.postgresql();
        Samples.fill(hsqldb);
        Samples.fill(postgresql);

        List<Path> expected = new TableExport(hsqldb).write(out.resolve("hsqldb"), Slice.ALL);
        List<Path> actual = new TableExport(postgresql).write(out.resolve("postgresql"), Slice.ALL);

        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).hasBinaryContent(Files.readAllBytes(expected.get(i)));
        }
    }
}
