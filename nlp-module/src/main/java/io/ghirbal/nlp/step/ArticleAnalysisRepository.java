package io.ghirbal.nlp.step;

import org.springframework.data.repository.ListCrudRepository;

/** The stored analyses, by the id of their article. */
public interface ArticleAnalysisRepository extends ListCrudRepository<ArticleAnalysis, String> {}
