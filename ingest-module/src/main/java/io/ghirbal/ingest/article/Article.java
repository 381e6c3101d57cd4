package io.ghirbal.ingest.article;

import io.ghirbal.ingest.source.SourceDocument;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A distinct text as it was read. Never changed once stored; rows are written by the ingest step. */
@Entity
@Immutable
public class Article {
    @Id
    private String id;

    private long runId;
    private String source;
    private long record;
    private @Nullable String externalId;
    private @Nullable String url;
    private @Nullable String outlet;
    private @Nullable String title;
    private @Nullable String published;
    private String charset;
    private String text;
    private int characters;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Article() {}

    private Article(long runId, SourceDocument document, @Nullable String outlet) {
        this.id = idOf(document.text());
        this.runId = runId;
        this.source = document.source();
        this.record = document.record();
        this.externalId = document.externalId();
        this.url = document.url();
        this.outlet = outlet;
        this.title = document.title();
        this.published = document.published();
        this.charset = document.charset();
        this.text = document.text();
        this.characters = document.text().length();
    }

    /**
     * The article a document becomes.
     *
     * @param runId the run that read it
     * @param defaultOutlet the outlet of documents that name none, or null
     */
    public static Article of(long runId, SourceDocument document, @Nullable String defaultOutlet) {
        return new Article(runId, document, document.outlet() == null ? defaultOutlet : document.outlet());
    }

    /** The identity of a text: the SHA-256 of its UTF-8 bytes, 64 hexadecimal digits in small letters. */
    public static String idOf(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** The identity of the text, see {@link #idOf(String)}. */
    public String id() {
        return id;
    }

    /** The run that stored it. */
    public long runId() {
        return runId;
    }

    /** The file it was read from, relative to the input, with {@code /} between folders. */
    public String source() {
        return source;
    }

    /** Which document of the file it is, from 1. */
    public long record() {
        return record;
    }

    /** The identifier the source gave, or null. */
    public @Nullable String externalId() {
        return externalId;
    }

    /** The address the source gave, or null. */
    public @Nullable String url() {
        return url;
    }

    /** The outlet the source or the run gave, or null. */
    public @Nullable String outlet() {
        return outlet;
    }

    /** The title the source gave, or null; one that stands in the text is still there. */
    public @Nullable String title() {
        return title;
    }

    /** The date of publication as the source wrote it, or null. */
    public @Nullable String published() {
        return published;
    }

    /** The Java name of the charset it was decoded with. */
    public String charset() {
        return charset;
    }

    /** The raw text. */
    public String text() {
        return text;
    }

    /** Length of the text in UTF-16 code units. */
    public int characters() {
        return characters;
    }
}
