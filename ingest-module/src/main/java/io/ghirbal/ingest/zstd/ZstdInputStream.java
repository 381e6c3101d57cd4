package io.ghirbal.ingest.zstd;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses Zstandard (RFC 8878): any number of frames one behind the other, skippable ones among them. Lengths and checksums are
 * verified where a frame has them; what was decoded before damage shows is given first. Frames that want a dictionary or a window of more
 * than {@link #MOST_WINDOW} are refused. Memory is taken as bytes come, up to 1.25 times the window of the frame. Not thread-safe.
 */
public final class ZstdInputStream extends InputStream {
    /** The largest window that is read, in bytes; so it is in the program zstd unless told otherwise ({@code --long=27}). */
    public static final int MOST_WINDOW = 1 << 27;

    private static final int MAGIC = 0xFD2FB528;
    private static final int SKIPPABLE_MAGIC = 0x184D2A50;
    private static final int SKIPPABLE_MASK = 0xFFFFFFF0;

    private static final int MOST_OF_A_BLOCK = 1 << 17;

    private static final int RAW = 0;
    private static final int RLE = 1;
    private static final int COMPRESSED = 2;

    private final InputStream in;
    private final Window window = new Window();
    private final byte[] header = new byte[8];
    private byte[] block = new byte[0];
    private @Nullable Frame frame;
    private int given;
    private @Nullable IOException failure;

    /** The frame that is being read. */
    private static final class Frame {
        private final FrameHeader header;
        private final int mostOfABlock;
        private final XxHash64 hash = new XxHash64();
        private @Nullable BlockDecoder decoder;

        Frame(FrameHeader header) {
            this.header = header;
            this.mostOfABlock = Math.min(header.windowSize(), MOST_OF_A_BLOCK);
        }

        BlockDecoder decoder() {
            BlockDecoder made = decoder == null ? new BlockDecoder(mostOfABlock) : decoder;
            decoder = made;
            return made;
        }
    }

    /** @param in compressed bytes, of which a few are read at a time; closed with this stream */
    public ZstdInputStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return advance() ? window.bytes()[given++] & 0xFF : -1;
    }

    /**
     * @throws ZstdException when the bytes are no sound Zstandard
     * @throws UnsupportedZstdException when they may be, but are not read here
     */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (!advance()) {
            return -1;
        }
        int taken = Math.min(length, window.end() - given);
        System.arraycopy(window.bytes(), given, bytes, offset, taken);
        given += taken;
        return taken;
    }

    @Override
    public int available() {
        return window.end() - given;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Decodes until there is a byte to give; whether there is one. */
    private boolean advance() throws IOException {
        if (failure != null) {
            throw failure;
        }
        try {
            while (given == window.end()) {
                Frame current = frame == null ? nextFrame() : frame;
                if (current == null) {
                    return false;
                }
                frame = readBlock(current) ? null : current;
            }
            return true;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private @Nullable Frame nextFrame() throws IOException {
        while (true) {
            int first = in.read();
            if (first < 0) {
                return null;
            }
            readFully(in, header, 3);
            int magic = (number(3) << 8) | first;
            if (magic == MAGIC) {
                Frame next = new Frame(FrameHeader.read(in, MOST_WINDOW));
                window.begin(next.header.windowSize());
                given = 0;
                return next;
            }
            if ((magic & SKIPPABLE_MASK) != SKIPPABLE_MAGIC) {
                throw new ZstdException("it holds something that is not Zstandard");
            }
            readFully(in, header, 4);
            try {
                in.skipNBytes(Integer.toUnsignedLong(number(4)));
            } catch (EOFException e) {
                throw cutShort(e);
            }
        }
    }

    /** Reads a block; whether it was the last of its frame. */
    private boolean readBlock(Frame current) throws IOException {
        readFully(in, header, 3);
        int blockHeader = number(3);
        int size = blockHeader >> 3;
        int type = (blockHeader >> 1) & 3;
        if (size > current.mostOfABlock) {
            throw new ZstdException("a block is larger than it may be");
        }
        window.makeRoom(current.mostOfABlock);
        given = window.end();
        readContent(current, type, size);
        long contentSize = current.header.contentSize();
        boolean last = (blockHeader & 1) != 0;
        if (contentSize != FrameHeader.UNKNOWN
                && (last ? window.total() != contentSize : window.total() > contentSize)) {
            throw new ZstdException("a frame has not the length that it claims");
        }
        if (current.header.hasChecksum()) {
            current.hash.update(window.bytes(), given, window.end() - given);
            if (last) {
                readFully(in, header, 4);
                if (number(4) != (int) current.hash.value()) {
                    throw new ZstdException("the checksum of a frame is wrong");
                }
            }
        }
        return last;
    }

    private void readContent(Frame current, int type, int size) throws IOException {
        int length = type == RLE ? 1 : size;
        if (block.length < length) {
            block = new byte[Math.max(length, Math.min(current.mostOfABlock, 2 * block.length))];
        }
        readFully(in, block, length);
        switch (type) {
            case RAW -> window.append(block, 0, size);
            case RLE -> window.fill(block[0], size);
            case COMPRESSED -> current.decoder().decode(block, size, window);
            default -> throw new ZstdException("a block is of no known type");
        }
    }

    /** The number in the first {@code length} bytes of {@link #header}, the lowest first. */
    private int number(int length) {
        int number = 0;
        for (int i = 0; i < length; i++) {
            number |= (header[i] & 0xFF) << (8 * i);
        }
        return number;
    }

    static void readFully(InputStream in, byte[] bytes, int length) throws IOException {
        if (in.readNBytes(bytes, 0, length) < length) {
            throw cutShort(null);
        }
    }

    private static ZstdException cutShort(@Nullable Throwable cause) {
        return new ZstdException("it is cut short", cause);
    }
}
