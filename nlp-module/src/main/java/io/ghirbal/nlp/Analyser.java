package io.ghirbal.nlp;

import io.ghirbal.nlp.clean.BoilerplateCleaner;
import io.ghirbal.nlp.clean.CleanedArticle;
import io.ghirbal.nlp.topic.Classification;
import io.ghirbal.nlp.topic.TopicClassifier;
import java.time.LocalDate;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Cleans and classifies one article. Thread-safe. */
class Analyser implements ItemProcessor<StoredText, ArticleAnalysis> {
    private final BoilerplateCleaner cleaner;
    private final TopicClassifier classifier;
    private final long run;

    Analyser(BoilerplateCleaner cleaner, TopicClassifier classifier, long run) {
        this.cleaner = cleaner;
        this.classifier = classifier;
        this.run = run;
    }

    @Override
    public ArticleAnalysis process(StoredText article) {
        CleanedArticle cleaned = cleaner.clean(article.text(), article.title());
        String body = cleaned.body();
        Classification classification = classifier.classify(cleaned.metadata().title(), body);
        LocalDate publishedOn = cleaned.metadata().publishedOn(article.published());
        return new ArticleAnalysis(article.id(), run, cleaned, body, publishedOn, classification);
    }
}
