package io.ghirbal.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Archives of files, zip and tar, each file in the format that its name tells; which of the two an archive is, its content tells. Its documents are of {@code ARCHIVE!/FILE}. An archive is read
 * from its beginning to its end and nothing of it is written anywhere, so that a name such as {@code ../../etc/passwd} is a name and no more.
 * What tools hide (names that begin with a dot, {@code __MACOSX}), folders, links and devices are passed over.
 *
 * <p>A file in an archive that is damaged costs itself; an archive that is damaged costs what stands behind the damage.
 */
final class ArchiveFormat implements StreamFormat {
    private static final List<String> ENDINGS = List.of(".zip", ".tar");
    private static final List<String> NESTED =
            List.of(".zip", ".tar", ".tgz", ".tar.gz", ".tar.zst", ".7z", ".rar", ".tar.xz", ".tar.bz2");

    /** Files that are told apart by their names, at most. */
    private static final int MOST_FILES = 500_000;

    /** Longest name of a file, as of one in a folder. */
    private static final int MAX_NAME_BYTES = 2000;

    /** Bytes of a tar archive that stand between two files, at most: a long name, and what else is told of a file. */
    private static final int MAX_HEAD_BYTES = 1 << 20;

    private static final int TAR_HEAD = 512;

    private final List<SourceFormat> formats;
    private final ExpansionLimit limit;

    /** @param formats those of the files in archives */
    ArchiveFormat(List<SourceFormat> formats, ExpansionLimit limit) {
        this.formats = List.copyOf(formats);
        this.limit = limit;
    }

    @Override
    public boolean reads(String fileName) {
        return ENDINGS.stream().anyMatch(fileName::endsWith);
    }

    @Override
    public SourceRecords open(String source, InputStream bytes) throws IOException {
        Beginning beginning = Beginning.of(bytes);
        byte[] first = beginning.bytes();
        if (first.length == 0) {
            return refused(source, RejectionCause.EMPTY, "The file has no bytes; fetch it again or remove it.");
        }
        boolean zip = isZip(first);
        if (!zip && !TarArchiveInputStream.matches(first, first.length) && !isOldTar(first)) {
            Optional<String> signature = FileSignature.of(first);
            return refused(
                    source,
                    signature.isPresent() ? RejectionCause.BINARY : RejectionCause.MALFORMED,
                    "The content is %s; give it the name of what it is, or fetch it again."
                            .formatted(signature.orElse("neither a zip nor a tar archive")));
        }
        return new FileByFile(source, beginning.stream(), zip);
    }

    private static SourceRecords refused(String source, RejectionCause cause, String message) {
        return new OneRejection(new Rejection(source, 1, cause, message), 1);
    }

    private static boolean isZip(byte[] first) {
        return first.length >= 4
                && first[0] == 'P'
                && first[1] == 'K'
                && ((first[2] == 3 && first[3] == 4)
                        || (first[2] == 5 && first[3] == 6)
                        || (first[2] == 7 && first[3] == 8));
    }

