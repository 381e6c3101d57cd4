package io.ghirbal.ingest.zstd;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Beside libzstd, which wrote the format: what it compresses, at any level, comes back; of what is damaged nothing is accepted that it
 * refuses, and the rest becomes the same bytes. {@code -Dzstd.rounds=2000} looks further, {@code -Dzstd.seed=N} elsewhere.
 */
class ZstdCrossCheckTest {
    private static final int ROUNDS = Integer.getInteger("zstd.rounds", 60);
    private static final int DAMAGED_A_ROUND = 20;

    private final SplittableRandom random = new SplittableRandom(Long.getLong("zstd.seed", 1));

    @Test
    void givesBackWhatLibzstdCompressedAndAcceptsNothingThatItRefuses() throws IOException {
        List<byte[]> small = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            int length = random.nextInt(5) == 0 ? random.nextInt(1, 2_000_000) : random.nextInt(40_000);
            byte[] content = content(length);
            byte[] compressed = random.nextBoolean() ? streamed(content) : whole(content);
            assertThat(Arrays.equals(own(compressed), content))
                    .as("round %d", round)
                    .isTrue();
            if (compressed.length < 60_000) {
                small.add(compressed);
            }
        }

        int refused = 0;
        for (int round = 0; round < ROUNDS * DAMAGED_A_ROUND; round++) {
            byte[] damaged = damaged(small.get(random.nextInt(small.size())));
            byte[] own = own(damaged);
            if (own == null) {
                refused++;
            } else {
                assertThat(Arrays.equals(libzstd(damaged), own))
                        .as("damaged %d", round)
                        .isTrue();
            }
        }
        assertThat(refused).isBetween(ROUNDS * DAMAGED_A_ROUND / 2, ROUNDS * DAMAGED_A_ROUND - 1);
    }

    private byte[] content(int length) {
        byte[] content = new byte[length];
        switch (random.nextInt(5)) {
            case 0 -> random.nextBytes(content);
            case 1 -> {
                for (int i = 0; i < length; i++) {
                    content[i] = (byte) Math.abs(random.nextGaussian() * 6);
                }
            }
            case 2 -> {
                StringBuilder words = new StringBuilder();
                while (words.length() < length) {
                    double rank = random.nextDouble();
                    words.append(Long.toString(7919L * (int) (rank * rank * rank * 500), 36))
                            .append(random.nextInt(12) == 0 ? "\n" : " ");
                }
                content = Arrays.copyOf(words.toString().getBytes(StandardCharsets.UTF_8), length);
            }
            case 3 -> {
                for (int i = 0; i < length; i++) {
                    content[i] = i > 0 && random.nextInt(50) > 0
                            ? content[i - 1 - random.nextInt(Math.min(i, 3))]
                            : (byte) random.nextInt();
                }
            }
            default -> Arrays.fill(content, (byte) 'x');
        }
        return content;
    }

    private byte[] whole(byte[] content) {
        try (ZstdCompressCtx context = new ZstdCompressCtx()) {
            return context.setLevel(random.nextInt(-5, 23))
                    .setChecksum(random.nextBoolean())
                    .setContentSize(random.nextBoolean())
                    .compress(content);
        }
    }

    private byte[] streamed(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZstdOutputStream zstd = new ZstdOutputStream(out, random.nextInt(-5, 20))) {
            zstd.setChecksum(random.nextBoolean());
            for (int i = 0; i < content.length; ) {
                int length = Math.min(content.length - i, random.nextInt(1, 200_000));
                zstd.write(content, i, length);
                i += length;
                if (random.nextInt(5) == 0) {
                    zstd.flush();
                }
            }
        }
        return out.toByteArray();
    }

    /** Some bits changed, a third of them near the beginning, where the headers are; or cut short. */
    private byte[] damaged(byte[] sound) {
        byte[] damaged = sound.clone();
        for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
            int at = random.nextInt(random.nextInt(3) == 0 ? Math.min(damaged.length, 40) : damaged.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length + 1)) : damaged;
    }

    private static byte @Nullable [] own(byte[] compressed) {
        return read(new ZstdInputStream(new ByteArrayInputStream(compressed)));
    }

    private static byte @Nullable [] libzstd(byte[] compressed) throws IOException {
        return read(new com.github.luben.zstd.ZstdInputStream(new ByteArrayInputStream(compressed)));
    }

    private static byte @Nullable [] read(InputStream in) {
        try (in) {
            return in.readAllBytes();
        } catch (IOException e) {
            return null;
        }
    }
}
