package io.ghirbal.nlp.step;

import io.ghirbal.nlp.clean.ArticleMetadata;
import io.ghirbal.nlp.clean.CleanedArticle;
import io.ghirbal.nlp.topic.Classification;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the cleaner and the classifier found in an article. */
@Entity
public class ArticleAnalysis {
    @Id
    private String articleId;

    private long runId;
    private @Nullable String title;
    private @Nullable LocalDate publishedOn;
    private @Nullable String attribution;
    private @Nullable String author;
    private String body;
    private @Nullable String language;
    private @Nullable String topicNote;
    private int keptLines;
    private int removedLines;
    private int keptCharacters;
    private int removedCharacters;

    @ElementCollection
    @CollectionTable(name = "removed_block", joinColumns = @JoinColumn(name = "article_id"))
    @OrderColumn(name = "ordinal")
    private List<RemovedText> removed;

    @ElementCollection
    @CollectionTable(name = "article_topic", joinColumns = @JoinColumn(name = "article_id"))
    @OrderColumn(name = "ordinal")
    private List<AssignedTopic> topics;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected ArticleAnalysis() {}

    /**
     * What {@code run} found in the article.
     *
     * @param publishedOn day of publication, from the source or from the text; null when unknown
     */
    ArticleAnalysis(
            String articleId,
            long runId,
            CleanedArticle cleaned,
            String body,
            @Nullable LocalDate publishedOn,
            Classification classification) {
        ArticleMetadata metadata = cleaned.metadata();
        this.articleId = articleId;
        this.runId = runId;
        this.title = metadata.title();
        this.publishedOn = publishedOn;
        this.attribution = metadata.attribution();
        this.author = metadata.author();
        this.body = body;
        this.language = classification.language();
        this.topicNote = classification.note();
        this.removed = RemovedText.of(cleaned);
        this.topics = new ArrayList<>(classification.topics().stream()
                .map(scored -> new AssignedTopic(scored.topic().code(), scored.score()))
                .toList());
        this.removedLines = removed.stream().mapToInt(RemovedText::lines).sum();
        this.removedCharacters =
                removed.stream().mapToInt(RemovedText::characters).sum();
        int last = cleaned.lines().count();
        this.keptLines = cleaned.lines().countFilled(1, last) - removedLines;
        this.keptCharacters = cleaned.lines().countCharacters(1, last) - removedCharacters;
    }

    /** SHA-256 of the raw text, hexadecimal. */
    public String getArticleId() {
        return articleId;
    }

    /** The run that analysed the article last. */
    public long getRunId() {
        return runId;
    }

    /** Headline, from the source or lifted out of the text; null when there is none. */
    public @Nullable String getTitle() {
        return title;
    }

    /** Day of publication, from the source or lifted out of the text; null when unknown or impossible. */
    public @Nullable LocalDate getPublishedOn() {
        return publishedOn;
    }

    /** Where the outlet says it took the text from; null when it does not say. */
    public @Nullable String getAttribution() {
        return attribution;
    }

    /** Author named on a line of its own; null when none is. */
    public @Nullable String getAuthor() {
        return author;
    }

    /** The kept lines without the title, joined by line feeds; empty when nothing was kept. */
    public String getBody() {
        return body;
    }

    /** Language of the body as an ISO 639 code; null when there is too little text to tell. */
    public @Nullable String getLanguage() {
        return language;
    }

    /** Why no topic was given; null when one was. */
    public @Nullable String getTopicNote() {
        return topicNote;
    }

    /** Lines kept, blank ones not counted. */
    public int getKeptLines() {
        return keptLines;
    }

    /** Lines removed, blank ones not counted. */
    public int getRemovedLines() {
        return removedLines;
    }

    /** UTF-16 code units kept, white space around a line not counted. */
    public int getKeptCharacters() {
        return keptCharacters;
    }

    /** UTF-16 code units removed, white space around a line not counted. */
    public int getRemovedCharacters() {
        return removedCharacters;
    }

    /** What was removed, in the order of the text. */
    public List<RemovedText> getRemoved() {
        return List.copyOf(removed);
    }

    /** The topics, best first. */
    public List<AssignedTopic> getTopics() {
        return List.copyOf(topics);
    }
}
