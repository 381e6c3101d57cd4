package io.ghirbal.report.cli;

import io.ghirbal.ingest.source.ArticleSources;
import io.ghirbal.ingest.source.Documents;
import io.ghirbal.ingest.source.ReadingOptions;
import io.ghirbal.ingest.source.Rejection;
import io.ghirbal.ingest.source.SourceDocument;
import io.ghirbal.ingest.source.SourceRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One of two articles to be compared, as it was named on the command line.
 *
 * @param file the file it is in; null for a stored article
 * @param record which record of the file; null for the first document
 * @param id the id of a stored article, or how it begins, in small letters; null for a file
 */
record PairSide(
        @Nullable Path file,
        @Nullable Long record,
        @Nullable String id) {
    private static final Pattern RECORD = Pattern.compile("(.+)#([0-9]{1,18})", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8,64}");

    /**
     * Reads FILE, FILE#N or the id of an article; what is there as a file is that file.
     *
     * @throws WrongUsageException when it is none of these
     */
    static PairSide of(Path argument) {
        String text = argument.toString();
        if (!Files.exists(argument)) {
            Matcher numbered = RECORD.matcher(text);
            if (numbered.matches()) {
                return new PairSide(
                        InputFiles.existing(Path.of(numbered.group(1))), Long.valueOf(numbered.group(2)), null);
            }
            if (ID.matcher(text).matches()) {
                return new PairSide(null, null, text.toLowerCase(Locale.ROOT));
            }
        }
        return new PairSide(InputFiles.existing(argument), null, null);
    }

    /**
     * The document of a {@code file}.
     *
     * @throws WrongUsageException when it is not there or cannot be read
     */
    static SourceDocument read(Path file, @Nullable Long record, ReadingOptions reading) {
        Rejection rejected = null;
        try (Documents all = ArticleSources.of(reading).read(List.of(file))) {
            for (SourceRecord next = all.next(); next != null; next = all.next()) {
                boolean wanted = record == null || next.record() == record;
                if (wanted && next instanceof SourceDocument document) {
                    return document;
                }
                if (wanted && rejected == null && next instanceof Rejection rejection) {
                    rejected = rejection;
                    if (record != null) {
                        break;
                    }
                }
            }
        }
        if (rejected != null) {
            throw unreadable(rejected);
        }
        throw new WrongUsageException(
                record == null
                        ? "there is no document in " + file
                        : "there is no record %d in %s".formatted(record, file));
    }

    /** What is said of a document that cannot be read. */
    static WrongUsageException unreadable(Rejection rejection) {
        return new WrongUsageException("%s, record %d: %s: %s"
                .formatted(rejection.source(), rejection.record(), rejection.cause(), rejection.message()));
    }
}
