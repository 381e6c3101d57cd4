package io.ghirbal.report.export;

import io.ghirbal.report.summary.Slice;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes {@code tables.xlsx}: a sheet for each summary table, from right to left, under a bold header that stays in view. Days are dates,
 * counts and fractions numbers, nulls empty cells; text is text, whatever it begins with. A table that has more rows than a sheet holds
 * goes on in a next one, {@code topic_summary (2)}, under the same header. The same rows give the same bytes on every database. Memory
 * does not grow with the rows.
 */
public final class WorkbookExport {
    /** Name of the file. */
    public static final String FILE = "tables.xlsx";

    private static final String APPLICATION = "Ghirbal";
    private static final int ROWS_PER_FLUSH = 1000;
    /** Excel counts 29 February 1900, which was none; earlier days would be shown as another. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    /** What a spreadsheet would read as an escaped character, {@code _x000A_}. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final DataSource source;
    private final int rowsPerSheet;

    /** @param source the database; {@link #write} takes a connection of its own from it */
    public WorkbookExport(DataSource source) {
        this(source, Worksheet.MAX_ROWS);
    }

    /** @param rowsPerSheet with the header, above 1 */
    WorkbookExport(DataSource source, int rowsPerSheet) {
        this.source = source;
        this.rowsPerSheet = rowsPerSheet;
    }

    /**
     * Writes the file into {@code outDir}, in place of an earlier one.
     *
     * @param slice the articles to write about
     * @return the file
     * @throws UncheckedIOException when it cannot be written
     */
    public Path write(Path outDir, Slice slice) {
        try (ReadSnapshot snapshot = ReadSnapshot.of(source)) {
            return OutputFile.make(outDir.resolve(FILE), unfinished -> {
                Path dated = unfinished.resolveSibling("." + FILE + ".dated");
                try {
                    writeSheets(snapshot.database(), slice, dated);
                    UndatedWorkbook.copy(dated, unfinished);
                } finally {
                    Files.deleteIfExists(dated);
                }
            });
        }
    }

    private void writeSheets(JdbcClient database, Slice slice, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Workbook workbook = new Workbook(out, APPLICATION, null)) {
            for (SummaryTable table : SummaryTable.values()) {
                table.read(database, slice, rows -> {
                    try {
                        writeTable(workbook, table.tableName(), rows);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        }
    }

    private void writeTable(Workbook workbook, String name, TableRows rows) throws IOException, SQLException {
        boolean more = rows.next();
        for (int number = 1; number == 1 || more; number++) {
            Worksheet sheet = begin(workbook, number == 1 ? name : name + " (" + number + ")", rows);
            for (int row = 1; more && row < rowsPerSheet; row++) {
                writeRow(sheet, row, rows);
                if (row % ROWS_PER_FLUSH == 0) {
                    sheet.flush();
                }
                more = rows.next();
            }
            sheet.close();
        }
    }

    private static Worksheet begin(Workbook workbook, String name, TableRows rows) {
        Worksheet sheet = workbook.newWorksheet(name);
        sheet.rightToLeft();
        sheet.freezePane(0, 1);
        for (TableRows.Column column : rows.columns()) {
            int cell = column.number() - 1;
            sheet.inlineString(0, cell, column.name());
            sheet.style(0, cell).bold().set();
            sheet.width(cell, Math.max(column.name().length() + 4, column.kind() == TableRows.Kind.TEXT ? 28 : 12));
        }
        return sheet;
    }

    private static void writeRow(Worksheet sheet, int row, TableRows rows) throws SQLException {
        for (TableRows.Column column : rows.columns()) {
            int cell = column.number() - 1;
            switch (column.kind()) {
                case TEXT -> {
                    String text = rows.text(column);
                    if (text != null) {
                        sheet.inlineString(row, cell, cellText(text));
                    }
                }
                case COUNT -> {
                    Long count = rows.count(column);
                    if (count != null) {
                        sheet.value(row, cell, count);
                        sheet.style(row, cell).format("#,##0").set();
                    }
                }
                case FRACTION -> {
                    Number fraction = rows.fraction(column);
                    if (fraction != null) {
                        sheet.value(row, cell, fraction.doubleValue());
                        sheet.style(row, cell).format("0.0000").set();
                    }
                }
                case DAY -> {
                    LocalDate day = rows.day(column);
                    if (day == null) {
                        continue;
                    }
                    if (day.isBefore(FIRST_DAY)) {
                        sheet.inlineString(row, cell, day.toString());
                    } else {
                        sheet.value(row, cell, day);
                        sheet.style(row, cell).format("yyyy-mm-dd").set();
                    }
                }
            }
        }
    }

    /**
     * What stands in a cell for {@code text}: what acts is shown, what XML cannot hold is replaced. The longest text, the name of an outlet,
     * has 4,096 characters; Excel takes 32,767.
     */
    private static String cellText(String text) {
        String shown = OutputFile.wellFormed(Visible.lines(text)).replaceAll("[\uFFFE\uFFFF]", "\uFFFD");
        return ESCAPE.matcher(shown).replaceAll("_x005F_");
    }
}
