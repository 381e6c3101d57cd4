package io.ghirbal.report.export;

import io.ghirbal.report.summary.Slice;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/**
 * Writes the summary tables as {@code tables/*.csv} for spreadsheets and scripts, see {@link CsvTable}. Shares and scores have six decimals
 * and a point. Rows stand in a fixed order, so the same rows give the same bytes on every database.
 */
public final class TableExport {
    /** Name of the folder. */
    public static final String FOLDER = "tables";

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
                        table.read(snapshot.database(), slice, rows -> writeAll(rows, out));
                    }))
                    .toList();
        }
    }

    private static void writeAll(TableRows rows, Writer out) throws SQLException {
        CsvTable csv = new CsvTable(out, rows.columns());
        while (rows.next()) {
            csv.write(rows.values());
        }
        csv.flush();
    }
}
