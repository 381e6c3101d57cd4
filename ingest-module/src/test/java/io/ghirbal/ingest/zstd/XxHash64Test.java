package io.ghirbal.ingest.zstd;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XxHash64Test {
    @ParameterizedTest
    // From the tests of other implementations.
    @CsvSource({"'',EF46DB3751D8E999", "a,D24EC4F1A98C6E5B", "abc,44BC2CF5AD770999"})
    void hashesAsOthersDo(String text, String hash) {
        assertThat(hash(text.getBytes(US_ASCII), 1)).isEqualTo(Long.parseUnsignedLong(hash, 16));
    }

    @Test
    void doesNotMindHowTheBytesCome() {
        byte[] bytes = new byte[1000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }

        for (int part : new int[] {1, 7, 31, 32, 33, 64, 999}) {
            assertThat(hash(bytes, part)).as("%d at a time", part).isEqualTo(hash(bytes, 1000));
        }
    }

    private static long hash(byte[] bytes, int atATime) {
        XxHash64 hash = new XxHash64();
        for (int i = 0; i < bytes.length; i += atATime) {
            hash.update(bytes, i, Math.min(atATime, bytes.length - i));
        }
        return hash.value();
    }
}
