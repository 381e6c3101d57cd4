package io.ghirbal.report.html;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the template {@code report.jte} shows.
 *
 * @param lastRun null when there has been no run
 * @param chartData what the charts draw, as JSON that may stand in a script element
 */
record ReportPage(
        Labels labels,
        PageAssets assets,
        Accounts.@Nullable Run lastRun,
        Accounts.Base base,
        List<Tallies.OfTopic> topics,
        Timeline timeline,
        Tallies.Outlets outlets,
        List<Tallies.OfKind> kinds,
        Tallies.Rejections rejections,
        ShownArticle.Selection articles,
        List<Tallies.SampleQuery> queries,
        String chartData) {}
