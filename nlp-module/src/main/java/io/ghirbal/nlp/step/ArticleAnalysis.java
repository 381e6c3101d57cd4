package io.ghirbal.nlp.step;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What the cleaner and the classifier found in an article, to be read; {@link AnalysisWriter} writes it. */
@Entity
@Immutable
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
    private @Nullable String textNote;
    private @Nullable String templateDigest;
    private @Nullable String section;
    private @Nullable Double sectionScore;

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

    /** SHA-256 of the raw text, hexadecimal. */
    public String articleId() {
        return articleId;
    }

    /** The run that analysed the article last. */
    public long runId() {
        return runId;
    }

    /** Headline, from the source or lifted out of the text; null when there is none. */
    public @Nullable String title() {
        return title;
    }

    /** Day of publication, from the source or lifted out of the text; null when unknown or impossible. */
    public @Nullable LocalDate publishedOn() {
        return publishedOn;
    }

    /** Where the outlet says it took the text from; null when it does not say. */
    public @Nullable String attribution() {
        return attribution;
    }

    /** Author named on a line of its own; null when none is. */
    public @Nullable String author() {
        return author;
    }

    /** The kept lines without the title, joined by line feeds; empty when nothing was kept. */
    public String body() {
        return body;
    }

    /** Language of the body as an ISO 639 code; null when there is too little text to tell. */
    public @Nullable String language() {
        return language;
    }

    /** Why no topic was given; null when one was. */
    public @Nullable String topicNote() {
        return topicNote;
    }

    /** Code of the topic that an outlet would file the article under; null when unknown. */
    public @Nullable String section() {
        return section;
    }

    /** How sure the section is, from 0 to 1; null when there is none. */
    public @Nullable Double sectionScore() {
        return sectionScore;
    }

    /** Lines kept, blank ones not counted. */
    public int keptLines() {
        return keptLines;
    }

    /** Lines removed, blank ones not counted. */
    public int removedLines() {
        return removedLines;
    }

    /** UTF-16 code units kept, white space around a line not counted. */
    public int keptCharacters() {
        return keptCharacters;
    }

    /** UTF-16 code units removed, white space around a line not counted. */
    public int removedCharacters() {
        return removedCharacters;
    }

    /** What part of the body nobody can read; null when it can be read. */
    public @Nullable String textNote() {
        return textNote;
    }

    /** Tells the template of the outlet that was used from another; null when there was none. */
    public @Nullable String templateDigest() {
        return templateDigest;
    }

    /** What was removed, in the order of the text. */
    public List<RemovedText> removed() {
        return List.copyOf(removed);
    }

    /** The topics, best first. */
    public List<AssignedTopic> topics() {
        return List.copyOf(topics);
    }
}
