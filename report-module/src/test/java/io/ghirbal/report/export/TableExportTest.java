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
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                        "tables/rejection_summary.csv",
                        "tables/outlet_template.csv");
    }

    @Test
    void writesTheHeaderAloneForAnEmptyTable() {
        new TableExport(TestDatabase.hsqldb()).write(out, Slice.ALL);

        assertThat(out.resolve("tables/topic_summary.csv"))
                .hasContent("\uFEFFcode,name,name_ar,day,articles,mean_score\r\n");
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
                \uFEFFcode,name,name_ar,day,articles,mean_score\r
                medtop:11000000,politics and government,السياسة والحكومة,2023-12-09,2,0.500020\r
                medtop:11000000,politics and government,السياسة والحكومة,2024-01-02,1,0.123456\r
                medtop:16000000,"conflict, war and peace",الصراع والحرب والسلام,2024-01-02,1,0.910000\r
                """);
        assertThat(out.resolve("tables/daily_summary.csv")).content().contains("\r\n,1,0,0,15,2\r\n");
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
                            "");
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
