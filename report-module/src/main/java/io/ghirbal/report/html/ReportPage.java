package io.ghirbal.report.html;

import io.ghirbal.report.export.Export;
import io.ghirbal.report.summary.Slice;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything the template {@code report.jte} shows.
 *
 * @param slice the articles the report is about
 * @param topicNames names of all topics, by code
 * @param lastRun null when there has been no run
 * @param morning what happened on the day the report tells of; null when nothing has a day
 * @param comparison null when none was asked for
 * @param exports what stands beside the report
 */
record ReportPage(
        Labels labels,
        PageAssets assets,
        Slice slice,
        Map<String, Label> topicNames,
        Accounts.@Nullable Run lastRun,
        Accounts.Base base,
        @Nullable Morning morning,
        @Nullable Comparison comparison,
        List<Tallies.OfTopic> topics,
        Timeline timeline,
        List<Trend> trends,
        Tallies.Outlets outlets,
        Matrix topicMix,
        List<Tallies.OfKind> kinds,
        Matrix hygiene,
        Tallies.Removals removals,
        Tallies.Templates templates,
        Tallies.Rejections rejections,
        Headlines headlines,
        List<Tallies.SampleQuery> queries,
        Set<Export> exports) {

    RowChart topicChart() {
        return RowChart.of(topics, Tallies.OfTopic::name, topic -> "topic", Tallies.OfTopic::articles);
    }

    RowChart kindChart() {
        return RowChart.of(
                kinds, kind -> labels.ofCode("kind.", kind.kind()), Tallies.OfKind::kind, Tallies.OfKind::characters);
    }

    ColumnChart dayChart() {
        return ColumnChart.ofCounts(timeline, 180);
    }

    String contentSecurityPolicy() {
        return assets.contentSecurityPolicy(!headlines.parts().isEmpty());
    }

    boolean isBeside(Export export) {
        return exports.contains(export);
    }

    Label topicName(String code) {
        return topicNames.getOrDefault(code, new Label(code, code));
    }
}
