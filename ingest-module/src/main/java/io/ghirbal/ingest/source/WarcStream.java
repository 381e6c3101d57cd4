package io.ghirbal.ingest.source;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a WARC file, already decompressed, into its records (ISO 28500, versions 1.0 and 1.1): a head, as many bytes as it says, and a blank
 * line. A record that is not followed by another or by the end is damaged; reading then goes on at the next line that begins a record.
 * Holds one record up to the limit, and of a longer one its beginning. Not thread-safe.
 */
final class WarcStream implements Closeable {
    private static final byte[] VERSION = "WARC/".getBytes(StandardCharsets.US_ASCII);
    /** What is looked at behind a record: two line ends, some to spare, and the beginning of the next. */
    private static final int TAIL = 16;

    private final BufferedInputStream in;
    private final int maxBlock;
    private @Nullable IOException failure;

    /** @param maxBlock bytes of a record's block that are held at most */
    WarcStream(InputStream bytes, int maxBlock) {
        this.in = new BufferedInputStream(bytes, 1 << 16);
        this.maxBlock = maxBlock;
    }

    /** What stands at a place of the file. */
    sealed interface Met permits Entry, Damage {}

    /** A sound record. */
    static final class Entry implements Met {
        private final MessageHead head;
        private final long length;
        private final byte[] block;

        private Entry(MessageHead head, long length, byte[] block) {
            this.head = head;
            this.length = length;
            this.block = block;
        }

        MessageHead head() {
            return head;
        }

        /** The length of the block in bytes. */
        long length() {
            return length;
        }

        /** The block; of one over the limit its beginning. Not copied. */
        byte[] block() {
            return block;
        }
    }

    /** @param message what is wrong, a sentence without its end */
    record Damage(String message) implements Met {}

    /** The first bytes of the file, to tell what it is; to be called before the first record is read. */
    byte[] beginning() throws IOException {
        in.mark(TAIL);
        byte[] beginning = in.readNBytes(TAIL);
        in.reset();
        return beginning;
    }

    /** The next record, or null after the last. What came before a failure is still given; the failure is thrown after it. */
    @Nullable Met next() throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (!skipLineEnds()) {
            return null;
        }
        if (!isAtVersion()) {
            skipToVersion();
            return new Damage("There is no WARC record at this place");
        }
        in.mark(MessageHead.MAX_BYTES);
        MessageHead head = MessageHead.read(in);
        if (head == null) {
            in.reset();
            in.skipNBytes(1);
            skipToVersion();
            return new Damage(
                    "The header of the record does not end within %,d bytes".formatted(MessageHead.MAX_BYTES));
        }
        String length = head.field("Content-Length");
        if (length == null || !length.matches("[0-9]{1,18}")) {
            skipToVersion();
            return new Damage("The header of the record names no valid Content-Length");
        }
        return block(head, Long.parseLong(length));
    }

    private Met block(MessageHead head, long length) throws IOException {
        int held = (int) Math.min(length, maxBlock);
        in.mark(held + TAIL);
        byte[] block = in.readNBytes(held);
        boolean whole = block.length == held;
        if (length > held) {
            whole &= skip(length - held);
            in.mark(TAIL);
        }
        if (isLast(tail()) && whole) {
            in.reset();
            if (length == held) {
                in.skipNBytes(held);
            }
            return new Entry(head, length, block);
        }
        // Another record may stand among the bytes that were taken for the block.
        in.reset();
        skipToVersion();
        return new Damage("The Content-Length of %,d bytes does not lead to the end of the record".formatted(length));
    }

    private byte[] tail() {
        try {
            return in.readNBytes(TAIL);
        } catch (IOException e) {
            failure = e;
            return new byte[0];
        }
    }

    /** Whether a record may end before {@code tail}: nothing but line ends follow, or they and another record. */
    private static boolean isLast(byte[] tail) {
        int i = 0;
        while (i < tail.length && (tail[i] == '\r' || tail[i] == '\n')) {
            i++;
        }
        for (int k = 0; k < VERSION.length && i + k < tail.length; k++) {
            if (tail[i + k] != VERSION[k]) {
                return false;
            }
        }
        return true;
    }

    /** Whether there were so many bytes. */
    private boolean skip(long length) throws IOException {
        for (long left = length; left > 0; ) {
            long skipped = in.skip(left);
            if (skipped == 0) {
                if (in.read() < 0) {
                    return false;
                }
                skipped = 1;
            }
            left -= skipped;
        }
        return true;
    }

    /** Whether anything comes behind the line ends. */
    private boolean skipLineEnds() throws IOException {
        int next;
        do {
            in.mark(1);
            next = in.read();
        } while (next == '\r' || next == '\n');
        if (next >= 0) {
            in.reset();
        }
        return next >= 0;
    }

    /** Passes over the rest of the line and all lines up to one that begins a record. */
    private void skipToVersion() throws IOException {
        int next;
        do {
            next = in.read();
        } while (next >= 0 && (next != '\n' || !isAtVersion()));
    }

    private boolean isAtVersion() throws IOException {
        in.mark(VERSION.length + 1);
        boolean version = true;
        for (byte expected : VERSION) {
            version = version && in.read() == expected;
        }
        version = version && Character.isDigit(in.read());
        in.reset();
        return version;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
