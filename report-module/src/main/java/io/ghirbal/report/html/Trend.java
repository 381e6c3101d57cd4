package io.ghirbal.report.html;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How a topic moves over time.
 *
 * @param articles with the topic, one figure a period of the timeline
 * @param shares of all articles of the period, from 0 to 1
 */
record Trend(Label topic, List<Long> articles, List<Double> shares, ColumnChart chart) {
    private static final int HEIGHT = 44;

    static Trend of(Label topic, Timeline timeline, List<Long> articles) {
        List<Double> shares = IntStream.range(0, articles.size())
                .mapToObj(i -> Figures.fraction(
                        articles.get(i), timeline.periods().get(i).articles()))
                .toList();
        return new Trend(topic, articles, shares, ColumnChart.ofShares(timeline, shares, HEIGHT));
    }

    double largest() {
        return shares.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    double latest() {
        return shares.get(shares.size() - 1);
    }
}
