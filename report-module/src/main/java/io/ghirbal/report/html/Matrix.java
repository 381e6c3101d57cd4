package io.ghirbal.report.html;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shares of what outlets have, a row an outlet and a column a topic or a kind of boilerplate.
 *
 * @param columns heads, with the largest first
 * @param rows with the outlet that has most articles first
 * @param moreColumns how many columns are left out
 * @param moreRows how many outlets are left out
 * @param largest of the shares, from 0 to 1
 */
record Matrix(List<Column> columns, List<Row> rows, long moreColumns, long moreRows, double largest) {
    private static final double DEEPEST = 0.42;

    /** The head of a column. */
    record Column(String code, Label name) {}

    /**
     * A row.
     *
     * @param outlet null for articles without one
     * @param whole what the shares are of
     * @param parts one for each column
     */
    record Row(@Nullable String outlet, long whole, List<Long> parts) {}

    static Matrix of(List<Column> columns, List<Row> rows, long moreColumns, long moreRows) {
        double largest = rows.stream()
                .flatMapToDouble(row -> row.parts().stream().mapToDouble(part -> Figures.fraction(part, row.whole())))
                .max()
                .orElse(0);
        return new Matrix(columns, rows, moreColumns, moreRows, largest);
    }

    /** How deep the colour of a cell is, from 0 to 1: the largest share of the matrix is the deepest. */
    String depth(Row row, int column) {
        return Figures.score(
                largest == 0 ? 0 : DEEPEST * Figures.fraction(row.parts().get(column), row.whole()) / largest);
    }
}
