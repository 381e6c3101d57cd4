package io.ghirbal.ingest.zstd;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decodes the compressed blocks of a frame (RFC 8878, 3.1.1.3), each of which may use the tables of those before it. Not thread-safe. */
final class BlockDecoder {
    private static final int RAW_LITERALS = 0;
    private static final int RLE_LITERALS = 1;
    private static final int TREELESS_LITERALS = 3;

    /** Literals are cut into four streams from this many on. */
    private static final int LEAST_IN_STREAMS = 6;

    private static final int PREDEFINED = 0;
    private static final int RLE = 1;
    private static final int DESCRIBED = 2;

    private static final SequenceCode LITERAL_LENGTHS = SequenceCode.literalLengths();
    private static final SequenceCode MATCH_LENGTHS = SequenceCode.matchLengths();
    private static final SequenceCode OFFSETS = SequenceCode.offsets();

    private final byte[] literals;
    private int literalCount;
    private @Nullable HuffmanTable huffman;
    private @Nullable FseTable literalLengths;
    private @Nullable FseTable offsets;
    private @Nullable FseTable matchLengths;
    private int offset1 = 1;
    private int offset2 = 4;
    private int offset3 = 8;

    /** Where in the block decoding has come to. */
    private int position;

    /** @param mostBytes how much a block of the frame may become */
    BlockDecoder(int mostBytes) {
        this.literals = new byte[mostBytes];
    }

    /**
     * Decodes a block.
     *
     * @param block begins with the block
     * @param length of the block
     * @param out has room for as much as a block may become
     */
    void decode(byte[] block, int length, Window out) throws ZstdException {
        position = 0;
        readLiterals(block, length);
        readSequences(block, length, out);
    }

    private void readLiterals(byte[] block, int end) throws ZstdException {
        int first = unsigned(block, 0, 1, end);
        int type = first & 3;
        int format = (first >> 2) & 3;
        if (type == RAW_LITERALS || type == RLE_LITERALS) {
            int header = format == 1 ? 2 : format == 3 ? 3 : 1;
            literalCount = unsigned(block, 0, header, end) >> (header == 1 ? 3 : 4);
            position = header;
            int taken = type == RLE_LITERALS ? 1 : literalCount;
            if (literalCount > literals.length || taken > end - position) {
                throw new ZstdException("a block has more literals than it may");
            }
            if (type == RLE_LITERALS) {
                Arrays.fill(literals, 0, literalCount, block[position]);
            } else {
                System.arraycopy(block, position, literals, 0, literalCount);
            }
            position += taken;
        } else {
            readHuffmanLiterals(block, end, type, format);
        }
    }

    private void readHuffmanLiterals(byte[] block, int end, int type, int format) throws ZstdException {
        int header = Math.max(3, format + 2);
        int bits = header == 3 ? 10 : header == 4 ? 14 : 18;
        long value = unsigned(block, 0, 3, end) >> 4;
        if (header > 3) {
            value |= (long) unsigned(block, 3, header - 3, end) << 20;
        }
        literalCount = (int) (value & ((1 << bits) - 1));
        int length = (int) (value >> bits);
        if (literalCount > literals.length || length > end - header) {
            throw new ZstdException("a block has more literals than it may");
        }
        int start = header;
        int stop = header + length;
        HuffmanTable table = huffman;
        if (type != TREELESS_LITERALS) {
            HuffmanTable.Described described = HuffmanTable.read(block, start, stop);
            table = described.table();
            start = described.end();
            huffman = table;
        }
        if (table == null) {
            throw new ZstdException("a block wants a table that no block before it has");
        }
        if (format == 0) {
            table.decode(block, start, stop, literals, 0, literalCount);
        } else {
            decodeFourStreams(table, block, start, stop);
        }
        position = stop;
    }

    private void decodeFourStreams(HuffmanTable table, byte[] block, int start, int stop) throws ZstdException {
        if (literalCount < LEAST_IN_STREAMS) {
            throw new ZstdException("a block has too few literals for four streams");
        }
        int from = start + 6;
        int each = (literalCount + 3) / 4;
        for (int stream = 0; stream < 4; stream++) {
            int to = stream == 3 ? stop : from + unsigned(block, start + 2 * stream, 2, stop);
            if (to > stop) {
                throw new ZstdException("a stream of literals is cut short");
            }
            table.decode(block, from, to, literals, stream * each, stream == 3 ? literalCount : (stream + 1) * each);
            from = to;
        }
    }

