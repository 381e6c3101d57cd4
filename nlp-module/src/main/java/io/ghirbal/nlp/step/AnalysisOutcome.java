package io.ghirbal.nlp.step;

/** What became of an article that was to be analysed: rows to store, or why there are none. */
sealed interface AnalysisOutcome permits AnalysisRows, FailedArticle {
    /** The article. */
    String articleId();
}
