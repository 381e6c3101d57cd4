package io.ghirbal.nlp.step;

import io.ghirbal.nlp.TextAnalysis;
import io.ghirbal.nlp.TextAnalyzer;
import io.ghirbal.nlp.clean.LineHints;
import io.ghirbal.nlp.template.OutletTemplate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Cleans and classifies articles, each with the template of its outlet. Whatever is thrown at an article makes it a {@link FailedArticle}
 * and goes no further: a run is not worth less than one of its articles. Thread-safe.
 */
class Analyser implements ItemProcessor<List<StoredText>, List<AnalysisOutcome>> {
    private static final Logger LOG = LoggerFactory.getLogger(Analyser.class);

    private final Analysis analysis;
    private final OutletTemplates templates;
    private final long run;

    /** What {@link TextAnalyzer#analyze(String, String, OutletTemplate, LineHints)} does. */
    @FunctionalInterface
    interface Analysis {
        TextAnalysis analyze(String text, @Nullable String title, OutletTemplate template, LineHints hints);
    }

    /** @param run the run that analyses */
    Analyser(Analysis analysis, OutletTemplates templates, long run) {
        this.analysis = analysis;
        this.templates = templates;
        this.run = run;
    }

    @Override
    public List<AnalysisOutcome> process(List<StoredText> articles) {
        return articles.stream().map(this::analyse).toList();
    }

    private AnalysisOutcome analyse(StoredText article) {
        OutletTemplate template = templates.of(article.outlet());
        try {
            return AnalysisRows.of(
                    article,
                    run,
                    template.digest(),
                    analysis.analyze(article.text(), article.title(), template, LineHints.of(article.lineHints())));
        } catch (RuntimeException | Error e) {
            FailedArticle failed = FailedArticle.of(article.id(), e);
            LOG.error("The article {} cannot be analysed: {}", failed.articleId(), failed.message(), e);
            return failed;
        }
    }
}