    private void readSequences(byte[] block, int end, Window out) throws ZstdException {
        int count = readSequenceCount(block, end);
        if (count == 0) {
            if (position != end) {
                throw new ZstdException("a block does not end where it should");
            }
            out.append(literals, 0, literalCount);
            return;
        }
        int modes = unsigned(block, position++, 1, end);
        if ((modes & 3) != 0) {
            throw new ZstdException("a block sets bits that are reserved");
        }
        literalLengths = table(LITERAL_LENGTHS, modes >> 6, literalLengths, block, end);
        offsets = table(OFFSETS, (modes >> 4) & 3, offsets, block, end);
        matchLengths = table(MATCH_LENGTHS, (modes >> 2) & 3, matchLengths, block, end);
        execute(count, literalLengths, offsets, matchLengths, new BackwardBits(block, position, end), out);
    }

    private int readSequenceCount(byte[] block, int end) throws ZstdException {
        int count = unsigned(block, position++, 1, end);
        if (count == 255) {
            count = unsigned(block, position, 2, end) + 0x7F00;
            position += 2;
        } else if (count > 127) {
            count = ((count - 128) << 8) + unsigned(block, position++, 1, end);
        }
        return count;
    }

    private FseTable table(SequenceCode code, int mode, @Nullable FseTable last, byte[] block, int end)
            throws ZstdException {
        if (mode == PREDEFINED) {
            return code.predefined();
        }
        if (mode == RLE) {
            int symbol = unsigned(block, position++, 1, end);
            if (symbol > code.mostSymbol()) {
                throw new ZstdException("a code is not defined");
            }
            return FseTable.repeating(symbol);
        }
        if (mode == DESCRIBED) {
            FseTable.Described described = FseTable.read(block, position, end, code.mostAccuracy(), code.mostSymbol());
            position = described.end();
            return described.table();
        }
        if (last == null) {
            throw new ZstdException("a block wants a table that no block before it has");
        }
        return last;
    }

    private void execute(
            int count, FseTable literalCodes, FseTable offsetCodes, FseTable matchCodes, BackwardBits in, Window out)
            throws ZstdException {
        int literalState = in.read(literalCodes.accuracy());
        int offsetState = in.read(offsetCodes.accuracy());
        int matchState = in.read(matchCodes.accuracy());
        int literal = 0;
        int room = literals.length;
        for (int i = 0; i < count; i++) {
            int offsetCode = offsetCodes.symbol(offsetState);
            int offsetValue = (1 << offsetCode) + in.read(offsetCode);
            int matchLength = MATCH_LENGTHS.value(matchCodes.symbol(matchState), in);
            int literalLength = LITERAL_LENGTHS.value(literalCodes.symbol(literalState), in);
            if (in.isBeforeStart()) {
                throw new ZstdException("the sequences of a block are cut short");
            }
            if (literalLength > literalCount - literal || matchLength > room - literalLength) {
                throw new ZstdException("a block becomes larger than it may");
            }
            out.append(literals, literal, literalLength);
            out.repeat(offset(offsetValue, literalLength), matchLength);
            literal += literalLength;
            room -= literalLength + matchLength;
            if (i < count - 1) {
                literalState = literalCodes.next(literalState, in);
                matchState = matchCodes.next(matchState, in);
                offsetState = offsetCodes.next(offsetState, in);
            }
        }
        if (!in.isAtStart()) {
            throw new ZstdException("the sequences of a block do not end where they should");
        }
        if (literalCount - literal > room) {
            throw new ZstdException("a block becomes larger than it may");
        }
        out.append(literals, literal, literalCount - literal);
    }

    /** The offset that a value says, of which the smallest mean one of the last three. */
    private int offset(int value, int literalLength) {
        int offset;
        int recent = literalLength == 0 ? value + 1 : value;
        if (value < 0 || value > 3) {
            offset = value - 3;
            offset3 = offset2;
            offset2 = offset1;
        } else if (recent == 1) {
            return offset1;
        } else if (recent == 2) {
            offset = offset2;
            offset2 = offset1;
        } else {
            offset = recent == 3 ? offset3 : offset1 - 1;
            offset3 = offset2;
            offset2 = offset1;
        }
        offset1 = offset;
        return offset;
    }

    /** A number of 1 to 3 bytes, the lowest first. */
    private static int unsigned(byte[] block, int start, int length, int end) throws ZstdException {
        if (length > end - start) {
            throw new ZstdException("a block is cut short");
        }
        int value = 0;
        for (int i = 0; i < length; i++) {
            value |= (block[start + i] & 0xFF) << (8 * i);
        }
        return value;
    }
}
