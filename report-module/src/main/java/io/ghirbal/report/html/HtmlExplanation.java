package io.ghirbal.report.html;

import io.ghirbal.ingest.source.Rejection;
import io.ghirbal.report.explain.ExplainedDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes documents taken apart as a page for a browser: the original beside the cleaned text, line by line. One file with its style in
 * it, without a script, which reaches no network. What no page can hold is left out, and the page says so. The same documents give the
 * same bytes. Not thread-safe.
 */
public final class HtmlExplanation {
    /** A browser scrolls a page of 20 MB still; in UTF-8 and side by side an Arabic letter takes four bytes. */
    private static final int MOST_CHARACTERS = 4_000_000;

    private static final int MOST_REJECTIONS = 200;

    private final int mostCharacters;
    private final List<ExplainPage.Document> documents = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private long characters;
    private long leftOut;
    private long moreRejections;

    /** A page that is empty yet. */
    public HtmlExplanation() {
        this(MOST_CHARACTERS);
    }

    /** @param mostCharacters how many UTF-16 code units of text the page may show, the first document apart */
    HtmlExplanation(int mostCharacters) {
        this.mostCharacters = mostCharacters;
    }

    /** Adds {@code explained} below the others; once one finds no room, none of those after it does. */
    public void add(ExplainedDocument explained) {
        characters += explained.document().text().length();
        if (leftOut > 0 || (characters > mostCharacters && !documents.isEmpty())) {
            leftOut++;
        } else {
            documents.add(ExplainPage.Document.of(documents.size() + 1, explained));
        }
    }

    /** Adds a document that could not be read to the list of those. */
    public void add(Rejection rejection) {
        if (rejections.size() < MOST_REJECTIONS) {
            rejections.add(rejection);
        } else {
            moreRejections++;
        }
    }

    /** Whether no document has been added. */
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    /** How many of the documents that were added found no room. */
    public long leftOut() {
        return leftOut;
    }

    /**
     * Writes the page, in place of an earlier one.
     *
     * @return {@code file}
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    public Path write(Path file) {
        ExplainPage page = new ExplainPage(
                Labels.load(),
                new Inlined(Resource.read("explain.css")),
                List.copyOf(documents),
                leftOut,
                List.copyOf(rejections),
                moreRejections);
        return HtmlFile.write(file, "explain.jte", page);
    }
}