    /** Archives of before 1988 have no signature, but a sum of their head. */
    private static boolean isOldTar(byte[] first) {
        if (first.length < TAR_HEAD) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < TAR_HEAD; i++) {
            sum += i >= 148 && i < 156 ? ' ' : first[i] & 0xFF;
        }
        String told = new String(first, 148, 8, StandardCharsets.US_ASCII)
                .replace('\0', ' ')
                .strip();
        return told.matches("[0-7]{1,8}") && Integer.parseInt(told, 8) == sum;
    }

    /** The bytes of an archive, of which only some may be read before the next file begins. */
    private static final class Metered extends ExpansionLimit.Counting {
        private long stop = Long.MAX_VALUE;

        Metered(InputStream in) {
            super(in);
        }

        void allow(long bytes) {
            stop = bytes == Long.MAX_VALUE ? bytes : count() + bytes;
        }

        @Override
        void counted() throws IOException {
            if (count() > stop) {
                throw new IOException("the head of a file in it is longer than %,d bytes".formatted(MAX_HEAD_BYTES));
            }
        }
    }

    /** What an archive holds of a file, with what reading it failed with. */
    private static final class Content extends InputStream {
        private final InputStream in;
        private @Nullable IOException failure;

        Content(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (failure != null) {
                throw failure;
            }
            try {
                return in.read(into, offset, length);
            } catch (IOException e) {
                failure = e;
            } catch (RuntimeException e) {
                // a flaw in the archive that its reader did not foresee
                failure = ReaderFailedException.of(e);
            }
            throw failure;
        }
    }

    private final class FileByFile implements SourceRecords {
        private final String source;
        private final Metered bytes;
        private final ArchiveInputStream<?> archive;
        private final boolean zip;
        private final ExpansionLimit.Counting plain;
        private final Set<String> names = new HashSet<>();
        private @Nullable Content content;
        private @Nullable SourceRecords file;
        private String name = "";
        private long inFile;
        private long record;
        /** Whether nothing is left of the last file that could be read. */
        private boolean drained = true;

        private boolean found;
        private boolean done;

        FileByFile(String source, InputStream bytes, boolean zip) {
            this.source = source;
            this.bytes = new Metered(bytes);
            this.zip = zip;
            this.archive = zip
                    ? new ZipArchiveInputStream(this.bytes, "UTF-8", true, false)
                    : new TarArchiveInputStream(this.bytes, "UTF-8");
            this.plain = new ExpansionLimit.Counting(archive) {
                @Override
                void counted() throws IOException {
                    limit.check(count(), FileByFile.this.bytes.count());
                }
            };
        }

        @Override
        public @Nullable SourceRecord next() throws IOException {
            if (done) {
                return null;
            }
            record++;
            while (true) {
                SourceRecord next = file == null ? nextFile() : nextInFile(file);
                if (next != null) {
                    found = true;
                    return next;
                }
                if (done) {
                    return found
                            ? null
                            : new Rejection(
                                    source,
                                    record,
                                    RejectionCause.EMPTY,
                                    "The archive holds no file; fetch it again or remove it.");
                }
            }
        }

        /** The next document of a file; null after the last. */
        private @Nullable SourceRecord nextInFile(SourceRecords open) throws IOException {
            SourceRecord next = null;
            try {
                next = open.next();
                inFile = Math.max(inFile + 1, open.record());
            } catch (IOException e) {
                next = broken(e);
            } catch (RuntimeException | StackOverflowError e) {
                next = broken(ReaderFailedException.of(e));
            }
            if (next == null) {
                closeFile();
            }
            return next;
        }

        /** What is said of a file that cannot be read any further; where it is the archive that cannot, that is thrown. */
        private Rejection broken(IOException failure) throws IOException {
            closeFile();
            if (content != null && content.failure != null) {
                throw content.failure;
            }
            boolean bomb = failure instanceof ExpansionLimit.ExpandsTooFarException;
            return new Rejection(
                    name,
                    inFile + 1,
                    bomb ? RejectionCause.TOO_LARGE : RejectionCause.UNREADABLE,
                    "The file in the archive cannot be read any further (%s); the others are. Unpack it to see."
                            .formatted(SourceFiles.reason(failure)));
        }

        private void closeFile() throws IOException {
            SourceRecords open = file;
            file = null;
            if (open != null) {
                open.close();
            }
        }

        /** Opens the next file; gives what is to say of one that cannot be. */
        private @Nullable SourceRecord nextFile() throws IOException {
            ArchiveEntry entry = nextEntry();
            if (entry == null) {
                done = true;
                return null;
            }
            if (!isFile(entry)) {
                return null;
            }
            String path = path(entry.getName());
            if (isPassedOver(path)) {
                return null;
            }
            name = source + "!/" + path;
            inFile = 0;
            boolean readable = archive.canReadEntryData(entry);
            drained = !readable;
            String flaw = flaw(path);
            if (flaw != null) {
                return new Rejection(source, record, RejectionCause.UNREADABLE, flaw);
            }
            if (!readable) {
                return reject(
                        "The file is encrypted, or compressed in a way that is not read here; unpack the archive.");
            }
            String lower = path.toLowerCase(Locale.ROOT);
            if (NESTED.stream().anyMatch(lower::endsWith)) {
                return reject("An archive inside an archive is not read; unpack the outer one.");
            }
            Compression compression = Compression.of(lower);
            String plainName = compression.strip(lower);
            for (SourceFormat format : formats) {
                if (format.reads(plainName)) {
                    return format instanceof StreamFormat stream
                            ? open(stream, compression)
                            : reject("A file of this format is read here and there, not out of an archive; unpack it.");
                }
            }
            return reject("No format reads a file of this name.");
        }

        private Rejection reject(String message) {
            return new Rejection(name, 1, RejectionCause.UNSUPPORTED, message);
        }

        private @Nullable SourceRecord open(StreamFormat format, Compression compression) throws IOException {
            try {
                content = new Content(plain);
                file = format.open(name, compression.decompress(content, limit));
                return null;
            } catch (IOException e) {
                return broken(e);
            } catch (RuntimeException | LinkageError e) {
                return broken(ReaderFailedException.of(e));
            }
        }

        private @Nullable ArchiveEntry nextEntry() throws IOException {
            content = null;
            try {
                if (!drained) {
                    drain();
                }
                drained = false;
                bytes.allow(zip ? Long.MAX_VALUE : MAX_HEAD_BYTES);
                ArchiveEntry entry = archive.getNextEntry();
                bytes.allow(Long.MAX_VALUE);
                return entry;
            } catch (RuntimeException e) {
                throw ReaderFailedException.of(e);
            }
        }

        /** Reads what is left of a file, so that what it expands to is watched. */
        private void drain() throws IOException {
            byte[] buffer = new byte[1 << 13];
            int read = 0;
            while (read >= 0) {
                read = plain.read(buffer, 0, buffer.length);
            }
        }

        private boolean isFile(ArchiveEntry entry) {
            return !entry.isDirectory()
                    && !(entry instanceof TarArchiveEntry tar
                            && (tar.isLink()
                                    || tar.isSymbolicLink()
                                    || tar.isCharacterDevice()
                                    || tar.isBlockDevice()
                                    || tar.isFIFO()));
        }

        /** Why a file cannot be told from others by its name; null when it can. */
        private @Nullable String flaw(String path) {
            if (path.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
                return "The name of file %,d in the archive is longer than %,d bytes; unpack the archive."
                        .formatted(record, MAX_NAME_BYTES);
            }
            if (names.size() == MOST_FILES) {
                done = true;
                return "The archive holds more than %,d files; the rest is not read. Unpack it.".formatted(MOST_FILES);
            }
            return names.add(path)
                    ? null
                    : "The archive holds a second file of one name, which is not read; unpack it and give each a name of its own.";
        }

        @Override
        public long record() {
            return record;
        }

        @Override
        public void close() throws IOException {
            try {
                closeFile();
            } finally {
                bytes.close();
            }
        }
    }

    /** The name of a file as if it lay in a folder: with slashes, none at the beginning, and no character that no database keeps. */
    private static String path(String name) {
        String path = name.replace('\\', '/').replace('\0', '\uFFFD');
        int from = 0;
        while (from < path.length() && path.charAt(from) == '/') {
            from++;
        }
        return path.substring(from);
    }

    private static boolean isPassedOver(String path) {
        return path.isEmpty()
                || Arrays.stream(path.split("/", -1))
                        .anyMatch(part -> part.equals("__MACOSX")
                                || (part.startsWith(".") && !part.equals(".") && !part.equals("..")));
    }
}
