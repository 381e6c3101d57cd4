package io.ghirbal.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles from files and folders in every format there is. Whatever is wrong with a file or a document comes as a {@link
 * Rejection}, and reading goes on with the next. Immutable and thread-safe.
 */
public final class ArticleSources {
    /**
     * Largest document unless told otherwise, in bytes: ten times the longest article anybody prints. A transaction holds 200 documents
     * and a row of HSQLDB must fit into its cache of 10 MB, so that larger ones would end a run.
     */
    public static final int MAX_BYTES = 1 << 20;

    private final List<SourceFormat> formats;

    private final ReadingOptions options;
    private final Predicate<Path> passedOver;

    private ArticleSources(List<SourceFormat> formats, ReadingOptions options, Predicate<Path> passedOver) {
        this.formats = formats;
        this.options = options;
        this.passedOver = passedOver;
    }

    /** With the usual limit and field names. */
    public static ArticleSources standard() {
        return of(ReadingOptions.USUAL);
    }

    /**
     * With a limit and field names of one's own.
     *
     * @param maxBytes largest document in bytes before decoding and after decompression, from 1 to {@link #MAX_BYTES}
     * @throws IllegalArgumentException when {@code maxBytes} is out of range
     */
    public static ArticleSources of(int maxBytes, JsonFields fields) {
        return of(maxBytes, new ReadingOptions(fields, null, false));
    }

    /** With the usual limit. */
    public static ArticleSources of(ReadingOptions options) {
        return of(MAX_BYTES, options);
    }

