package io.ghirbal.ingest.article;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Finds stored articles. */
public interface ArticleRepository extends Repository<Article, String> {
    /** How many articles there are. */
    long count();

    /** The article with this identity, or empty. */
    Optional<Article> findById(String id);
}
