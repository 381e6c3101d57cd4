package io.ghirbal.nlp;

import io.ghirbal.nlp.clean.ArticleMetadata;
import io.ghirbal.nlp.clean.CleanedArticle;
import io.ghirbal.nlp.clean.RemovedBlocks;
import io.ghirbal.nlp.text.UnreadableText;
import io.ghirbal.nlp.topic.Classification;
import io.ghirbal.nlp.topic.ScoredTopic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link TextAnalyzer} found in a text.
 *
 * @param cleaned the text with what was removed from it
 * @param body the kept lines without the title, joined by line feeds; empty when nothing was kept
 * @param classification the topics of the body and its language
 */
public record TextAnalysis(CleanedArticle cleaned, String body, Classification classification) {

    /** Title, day of publication, source and author, each null when the text does not say it. */
    public ArticleMetadata metadata() {
        return cleaned.metadata();
    }

    /** What was removed, with where, as what and why. */
    public RemovedBlocks removed() {
        return cleaned.removed();
    }

    /** The topics, best first; empty when none was given, and then {@link Classification#note} says why. */
    public List<ScoredTopic> topics() {
        return classification.topics();
    }

    /** Language of the body as an ISO 639 code, {@code und} for one that is not known; null when there is too little text to tell. */
    public @Nullable String language() {
        return classification.language();
    }

    /** What part of the body nobody can read; null when it can be read. */
    public @Nullable String textNote() {
        return UnreadableText.note(body);
    }

    /** How many lines the text has, blank ones not counted. */
    public int lines() {
        return cleaned.lines().countFilled(1, cleaned.lines().count());
    }

    /** How many of the {@link #lines} are removed; a line of which only a part was removed is not. */
    public int removedLines() {
        return removed().lines();
    }

    /** How many of the {@link #lines} are kept. */
    public int keptLines() {
        return lines() - removedLines();
    }

    /** How many UTF-16 code units the text has, white space around lines not counted. */
    public int characters() {
        return cleaned.lines().countCharacters(1, cleaned.lines().count());
    }

    /** How many of the {@link #characters} are removed, in whole lines and inside others. */
    public int removedCharacters() {
        return removed().characters();
    }

    /** How many of the {@link #characters} are kept. */
    public int keptCharacters() {
        return characters() - removedCharacters();
    }
}
