package io.ghirbal.report.export;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table into a sheet of a workbook, from right to left, under a bold header that stays in view. Days are dates, counts and
 * fractions numbers, nulls empty cells; text is text, whatever it begins with. What is more than a sheet holds goes on in a next one,
 * {@code topic_summary (2)}, under the same header. Memory does not grow with the rows.
 */
final class SheetTable implements Closeable {
    private static final int ROWS_PER_FLUSH = 1000;
    /** Of a cell, in Excel. */
    private static final int MOST_CHARACTERS = 32_767;
    /** Excel counts 29 February 1900, which was none; earlier days would be shown as another. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    /** What a spreadsheet would read as an escaped character, {@code _x000A_}. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final Workbook workbook;
    private final String name;
    private final List<TableRows.Column> columns;
    private final int rowsPerSheet;
    private Worksheet sheet;
    private int number = 1;
    private int row = 1;

    /** @param rowsPerSheet with the header, above 1 */
    SheetTable(Workbook workbook, String name, List<TableRows.Column> columns, int rowsPerSheet) {
        this.workbook = workbook;
        this.name = name;
        this.columns = columns;
        this.rowsPerSheet = rowsPerSheet;
        this.sheet = begin(name);
    }

    /** Writes a row: a value for each column. */
    void write(List<@Nullable Object> values) throws IOException {
        if (row == rowsPerSheet) {
            sheet.close();
            sheet = begin(name + " (" + ++number + ")");
            row = 1;
        }
        for (int cell = 0; cell < columns.size(); cell++) {
            Object value = values.get(cell);
            if (value != null) {
                write(cell, value);
            }
        }
        if (row % ROWS_PER_FLUSH == 0) {
            sheet.flush();
        }
        row++;
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }

    private Worksheet begin(String sheetName) {
        Worksheet begun = workbook.newWorksheet(sheetName);
        begun.rightToLeft();
        begun.freezePane(0, 1);
        for (int cell = 0; cell < columns.size(); cell++) {
            TableRows.Column column = columns.get(cell);
            begun.inlineString(0, cell, column.name());
            begun.style(0, cell).bold().set();
            begun.width(cell, Math.max(column.name().length() + 4, column.kind() == TableRows.Kind.TEXT ? 28 : 12));
        }
        return begun;
    }

    private void write(int cell, Object value) {
        switch (columns.get(cell).kind()) {
            case TEXT -> sheet.inlineString(row, cell, cellText((String) value));
            case COUNT -> {
                sheet.value(row, cell, (Long) value);
                sheet.style(row, cell).format("#,##0").set();
            }
            case FRACTION -> {
                sheet.value(row, cell, ((BigDecimal) value).doubleValue());
                sheet.style(row, cell).format("0.0000").set();
            }
            case DAY -> writeDay(cell, (LocalDate) value);
        }
    }

    private void writeDay(int cell, LocalDate day) {
        if (day.isBefore(FIRST_DAY)) {
            sheet.inlineString(row, cell, day.toString());
        } else {
            sheet.value(row, cell, day);
            sheet.style(row, cell).format("yyyy-mm-dd").set();
        }
    }

    /** What stands in a cell for {@code text}: what acts is shown, what XML cannot hold is replaced, what no cell holds is cut off. */
    private static String cellText(String text) {
        String shown = OutputFile.wellFormed(Visible.lines(text)).replaceAll("[\uFFFE\uFFFF]", "\uFFFD");
        String whole = ESCAPE.matcher(shown).replaceAll("_x005F_");
        return whole.length() <= MOST_CHARACTERS
                ? whole
                : OutputFile.wellFormed(whole.substring(0, MOST_CHARACTERS - 1)) + "…";
    }
}