    /**
     * With a limit and other ways to read.
     *
     * @param maxBytes largest document in bytes before decoding and after decompression, from 1 to {@link #MAX_BYTES}
     * @throws IllegalArgumentException when {@code maxBytes} is out of range
     */
    public static ArticleSources of(int maxBytes, ReadingOptions options) {
        if (maxBytes < 1 || maxBytes > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "A document may have from 1 to %,d bytes, not %,d.".formatted(MAX_BYTES, maxBytes));
        }
        return new ArticleSources(formats(maxBytes, new Interpretation(options)), options, path -> false);
    }

    /** All there are. */
    static List<SourceFormat> formats(int maxBytes, Interpretation interpretation) {
        List<SourceFormat> formats = List.of(
                new TextFormat(maxBytes, interpretation),
                new JsonFormat(maxBytes, interpretation),
                new CsvFormat(maxBytes, interpretation),
                new HtmlFormat(maxBytes, interpretation),
                new WarcFormat(maxBytes, interpretation),
                new ParquetFormat(maxBytes, interpretation));
        // ours first: a format in the class path changes none that was there
        List<SourceFormat> withArchives = new ArrayList<>(formats);
        withArchives.addAll(OtherFormat.all(maxBytes, interpretation));
        withArchives.add(new ArchiveFormat(withArchives, ExpansionLimit.USUAL));
        return List.copyOf(withArchives);
    }

    /**
     * The same, but leaving alone, without a word, the files and folders inside the inputs that {@code passedOver} tells by their real
     * path: what a program wrote there itself.
     */
    public ArticleSources passingOver(Predicate<Path> passedOver) {
        return new ArticleSources(formats, options, passedOver);
    }

    /** The documents of {@code inputs}, files and folders, in the order of the inputs and of the paths below each. */
    public Documents read(List<Path> inputs) {
        return new Documents(this, files(inputs), null);
    }

    /** The documents of {@code inputs} that come behind {@code position}; what lies before it is not parsed again where that is possible. */
    public Documents readBehind(Position position, List<Path> inputs) {
        return new Documents(this, files(inputs), position);
    }

    private SourceFiles files(List<Path> inputs) {
        return new SourceFiles(List.copyOf(inputs), passedOver, options::takes, this::isRead);
    }

    /** Whether a stream can be read as files of this ending are: {@code csv}, {@code html}, {@code jsonl.gz}. */
    public boolean canStream(String ending) {
        return streamed(ending) != null;
    }

    /**
     * The documents of a stream that has no name to tell its format.
     *
     * @param source what the documents are to call it
     * @param ending that of files in its format, such as {@code csv} or {@code jsonl.gz}
     * @param bytes the stream; closed with what is returned
     * @throws IllegalArgumentException when no stream of this format can be read
     */
    public StreamedDocuments stream(String source, String ending, InputStream bytes) {
        StreamFormat format = streamed(ending);
        if (format == null) {
            throw new IllegalArgumentException("No format reads a stream of ." + ending);
        }
        Compression compression = Compression.of(nameOf(ending));
        SourceRecords records;
        try {
            records = format.open(source, compression.decompress(bytes, ExpansionLimit.USUAL));
        } catch (IOException e) {
            Rejection refused = new Rejection(
                    source,
                    1,
                    RejectionCause.UNREADABLE,
                    "It cannot be read as a %s (%s); check its format."
                            .formatted(compression.title(), SourceFiles.reason(e)));
            records = new OneRejection(refused, 1);
        }
        return new StreamedDocuments(source, records);
    }

    private @Nullable StreamFormat streamed(String ending) {
        return format(nameOf(ending)) instanceof StreamFormat stream ? stream : null;
    }

    private boolean isRead(String name) {
        return format(name.toLowerCase(Locale.ROOT)) != null;
    }

    /** The format of files of a name in small letters, without what tells how they are compressed; null when there is none. */
    private @Nullable SourceFormat format(String name) {
        String plain = Compression.of(name).strip(name);
        for (SourceFormat format : formats) {
            if (format.reads(plain)) {
                return format;
            }
        }
        return null;
    }

    private static String nameOf(String ending) {
        return "." + ending.toLowerCase(Locale.ROOT);
    }

    /** The documents of one file; opening it throws nothing, what goes wrong is the one record. */
    SourceRecords open(SourceFile file) {
        String problem = file.problem();
        if (problem != null) {
            return rejection(file, RejectionCause.UNREADABLE, problem);
        }
        String name = file.name().toLowerCase(Locale.ROOT);
        SourceFormat format = format(name);
        if (format != null) {
            return open(file, format, Compression.of(name));
        }
        String alike = file.alike() == 0 ? "" : "There are %,d more such files in the folder. ".formatted(file.alike());
        return rejection(
                file,
                RejectionCause.UNSUPPORTED,
                alike
                        + "No format reads a file of this name; known are .txt, .jsonl, .ndjson, .jl, .json, .csv, .tsv, .html, .htm, .warc and .wet, each also with .gz or .zst or inside .zip, .tar and .tgz, and .parquet.");
    }

    private static SourceRecords open(SourceFile file, SourceFormat format, Compression compression) {
        try {
            WatchedRecords.State before = WatchedRecords.State.of(file.path());
            SourceRecords records;
            if (format instanceof StreamFormat stream) {
                records = open(file, stream, compression);
            } else if (compression == Compression.NONE) {
                records = ((FileFormat) format).open(file.name(), file.path());
            } else {
                return rejection(
                        file,
                        RejectionCause.UNSUPPORTED,
                        "A file of this format is read here and there and cannot be compressed as a whole; unpack it.");
            }
            return new WatchedRecords(file.name(), records, file.path(), before);
        } catch (IOException e) {
            return notOpened(file, compression, e);
        } catch (RuntimeException | Error e) {
            return notOpened(file, compression, ReaderFailedException.of(e));
        }
    }

    private static SourceRecords notOpened(SourceFile file, Compression compression, IOException failure) {
        return rejection(
                file,
                RejectionCause.UNREADABLE,
                "The %s cannot be opened (%s); check the file and its permissions."
                        .formatted(compression.title(), SourceFiles.reason(failure)));
    }

    private static SourceRecords open(SourceFile file, StreamFormat format, Compression compression)
            throws IOException {
        InputStream bytes = Files.newInputStream(file.path());
        try {
            return format.open(file.name(), compression.decompress(bytes, ExpansionLimit.USUAL));
        } catch (IOException | RuntimeException | Error e) {
            try {
                bytes.close();
            } catch (IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    private static SourceRecords rejection(SourceFile file, RejectionCause cause, String message) {
        return new OneRejection(new Rejection(file.name(), 1, cause, message), 1);
    }
}
