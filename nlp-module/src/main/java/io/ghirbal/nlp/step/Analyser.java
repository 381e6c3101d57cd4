package io.ghirbal.nlp.step;

import io.ghirbal.nlp.TextAnalyzer;
import io.ghirbal.nlp.template.OutletTemplate;
import java.util.List;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Cleans and classifies articles, each with the template of its outlet. Thread-safe. */
class Analyser implements ItemProcessor<List<StoredText>, List<AnalysedArticle>> {
    private final TextAnalyzer analyzer;
    private final OutletTemplates templates;

    Analyser(TextAnalyzer analyzer, OutletTemplates templates) {
        this.analyzer = analyzer;
        this.templates = templates;
    }

    @Override
    public List<AnalysedArticle> process(List<StoredText> articles) {
        return articles.stream().map(this::analyse).toList();
    }

    private AnalysedArticle analyse(StoredText article) {
        OutletTemplate template = templates.of(article.outlet());
        return new AnalysedArticle(
                article, template.digest(), analyzer.analyze(article.text(), article.title(), template));
    }
}
