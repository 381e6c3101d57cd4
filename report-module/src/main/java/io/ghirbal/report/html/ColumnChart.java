package io.ghirbal.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Columns side by side, in the order of time. Widths are percent of the chart, heights pixels of it, so that it fits every screen and its
 * letters keep their size.
 *
 * @param height of the columns' field, in pixels; names of periods come below it
 * @param ticks values that lines are drawn for
 * @param marks columns whose name is written below; empty when none is
 */
record ColumnChart(int height, List<Column> columns, List<Tick> ticks, List<Mark> marks) {
    private static final double GAP = 0.22;
    private static final int MOST_MARKS = 3;

    /** A column, with what it says. */
    record Column(String x, String width, String y, String height, String title) {}

    /** A line across the chart. */
    record Tick(String y, String value) {}

    /** The name of a column; {@code anchor} is {@code s}, {@code m} or {@code e}: begins at, lies around or ends at {@code x}. */
    record Mark(String x, String anchor, String name) {}

    /** Counts with their scale. */
    static ColumnChart ofCounts(Timeline timeline, int height) {
        List<Long> counts =
                timeline.periods().stream().map(Timeline.Period::articles).toList();
        long top = roundUp(counts.stream().mapToLong(Long::longValue).max().orElse(0));
        List<String> titles = timeline.periods().stream()
                .map(period -> period.name() + ": " + Figures.count(period.articles()))
                .toList();
        List<Tick> ticks = (top % 2 == 0 ? Stream.of(top, top / 2, 0L) : Stream.of(top, 0L))
                .map(value -> new Tick(pixels(height - (double) height * value / top), Figures.count(value)))
                .toList();
        List<Double> parts = counts.stream().map(count -> (double) count / top).toList();
        return new ColumnChart(height, columns(parts, titles, height), ticks, marks(timeline));
    }

    /** Shares on the scale of the largest of them, without names below. */
    static ColumnChart ofShares(Timeline timeline, List<Double> shares, int height) {
        double top = shares.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            titles.add(timeline.periods().get(i).name() + ": " + Figures.percent(shares.get(i)));
        }
        List<Double> parts =
                shares.stream().map(share -> top == 0 ? 0 : share / top).toList();
        return new ColumnChart(height, columns(parts, titles, height), List.of(), List.of());
    }

    /** @param parts of the height, from 0 to 1 */
    private static List<Column> columns(List<Double> parts, List<String> titles, int height) {
        int count = parts.size();
        double step = 100.0 / count;
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double tall = parts.get(i) == 0 ? 0 : Math.max(1, height * parts.get(i));
            columns.add(new Column(
                    percent(step * (i + GAP / 2)),
                    percent(step * (1 - GAP)),
                    pixels(height - tall),
                    pixels(tall),
                    titles.get(i)));
        }
        return columns;
    }

    private static List<Mark> marks(Timeline timeline) {
        int count = timeline.periods().size();
        int shown = Math.min(MOST_MARKS, count);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            int column = shown == 1 ? 0 : (int) Math.round((double) i * (count - 1) / (shown - 1));
            String name = timeline.periods().get(column).name();
            if (count > MOST_MARKS && i == 0) {
                marks.add(new Mark("0", "s", name));
            } else if (count > MOST_MARKS && i == shown - 1) {
                marks.add(new Mark("100", "e", name));
            } else {
                marks.add(new Mark(percent(100.0 * (column + 0.5) / count), "m", name));
            }
        }
        return marks;
    }

    /** The next of 1, 2, 5, 10, 20, 50 and so on. */
    private static long roundUp(long value) {
        long power = 1;
        while (true) {
            for (long factor : new long[] {1, 2, 5}) {
                if (factor * power >= value) {
                    return factor * power;
                }
            }
            power *= 10;
        }
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String pixels(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
