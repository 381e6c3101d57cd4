package io.ghirbal.report.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table for spreadsheets and scripts: RFC 4180 with the byte order mark Excel needs, the names of the columns first, nulls as empty
 * cells, days as {@code 2023-12-09}. Text cannot act as a formula.
 */
final class CsvTable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /**
     * What makes a spreadsheet read a cell as a formula, when the cell begins with it; the last four are the full-width forms. After OWASP,
     * "CSV Injection".
     */
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private final CsvWriter csv;

    /** Begins the table; {@code out} is the caller's to close. */
    CsvTable(Writer out, List<TableRows.Column> columns) {
        try {
            out.write(BYTE_ORDER_MARK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        csv.writeRecord(columns.stream().map(TableRows.Column::name).toList());
    }

    /** Writes a row: a value for each column. */
    void write(List<@Nullable Object> values) {
        csv.writeRecord(values.stream().map(CsvTable::cell).toList());
    }

    /** Hands over to the writer what was not yet. */
    void flush() {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof String text ? harmless(text) : value.toString();
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
}
