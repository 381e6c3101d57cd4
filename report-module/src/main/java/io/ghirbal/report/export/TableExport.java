package io.ghirbal.report.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ResultSetExtractor;

/**
 * Writes the summary tables as {@code tables/*.csv} for spreadsheets and scripts: RFC 4180 in UTF-8 with the byte order mark Excel needs,
 * the names of the columns first, nulls as empty cells, days as {@code 2023-12-09}, shares and scores with six decimals and a point. Rows
 * stand in a fixed order, so the same rows give the same bytes on every database.
 */
public final class TableExport {
    /** Name of the folder. */
    public static final String FOLDER = "tables";

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int DECIMALS = 6;
    /**
     * What makes a spreadsheet read a cell as a formula, when the cell begins with it; the last four are the full-width forms. After OWASP,
     * "CSV Injection".
     */
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private static final Pattern LINE = Pattern.compile("[^\r\n]+");

    private final DataSource source;

    /** @param source the database; {@link #write} takes a connection of its own from it */
    public TableExport(DataSource source) {
        this.source = source;
    }

    /**
     * Writes the files into the folder {@code tables} of {@code outDir}, in place of earlier ones.
     *
     * @return the files
     * @throws UncheckedIOException when one cannot be written
     */
    public List<Path> write(Path outDir) {
        Path folder = outDir.resolve(FOLDER);
        try (ReadSnapshot snapshot = ReadSnapshot.of(source)) {
            return Arrays.stream(SummaryTable.values())
                    .map(table -> OutputFile.write(folder.resolve(table.fileName()), out -> {
                        out.write(BYTE_ORDER_MARK);
                        snapshot.database().sql(table.query()).query(rowsTo(out));
                    }))
                    .toList();
        }
    }

    private static ResultSetExtractor<Boolean> rowsTo(Writer out) {
        return rows -> {
            CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
            ResultSetMetaData columns = rows.getMetaData();
            List<String> cells = new ArrayList<>();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                cells.add(columns.getColumnLabel(column).toLowerCase(Locale.ROOT));
            }
            csv.writeRecord(cells);
            while (rows.next()) {
                cells.clear();
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    cells.add(cell(rows, column));
                }
                csv.writeRecord(cells);
            }
            flush(csv);
            return true;
        };
    }

    private static String cell(ResultSet rows, int column) throws SQLException {
        Object value = rows.getObject(column);
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number)
                    .setScale(DECIMALS, RoundingMode.HALF_UP)
                    .toPlainString();
        }
        return value instanceof String text ? harmless(text) : value.toString();
    }

    /**
     * {@code text}, with an apostrophe before it when a spreadsheet would take it for a formula, also behind white space and invisible
     * characters, which some pass over; and with its controls shown, for whoever looks at the table on a terminal.
     */
    static String harmless(String text) {
        return isFormula(text) ? "'" + shown(text) : shown(text);
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

    /** Line breaks stay: a cell in quotes may have them. */
    private static String shown(String text) {
        return LINE.matcher(text).replaceAll(line -> Matcher.quoteReplacement(Visible.of(line.group())));
    }

    private static void flush(CsvWriter csv) {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
