package io.ghirbal.report.export;

import io.ghirbal.report.summary.Slice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes the summary tables as {@code tables/*.parquet} for data tools, with the rows of {@code tables/*.csv}, text unchanged. Days are
 * dates, counts 64-bit integers, fractions doubles rounded as there. The same rows give the same bytes on every database. Memory does not
 * grow with the rows.
 */
public final class ParquetExport {
    private final DataSource source;

    /** @param source the database; {@link #write} takes a connection of its own from it */
    public ParquetExport(DataSource source) {
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
        List<Path> files = new ArrayList<>();
        try (ReadSnapshot snapshot = ReadSnapshot.of(source)) {
            JdbcClient database = snapshot.database();
            for (SummaryTable table : SummaryTable.values()) {
                Path file = outDir.resolve(TableExport.FOLDER).resolve(table.tableName() + ".parquet");
                files.add(OutputFile.make(
                        file,
                        unfinished ->
                                table.read(database, slice, rows -> writeTable(rows, table.tableName(), unfinished))));
            }
        }
        return files;
    }

    private static void writeTable(TableRows rows, String name, Path file) throws SQLException {
        MessageType schema = new MessageType(
                name, rows.columns().stream().map(ParquetExport::type).toList());
        try (ParquetWriter<TableRows> out = ParquetFile.create(file, schema, Set.of(), ParquetExport::writeRow)) {
            while (rows.next()) {
                out.write(rows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Type type(TableRows.Column column) {
        return switch (column.kind()) {
            case TEXT ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case COUNT -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
            case FRACTION -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
            case DAY ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(column.name());
        };
    }

    private static void writeRow(TableRows rows, ParquetRecord record) throws SQLException {
        for (TableRows.Column column : rows.columns()) {
            switch (column.kind()) {
                case TEXT -> record.text(rows.text(column));
                case COUNT -> record.integer(rows.count(column));
                case FRACTION -> {
                    BigDecimal fraction = rows.fraction(column);
                    record.number(fraction == null ? null : fraction.doubleValue());
                }
                case DAY -> record.day(rows.day(column));
            }
        }
    }
}
