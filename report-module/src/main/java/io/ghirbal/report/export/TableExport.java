package io.ghirbal.report.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.ghirbal.report.summary.Slice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/**
 * Writes the summary tables as {@code tables/*.csv} for spreadsheets and scripts: RFC 4180 in UTF-8 with the byte order mark Excel needs,
 * the names of the columns first, nulls as empty cells, days as {@code 2023-12-09}, shares and scores with six decimals and a point. Rows
 * stand in a fixed order, so the same rows give the same bytes on every database.
 */
public final class TableExport {
    /** Name of the folder. */
    public static final String FOLDER = "tables";

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /**
     * What makes a spreadsheet read a cell as a formula, when the cell begins with it; the last four are the full-width forms. After OWASP,
     * "CSV Injection".
     */
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private final DataSource source;

    /** @param source the database; {@link #write} takes a connection of its own from it */
    public TableExport(DataSource source) {
        this.source = source;
    }

    /**
     * Writes the files into the folder {@code tables} of {@code outDir}, in place of earlier ones.
     *
     * @param slice the articles to write about
     * @return the files
     * @throws UncheckedIOException when one cannot be written
     */
    public List<Path> write(Path outDir, Slice slice) {
        Path folder = outDir.resolve(FOLDER);
        try (ReadSnapshot snapshot = ReadSnapshot.of(source)) {
            return Arrays.stream(SummaryTable.values())
                    .map(table -> OutputFile.write(folder.resolve(table.tableName() + ".csv"), out -> {
                        out.write(BYTE_ORDER_MARK);
                        table.read(snapshot.database(), slice, rows -> writeAll(rows, out));
                    }))
                    .toList();
        }
    }

    private static void writeAll(TableRows rows, Writer out) throws SQLException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        csv.writeRecord(rows.columns().stream().map(TableRows.Column::name).toList());
        List<String> cells = new ArrayList<>();
        while (rows.next()) {
            cells.clear();
            for (TableRows.Column column : rows.columns()) {
                cells.add(cell(rows, column));
            }
            csv.writeRecord(cells);
        }
        flush(csv);
    }

    private static String cell(TableRows rows, TableRows.Column column) throws SQLException {
        Object value = switch (column.kind()) {
            case TEXT -> {
                String text = rows.text(column);
                yield text == null ? null : harmless(text);
            }
            case COUNT -> rows.count(column);
            case FRACTION -> rows.fraction(column);
            case DAY -> rows.day(column);
        };
        return value == null ? "" : value.toString();
    }

    /**
     * {@code text}, with an apostrophe before it when a spreadsheet would take it for a formula, also behind white space and invisible
     * characters, which some pass over; and with its controls shown, for whoever looks at the table on a terminal.
     */
    static String harmless(String text) {
        String shown = Visible.lines(text);
        return isFormula(text) ? "'" + shown : shown;
    }

    private static boolean isFormula(String text) {
        if (!text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
            return true;
        }
        int first = 0;
        while (first < text.length() && isInvisible(text.charAt(first))) {
            first++;
        }
        return first < text.length() && FORMULA_STARTS.indexOf(text.charAt(first)) >= 0;
    }

    private static boolean isInvisible(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    private static void flush(CsvWriter csv) {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
