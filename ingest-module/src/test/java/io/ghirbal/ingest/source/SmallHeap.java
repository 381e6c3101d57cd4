package io.ghirbal.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.zip.GZIPOutputStream;

/** Reads a JSON Lines file with a line of 200 MB between two others, and prints what comes of each line. For a process with little heap. */
final class SmallHeap {
    private static final int BLOCK = 2 << 20;
    private static final int BLOCKS = 100;

    private SmallHeap() {}

    // The argument is the compression of the file.
    public static void main(String[] args) throws IOException {
        Compression compression = Compression.valueOf(args[0]);
        byte[] first = compress(compression, "{\"text\":\"قبل\"}\n{\"text\":\"".getBytes(UTF_8));
        byte[] block = compress(compression, words());
        byte[] last = compress(compression, "\"}\n{\"text\":\"بعد\"}\n".getBytes(UTF_8));
        StringJoiner outcomes = new StringJoiner(" ");
        try (SourceRecords records = new JsonFormat(ArticleSources.MAX_BYTES, Interpretation.USUAL)
                .open("a", compression.decompress(new Parts(first, block, last), ExpansionLimit.USUAL))) {
            for (SourceRecord next = records.next(); next != null; next = records.next()) {
                outcomes.add(
                        next instanceof Rejection rejection ? rejection.cause().name() : "read");
            }
        }
        System.out.println(outcomes);
    }

    /** Letters at random: what repeats would be taken for a decompression bomb. */
    private static byte[] words() {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder words = new StringBuilder();
        while (words.length() < BLOCK / 2) {
            words.append((char) random.nextInt('ا', 'ي' + 1));
        }
        return words.toString().getBytes(UTF_8);
    }

    /** Both formats may be put one behind the other. */
    private static byte[] compress(Compression compression, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (compression) {
            case NONE -> out.write(bytes);
            case GZIP -> {
                try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                    gzip.write(bytes);
                }
            }
            case ZSTD -> out.write(Zstd.compress(bytes));
        }
        return out.toByteArray();
    }

    /** A file that is made while it is read. */
    private static final class Parts extends InputStream {
        private final byte[] first;
        private final byte[] block;
        private final byte[] last;
        private int part;
        private int position;

        Parts(byte[] first, byte[] block, byte[] last) {
            this.first = first;
            this.block = block;
            this.last = last;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int wanted) {
            if (part > BLOCKS + 1) {
                return -1;
            }
            byte[] from = part == 0 ? first : part > BLOCKS ? last : block;
            int given = Math.min(wanted, from.length - position);
            System.arraycopy(from, position, bytes, offset, given);
            position += given;
            if (position == from.length) {
                position = 0;
                part++;
            }
            return given;
        }

        @Override
        public int available() {
            return part > BLOCKS + 1 ? 0 : 1;
        }
    }
}
