package io.ghirbal.nlp.step;

import io.ghirbal.nlp.clean.BoilerplateKind;
import jakarta.persistence.Embeddable;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code removed_block}: a run of whole lines, or a span inside one line, that is not the article.
 *
 * @param firstLine first line, from 1
 * @param lastLine last line, included
 * @param startColumn for a span inside a line, where it starts in the line, from 0; null for whole lines
 * @param endColumn for a span inside a line, where it ends, not included; null for whole lines
 * @param kind what it is: the name of a {@link BoilerplateKind}, unless another version wrote it
 * @param reason why it was removed, in words
 * @param confidence how sure the cleaner is, from 0 to 1
 * @param lines lines removed, blank ones not counted; 0 for a span inside a line
 * @param characters UTF-16 code units removed, white space around a line not counted
 * @param text the removed text
 */
@Embeddable
public record RemovedText(
        int firstLine,
        int lastLine,
        @Nullable Integer startColumn,
        @Nullable Integer endColumn,
        String kind,
        String reason,
        double confidence,
        int lines,
        int characters,
        String text) {

    /** Reads the row at which {@code row} is; its columns have the names of those of the table. */
    public static RemovedText of(ResultSet row) throws SQLException {
        return new RemovedText(
                row.getInt("first_line"),
                row.getInt("last_line"),
                row.getObject("start_column", Integer.class),
                row.getObject("end_column", Integer.class),
                row.getString("kind"),
                row.getString("reason"),
                row.getDouble("confidence"),
                row.getInt("lines"),
                row.getInt("characters"),
                row.getString("text"));
    }

    /** Whether it is a part of a line that is otherwise kept. */
    public boolean isInline() {
        return startColumn != null;
    }
}
