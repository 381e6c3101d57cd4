package io.ghirbal.report.export;

import io.ghirbal.ingest.ArticleId;
import io.ghirbal.ingest.source.SourceDocument;
import io.ghirbal.nlp.TextAnalysis;
import io.ghirbal.nlp.clean.RemovedBlock;
import io.ghirbal.nlp.clean.RemovedBlocks;
import io.ghirbal.nlp.step.RemovedText;
import io.ghirbal.nlp.text.WordCount;
import io.ghirbal.nlp.topic.ScoredTopic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an article when it is exported. {@link ArticleFields} says what of it goes where. A missing text is null, never empty,
 * but for the body.
 *
 * @param id SHA-256 of the text as it was read, hexadecimal
 * @param source the file it was read from
 * @param record which document of the file, from 1
 * @param externalId the identifier the source gave
 * @param url the address the source gave
 * @param outlet the outlet the source or the command line gave
 * @param title from the source or from the text
 * @param publishedOn day of publication, from the source or from the text
 * @param published when it was published as the source wrote it, with the time if it did
 * @param attribution where the outlet says it took the text from
 * @param author as the source gave it, else as it is named in the text
 * @param tags the key words the source gave, a JSON array; null when none
 * @param language of the body, an ISO 639 code; null when there is too little text to tell
 * @param body what was kept; empty when nothing was
 * @param words words of the body
 * @param keptLines lines kept, blank ones not counted
 * @param removedLines lines removed, blank ones not counted
 * @param keptCharacters UTF-16 code units kept, white space around a line not counted
 * @param removedCharacters UTF-16 code units removed, counted likewise
 * @param textNote what part of the body nobody can read; null when it can be read
 * @param topicNote why no topic was given; null when one was
 * @param section code of the topic that an outlet would file it under; null when unknown
 * @param sectionScore how sure that is, from 0 to 1, rounded to four decimals; null when unknown
 * @param extra the other fields or columns of the source, a JSON object; null when there are none
 * @param removed in the order of the text
 * @param topics best first
 * @param story the story it tells; null when it was never stored
 * @param publications where its text was published, the first one first
 */
