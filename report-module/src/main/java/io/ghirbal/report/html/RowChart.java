package io.ghirbal.report.html;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Bars one under the other, each with its name and its value above it.
 *
 * @param rows from top to bottom
 */
record RowChart(List<Row> rows) {
    private static final int ROW_HEIGHT = 40;

    /**
     * A bar.
     *
     * @param top of its row, in pixels
     * @param kind of boilerplate, for its colour; {@code any} for the usual one
     * @param width of the bar, in percent of the chart
     * @param value what the bar says, in figures
     */
    record Row(int top, Label name, String kind, String width, String value) {}

    /** The longest bar takes the whole width. */
    static <T> RowChart of(List<T> all, Function<T, Label> name, Function<T, String> kind, ToLongFunction<T> length) {
        long longest = all.stream().mapToLong(length).max().orElse(0);
        return new RowChart(IntStream.range(0, all.size())
                .mapToObj(i -> {
                    T each = all.get(i);
                    long value = length.applyAsLong(each);
                    return new Row(
                            i * ROW_HEIGHT,
                            name.apply(each),
                            kind.apply(each),
                            Figures.width(value, longest),
                            Figures.count(value));
                })
                .toList());
    }

    /** In pixels. */
    int height() {
        return rows.size() * ROW_HEIGHT;
    }
}
