package io.ghirbal.report.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import tools.jackson.databind.json.JsonMapper;

/** What the charts draw, as JSON. */
final class ChartData {
    private ChartData() {}

    /** For each chart of the page, by the id of its canvas, the names of the bars in both languages and their lengths. */
    static String of(Labels labels, List<Tallies.OfTopic> topics, Timeline timeline, List<Tallies.OfKind> kinds) {
        Map<String, Object> charts = new LinkedHashMap<>();
        charts.put(
                "topics", chart(labels.of("articles.count"), topics, Tallies.OfTopic::name, Tallies.OfTopic::articles));
        charts.put(
                "days",
                chart(
                        labels.of("articles.count"),
                        timeline.periods(),
                        period -> new Label(period.name(), period.name()),
                        Timeline.Period::articles));
        charts.put(
                "kinds",
                chart(
                        labels.of("characters"),
                        kinds,
                        kind -> labels.ofCode("kind.", kind.kind()),
                        Tallies.OfKind::characters));
        return forScriptElement(JsonMapper.shared().writeValueAsString(charts));
    }

    private static <T> Map<String, Object> chart(
            Label measure, List<T> bars, Function<T, Label> name, ToLongFunction<T> length) {
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("measure", both(measure));
        chart.put("names", bars.stream().map(bar -> both(name.apply(bar))).toList());
        chart.put("lengths", bars.stream().mapToLong(length).boxed().toList());
        return chart;
    }

    private static Map<String, String> both(Label label) {
        Map<String, String> both = new LinkedHashMap<>();
        both.put("ar", label.ar());
        both.put("en", label.en());
        return both;
    }

    /** The same JSON without characters that mean something to HTML; in JSON they can only stand inside strings. */
    static String forScriptElement(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