public record ExportedArticle(
        String id,
        String source,
        long record,
        @Nullable String externalId,
        @Nullable String url,
        @Nullable String outlet,
        @Nullable String title,
        @Nullable LocalDate publishedOn,
        @Nullable String published,
        @Nullable String attribution,
        @Nullable String author,
        @Nullable String tags,
        @Nullable String language,
        String body,
        int words,
        int keptLines,
        int removedLines,
        int keptCharacters,
        int removedCharacters,
        @Nullable String textNote,
        @Nullable String topicNote,
        @Nullable String section,
        @Nullable BigDecimal sectionScore,
        @Nullable String extra,
        List<RemovedText> removed,
        List<Topic> topics,
        @Nullable Story story,
        List<Appearance> publications) {

    private static final int DECIMALS = 4;

    /**
     * A topic.
     *
     * @param code its code
     * @param name English name; null when it is not known
     * @param nameAr Arabic name; null when it is not known
     * @param score from 0 to 1, rounded to four decimals
     */
    public record Topic(
            String code, @Nullable String name, @Nullable String nameAr, BigDecimal score) {
        static Topic of(ResultSet row) throws SQLException {
            return new Topic(
                    row.getString("code"),
                    findText(row, "name"),
                    findText(row, "name_ar"),
                    rounded(row.getDouble("score")));
        }
    }

    /**
     * Its part in a story.
     *
     * @param id the id of the first article of the story
     * @param role FIRST, COPY or RETOLD
     * @param of the article it is a copy of, or most like; null for the first
     */
    public record Story(String id, String role, @Nullable String of) {}

    /** Where its text was published. */
    public record Appearance(
            @Nullable String outlet,
            @Nullable String url,
            @Nullable String title,
            @Nullable LocalDate publishedOn,
            String source,
            long record) {
        static Appearance of(ResultSet row) throws SQLException {
            return new Appearance(
                    findText(row, "outlet"),
                    findText(row, "url"),
                    findText(row, "title"),
                    row.getObject("published_on", LocalDate.class),
                    row.getString("source"),
                    row.getLong("record"));
        }
    }

    /** One that was stored; its row has the columns that {@link ArticlePages} selects. */
    static ExportedArticle of(
            ResultSet row, List<RemovedText> removed, List<Topic> topics, List<Appearance> publications)
            throws SQLException {
        String story = row.getString("story_id");
        String body = Objects.requireNonNullElse(row.getString("body"), "");
        return new ExportedArticle(
                row.getString("id"),
                row.getString("source"),
                row.getLong("record"),
                findText(row, "external_id"),
                findText(row, "url"),
                findText(row, "outlet"),
                findText(row, "title"),
                row.getObject("published_on", LocalDate.class),
                findText(row, "published"),
                findText(row, "attribution"),
                findText(row, "author"),
                findText(row, "tags"),
                findText(row, "language"),
                body,
                WordCount.of(body),
                row.getInt("kept_lines"),
                row.getInt("removed_lines"),
                row.getInt("kept_characters"),
                row.getInt("removed_characters"),
                findText(row, "text_note"),
                findText(row, "topic_note"),
                findText(row, "section"),
                findScore(row, "section_score"),
                findText(row, "extra"),
                removed,
                topics,
                story == null ? null : new Story(story, row.getString("role"), row.getString("of_article_id")),
                publications);
    }

    /**
     * One that was never stored.
     *
     * @param document as it was read
     * @param analysis what was found in its text
     * @param withRemoved whether what was removed is kept; else there is nothing in {@link #removed}
     */
    public static ExportedArticle of(SourceDocument document, TextAnalysis analysis, boolean withRemoved) {
        ScoredTopic section = analysis.classification().section();
        return new ExportedArticle(
                ArticleId.of(document.text()),
                document.source(),
                document.record(),
                document.externalId(),
                document.url(),
                document.outlet(),
                filled(analysis.metadata().title()),
                analysis.metadata().publishedOn(document.published()),
                document.published(),
                filled(analysis.metadata().attribution()),
                document.author() == null ? filled(analysis.metadata().author()) : document.author(),
                document.tagsAsJson(),
                analysis.language(),
                analysis.body(),
                WordCount.of(analysis.body()),
                analysis.keptLines(),
                analysis.removedLines(),
                analysis.keptCharacters(),
                analysis.removedCharacters(),
                analysis.textNote(),
                analysis.classification().note(),
                section == null ? null : section.topic().code(),
                section == null ? null : rounded(section.score()),
                document.extra(),
                withRemoved ? removed(analysis.removed()) : List.of(),
                analysis.topics().stream()
                        .map(scored -> new Topic(
                                scored.topic().code(),
                                filled(scored.topic().name()),
                                filled(scored.topic().nameAr()),
                                rounded(scored.score())))
                        .toList(),
                null,
                List.of());
    }

    private static List<RemovedText> removed(RemovedBlocks blocks) {
        return blocks.all().stream()
                .map(block -> {
                    RemovedBlock.Columns columns = block.columns();
                    return new RemovedText(
                            block.first(),
                            block.last(),
                            columns == null ? null : columns.start(),
                            columns == null ? null : columns.end(),
                            block.kind().name(),
                            block.reason(),
                            block.confidence(),
                            blocks.linesOf(block),
                            blocks.charactersOf(block),
                            blocks.textOf(block));
                })
                .toList();
    }

    /** The whole lines that were removed. */
    List<RemovedText> wholeLines() {
        return removed.stream().filter(text -> !text.isInline()).toList();
    }

    /** The parts of lines that were removed. */
    List<RemovedText> inline() {
        return removed.stream().filter(RemovedText::isInline).toList();
    }

    /** {@code text}, which the database may hold empty where it is missing; null then. */
    static @Nullable String filled(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** A score as every export writes it. */
    static BigDecimal rounded(double score) {
        return BigDecimal.valueOf(score).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal findScore(ResultSet row, String column) throws SQLException {
        double score = row.getDouble(column);
        return row.wasNull() ? null : rounded(score);
    }

    private static @Nullable String findText(ResultSet row, String column) throws SQLException {
        return filled(row.getString(column));
    }
}
