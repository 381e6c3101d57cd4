package io.ghirbal.ingest.zstd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ZstdInputStreamTest {
    private static final byte[] TEXT =
            "أعلن الوزير اليوم أن المحادثات ستستأنف غدا.\n".repeat(50).getBytes(UTF_8);
    private static final byte[] MAGIC = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};

    @Test
    void readsFramesBehindEachOtherAndSkipsThoseThatAreToBeSkipped() throws IOException {
        byte[] skippable = {0x5A, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 9, 9, 9};

        assertThat(read(join(skippable, compress(TEXT), skippable, skippable, compress(new byte[0]), compress(TEXT))))
                .isEqualTo(join(TEXT, TEXT));
        assertThat(read(skippable)).isEmpty();
        assertThat(read(new byte[0])).isEmpty();
    }

    @Test
    void readsAFrameThatDoesNotSayItsLength() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZstdOutputStream zstd = new ZstdOutputStream(out)) {
            for (int i = 0; i < 100; i++) {
                zstd.write(TEXT);
                zstd.flush();
            }
        }

        assertThat(read(out.toByteArray())).hasSize(100 * TEXT.length).endsWith(TEXT);
    }

    @Test
    void readsByteByByte() throws IOException {
        try (InputStream in = open(compress(TEXT))) {
            for (byte expected : TEXT) {
                assertThat(in.read()).isEqualTo(expected & 0xFF);
            }
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    // What lies 20 MB back is found again only in a window that is larger.
    @Test
    void readsAsFarBackAsZstdDoes() throws IOException {
        byte[] first = new byte[20 << 20];
        new SplittableRandom(3).nextBytes(first);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZstdOutputStream zstd = new ZstdOutputStream(out)) {
            zstd.setLong(27);
            zstd.write(first);
            zstd.write(first);
        }
        assertThat(out.size()).isLessThan(first.length * 3 / 2);

        assertThat(Arrays.equals(read(out.toByteArray()), join(first, first))).isTrue();
    }

    @Test
    void refusesALargerWindow() {
        byte[] window128 = {0, (byte) ((27 - 10) << 3)};
        byte[] justAbove = {0, (byte) (((27 - 10) << 3) | 1)};
        byte[] window2048 = {0, (byte) ((31 - 10) << 3)};
        byte[] largest = {0, (byte) 0xFF};
        byte[] oneSegment = {(byte) 0xA0, 1, 0, 0, 8};
        byte[] empty = {1, 0, 0};

        assertThat(catchingRead(join(MAGIC, window128, empty))).isNull();
        for (byte[] header : new byte[][] {justAbove, window2048, largest, oneSegment}) {
            assertThat(catchingRead(join(MAGIC, header, empty)))
                    .isInstanceOf(UnsupportedZstdException.class)
                    .hasMessageContaining("a window of")
                    .hasMessageContaining("the largest that is read has 128");
        }
    }

    @Test
    void refusesWhatWantsADictionary() {
        byte[] dictionary = "الوزير المحادثات ستستأنف اليوم غدا ".repeat(20).getBytes(UTF_8);
        byte[][] samples = new byte[2000][];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < samples.length; i++) {
            samples[i] =
                    (new String(dictionary, UTF_8).substring(random.nextInt(30)) + random.nextInt()).getBytes(UTF_8);
        }
        byte[] trained = new byte[10_000];
        int length = (int) Zstd.trainFromBuffer(samples, trained);
        byte[] compressed = Zstd.compressUsingDict(TEXT, Arrays.copyOf(trained, length), 3);

        assertThat(catchingRead(compressed))
                .isInstanceOf(UnsupportedZstdException.class)
                .hasMessageContaining("the dictionary");
    }

    @Test
    void verifiesTheChecksum() {
        byte[] compressed = compress(TEXT);
        compressed[compressed.length - 1] ^= 1;

        assertThat(catchingRead(compressed)).isInstanceOf(ZstdException.class).hasMessageContaining("checksum");
    }

    @Test
    void verifiesTheLengthThatAFrameClaims() {
        byte[] three = {0x20, 3};
        byte[] twoBytes = {(2 << 3) | 1, 0, 0, 'a', 'b'};
        byte[] threeBytes = {(3 << 3) | 1, 0, 0, 'a', 'b', 'c'};

        assertThat(catchingRead(join(MAGIC, three, threeBytes))).isNull();
        assertThat(catchingRead(join(MAGIC, three, twoBytes))).hasMessageContaining("the length that it claims");
    }

    @Test
    void refusesWhatIsCutShortAnywhere() {
        byte[] compressed = compress(TEXT);
        for (int length = 1; length < compressed.length; length++) {
            assertThat(catchingRead(Arrays.copyOf(compressed, length)))
                    .as("%d bytes of %d", length, compressed.length)
                    .isInstanceOf(ZstdException.class)
                    .hasMessageContaining("cut short");
        }
    }

    @Test
    void refusesWhatFollowsTheLastFrame() {
        assertThat(catchingRead(join(compress(TEXT), "abcdef".getBytes(UTF_8))))
                .isInstanceOf(ZstdException.class)
                .hasMessageContaining("not Zstandard");
    }

    @Test
    void givesWhatCameBeforeTheDamageAndThenFailsEachTime() throws IOException {
        byte[] damaged = join(compress(TEXT), MAGIC, new byte[] {0, 0, 7, 0, 0});
        try (InputStream in = open(damaged)) {
            assertThat(in.readNBytes(TEXT.length)).isEqualTo(TEXT);
            assertThatThrownBy(in::read).isInstanceOf(ZstdException.class);
            assertThatThrownBy(in::read).isInstanceOf(ZstdException.class);
        }
    }

    @Test
    void takesMemoryForWhatComesNotForWhatIsClaimed() throws IOException {
        byte[] window128 = {0, (byte) ((27 - 10) << 3)};
        byte[] block = {(byte) ((100 << 3) | 3), 3, 0, 'a'};
        byte[] frame = join(MAGIC, window128, block);
        read(frame);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

        long before = threads.getCurrentThreadAllocatedBytes();
        read(frame);
        long taken = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(taken).isLessThan(2 << 20);
    }

    // --- helpers

    private static byte[] compress(byte[] bytes) {
        try (ZstdCompressCtx context = new ZstdCompressCtx()) {
            return context.setChecksum(true).compress(bytes);
        }
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static InputStream open(byte[] compressed) {
        return new ZstdInputStream(new ByteArrayInputStream(compressed));
    }

    private static byte[] read(byte[] compressed) throws IOException {
        try (InputStream in = open(compressed)) {
            return in.readAllBytes();
        }
    }

    private static @Nullable IOException catchingRead(byte[] compressed) {
        try {
            read(compressed);
            return null;
        } catch (IOException e) {
            return e;
        }
    }
}
