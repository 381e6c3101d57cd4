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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The workbook as Apache POI, which did not write it, reads it. */
class WorkbookExportTest {
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

    @TempDir
    private Path out;

    @Test
    void givesEachSummaryTableASheetThatEqualsItCellByCell() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        Samples.fill(database);
        new TableExport(database).write(out, Slice.ALL);

        try (XSSFWorkbook workbook = open(write(new ArticlesExport(database)))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(TABLES.size() + 1);
            for (String table : TABLES) {
                assertThat(rows(workbook.getSheet(table)))
                        .as(table)
                        .hasSizeGreaterThan(1)
                        .isEqualTo(csv(table));
            }
        }
    }

    @Test
    void listsTheArticlesAsTheirCsvFileDoes() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        Samples.fill(database);
        new ArticlesExport(database, 500, 4).write(out, Slice.ALL, Set.of(Export.XLSX, Export.CSV));

        List<List<String>> list;
        try (CsvReader<CsvRecord> rows =
                CsvReader.builder().detectBomHeader(true).ofCsvRecord(out.resolve("articles.csv"))) {
            list = rows.stream().map(CsvRecord::getFields).toList();
        }
        assertThat(list).hasSize(5);
        assertThat(list.get(0)).containsExactly("title", "outlet", "published_on", "topics", "topics_ar", "url");
        assertThat(list.get(3))
                .containsExactly(
                        "العنوان",
                        "صحيفة \"الغد\", عمّان\nالطبعة الأولى",
                        "2023-12-09",
                        "politics and government",
                        "السياسة والحكومة",
                        "");
        assertThat(list.get(4).get(3)).isEqualTo("conflict, war and peace; politics and government");
        try (XSSFWorkbook workbook = open(out.resolve(Export.XLSX.file()))) {
            List<List<String>> sheet = rows(workbook.getSheet("articles"));
            sheet.addAll(rows(workbook.getSheet("articles (2)")).subList(1, 2));
            assertThat(sheet).isEqualTo(list);
        }
    }

    @Test
    void cutsOffATextThatIsTooLongForACell() throws IOException {
        // at random, for a reader takes a text that can be compressed well for a bomb
        StringBuilder title = new StringBuilder("\uD83D\uDE00");
        new SplittableRandom(3).ints(40_000, 0x0621, 0x064A).forEach(letter -> title.append((char) letter));
        DataSource database = TestDatabase.hsqldb();
        Fixture.in(database)
                .run("COMPLETED", 1, 1, 0, 0)
                .article("a.txt", 1, null, "x")
                .analysed(title.toString(), null, null, null, "x", 0, 0);

        try (XSSFWorkbook workbook = open(write(new ArticlesExport(database)))) {
            assertThat(workbook.getSheet("articles").getRow(1).getCell(0).getStringCellValue())
                    .hasSize(32_767)
                    .startsWith("\uD83D\uDE00")
                    .endsWith("…");
        }
    }

    @Test
    void typesCellsAndLeavesNullsEmpty() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        Samples.fill(database);

        try (XSSFWorkbook workbook = open(write(new ArticlesExport(database)))) {
            Row row = workbook.getSheet("topic_summary").getRow(1);
            assertThat(row.getCell(2).getStringCellValue()).isEqualTo("السياسة والحكومة");
            assertThat(DateUtil.isCellDateFormatted(row.getCell(3))).isTrue();
            assertThat(row.getCell(3).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2023, 12, 9));
            assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(2);
            assertThat(row.getCell(4).getCellStyle().getDataFormatString()).isEqualTo("#,##0");
            assertThat(row.getCell(5).getNumericCellValue()).isEqualTo(0.50002);
            assertThat(row.getCell(5).getCellStyle().getDataFormatString()).isEqualTo("0.0000");

            Sheet days = workbook.getSheet("daily_summary");
            assertThat(days.getRow(days.getLastRowNum()).getCell(0))
                    .as("undated")
                    .isNull();
        }
    }

    @Test
    void showsSheetsFromRightToLeftUnderABoldHeaderThatStays() throws IOException {
        try (XSSFWorkbook workbook = open(write(new ArticlesExport(TestDatabase.hsqldb())))) {
            for (String table : TABLES) {
                Sheet sheet = workbook.getSheet(table);
                assertThat(sheet.isRightToLeft()).isTrue();
                assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
                assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
                        .isEqualTo((short) 1);
                for (Cell header : sheet.getRow(0)) {
                    assertThat(workbook.getFontAt(header.getCellStyle().getFontIndex())
                                    .getBold())
                            .isTrue();
                    assertThat(sheet.getColumnWidth(header.getColumnIndex()) / 256)
                            .isGreaterThan(header.getStringCellValue().length());
                }
                assertThat(sheet.getLastRowNum()).as("an empty table").isZero();
            }
        }
    }

    @Test
    void keepsTextTextWhateverItSays() throws IOException {
        String longest = "\u0007".repeat(4096);
        DataSource database = TestDatabase.hsqldb();
        Fixture fixture = Fixture.in(database).run("COMPLETED", 9, 9, 0, 0);
        int record = 0;
        for (String outlet : List.of(
                "=1+1", "+1", "-1", "@SUM(A1)", "_x000A_سطر", "\u0007رنين \uD800 \uFFFF", "<b>&amp;", longest)) {
            fixture.article("a.jsonl", ++record, outlet, "x").analysed(null, null, null, null, "x", 0, 0);
        }
        fixture.summarised();

        List<String> outlets = new ArrayList<>();
        try (XSSFWorkbook workbook = open(write(new ArticlesExport(database)))) {
            Sheet sheet = workbook.getSheet("outlet_summary");
            for (int row = 1; row <= sheet.getLastRowNum(); row++) {
                assertThat(sheet.getRow(row).getCell(0).getCellType()).isEqualTo(CellType.STRING);
                outlets.add(sheet.getRow(row).getCell(0).getStringCellValue());
            }
        }
        assertThat(outlets)
                .containsExactlyInAnyOrder(
                        "=1+1",
                        "+1",
                        "-1",
                        "@SUM(A1)",
                        "_x000A_سطر",
                        "\\u0007رنين \uFFFD \uFFFD",
                        "<b>&amp;",
                        "\\u0007".repeat(4096));
    }

    @Test
    void writesDaysThatExcelMiscountsAsText() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        for (LocalDate day : List.of(LocalDate.of(1899, 5, 1), LocalDate.of(1900, 2, 28), LocalDate.of(1900, 3, 1))) {
            JdbcClient.create(database)
                    .sql("insert into daily_summary values (?, 1, 1, 1, 0, 0, 1, 1, 1)")
                    .param(day)
                    .update();
        }
        try (XSSFWorkbook workbook = open(write(new ArticlesExport(database)))) {
            Sheet sheet = workbook.getSheet("daily_summary");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("1899-05-01");
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("1900-02-28");
            assertThat(sheet.getRow(3).getCell(0).getLocalDateTimeCellValue()).isEqualTo("1900-03-01T00:00:00");
        }
    }

    @Test
    void goesOnInANextSheetWhenOneIsFullAndLosesNoRow() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        for (int day = 0; day < 8; day++) {
            JdbcClient.create(database)
                    .sql("insert into daily_summary values (?, ?, 1, 1, 0, 0, 1, 1, 1)")
                    .params(LocalDate.of(2024, 1, 1).plusDays(day), day)
                    .update();
        }
        try (XSSFWorkbook workbook = open(write(new ArticlesExport(database, 500, 5)))) {
            assertThat(workbook.getNumberOfSheets())
                    .as("two full sheets and no empty third")
                    .isEqualTo(12);
            List<List<String>> first = rows(workbook.getSheet("daily_summary"));
            List<List<String>> second = rows(workbook.getSheet("daily_summary (2)"));
            assertThat(first).hasSize(5);
            assertThat(second).hasSize(5);
            assertThat(second.get(0)).isEqualTo(first.get(0)).contains("articles");
            new TableExport(database).write(out, Slice.ALL);
            first.addAll(second.subList(1, 5));
            assertThat(first).isEqualTo(csv("daily_summary"));
        }
    }

    @Test
    void flushesManyRowsAndLosesNone() throws IOException {
        DataSource database = TestDatabase.hsqldb();
        JdbcClient.create(database).sql("""
                insert into daily_summary
                select dateadd('day', n, date '2000-01-01'), n, 1, 1, 0, 0, 1, 1, 1 from unnest(sequence_array(1, 2500, 1)) as t(n)
                """).update();
        new TableExport(database).write(out, Slice.ALL);

        try (XSSFWorkbook workbook = open(write(new ArticlesExport(database)))) {
            assertThat(rows(workbook.getSheet("daily_summary"))).hasSize(2501).isEqualTo(csv("daily_summary"));
        }
    }

    @Test
    void writesTheSameBytesTwiceAndFromHsqldbAndPostgresql() throws Exception {
        DataSource hsqldb = TestDatabase.hsqldb();
        DataSource postgresql = TestDatabase.postgresql();
        Samples.fill(hsqldb);
        Samples.fill(postgresql);

        byte[] expected = Files.readAllBytes(write(new ArticlesExport(hsqldb)));
        awaitNextMillisecond(); // which fastexcel would enter
        Locale locale = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(write(new ArticlesExport(hsqldb))).hasBinaryContent(expected);
        } finally {
            Locale.setDefault(locale);
        }
        assertThat(write(new ArticlesExport(postgresql))).hasBinaryContent(expected);
        assertThat(out).isDirectoryNotContaining("glob:**/.*");
        try (ZipFile file = new ZipFile(out.resolve(Export.XLSX.file()).toFile())) {
            assertThat(file.stream().map(entry -> entry.getTimeLocal().getYear()))
                    .containsOnly(1980);
        }
    }

    private static void awaitNextMillisecond() {
        long now = System.currentTimeMillis();
        while (System.currentTimeMillis() == now) {
            Thread.onSpinWait();
        }
    }

    private Path write(ArticlesExport export) {
        return export.write(out, Slice.ALL, Set.of(Export.XLSX)).get(0);
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        return new XSSFWorkbook(Files.newInputStream(file));
    }

    /** Every row as the cells of the CSV file, an apostrophe before a formula and all. */
    private static List<List<String>> rows(Sheet sheet) {
        List<List<String>> rows = new ArrayList<>();
        int columns = sheet.getRow(0).getLastCellNum();
        for (int number = 0; number <= sheet.getLastRowNum(); number++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                Row row = sheet.getRow(number);
                cells.add(asInCsv(row == null ? null : row.getCell(column)));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String asInCsv(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        if (cell.getCellType() == CellType.STRING) {
            return CsvTable.harmless(cell.getStringCellValue());
        }
        assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
        return switch (cell.getCellStyle().getDataFormatString()) {
            case "yyyy-mm-dd" -> cell.getLocalDateTimeCellValue().toLocalDate().toString();
            case "#,##0" -> Long.toString((long) cell.getNumericCellValue());
            default -> String.format(Locale.ROOT, "%.6f", cell.getNumericCellValue());
        };
    }

    private List<List<String>> csv(String table) throws IOException {
        try (CsvReader<CsvRecord> rows =
                CsvReader.builder().detectBomHeader(true).ofCsvRecord(out.resolve("tables/" + table + ".csv"))) {
            return rows.stream().map(CsvRecord::getFields).toList();
        }
    }
}
