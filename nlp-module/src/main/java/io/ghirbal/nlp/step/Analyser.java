package io.ghirbal.nlp.step;

import io.ghirbal.nlp.TextAnalyzer;
import java.util.List;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Cleans and classifies articles. Thread-safe. */
class Analyser implements ItemProcessor<List<StoredText>, List<AnalysedArticle>> {
    private final TextAnalyzer analyzer;

    Analyser(TextAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    @Override
    public List<AnalysedArticle> process(List<StoredText> articles) {
        return articles.stream()
                .map(article -> new AnalysedArticle(article, analyzer.analyze(article.text(), article.title())))
                .toList();
    }
}
