package io.ghirbal.nlp.step;

import io.ghirbal.nlp.clean.BoilerplateCleaner;
import io.ghirbal.nlp.clean.CleanedArticle;
import io.ghirbal.nlp.topic.Classification;
import io.ghirbal.nlp.topic.TopicClassifier;
import java.time.LocalDate;
import java.util.List;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Cleans and classifies articles. Thread-safe. */
class Analyser implements ItemProcessor<List<StoredText>, List<ArticleAnalysis>> {
    private final BoilerplateCleaner cleaner;
    private final TopicClassifier classifier;
    private final long run;

    Analyser(BoilerplateCleaner cleaner, TopicClassifier classifier, long run) {
        this.cleaner = cleaner;
        this.classifier = classifier;
        this.run = run;
    }

    @Override
    public List<ArticleAnalysis> process(List<StoredText> articles) {
        return articles.stream().map(this::analyse).toList();
    }

    private ArticleAnalysis analyse(StoredText article) {
        CleanedArticle cleaned = cleaner.clean(article.text(), article.title());
        String body = cleaned.body();
        Classification classification = classifier.classify(cleaned.metadata().title(), body);
        LocalDate publishedOn = cleaned.metadata().publishedOn(article.published());
        return new ArticleAnalysis(article.id(), run, cleaned, body, publishedOn, classification);
    }
}
