package io.ghirbal.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the first bytes of a file with many documents in it say: whether it is text, and in which charset. */
final class TextBeginning {
    private static final int LENGTH_OF_UTF_8_MARK = 3;

    private final byte[] sample;
    private final InputStream stream;
    private final Charset charset;
    private final String text;

    private TextBeginning(byte[] sample, InputStream stream, Charset charset) {
        this.sample = sample;
        this.stream = stream;
        this.charset = charset;
        this.text = new String(sample, charset);
    }

    /** Looks at the first bytes of {@code bytes}. */
    static TextBeginning of(InputStream bytes) throws IOException {
        Beginning beginning = Beginning.of(bytes);
        byte[] sample = beginning.lines();
        Charset charset = CharsetDetector.detect(sample);
        // UTF-8 when none is found, so that what is damaged is refused by itself.
        return new TextBeginning(sample, beginning.stream(), charset == null ? StandardCharsets.UTF_8 : charset);
    }

    /**
     * What is to be said of a file that is no text; null of text.
     *
     * @param mayHaveControls whether control bytes do not matter, since the file is told by something else
     */
    @Nullable String findBinary(boolean mayHaveControls) {
        Optional<String> signature = FileSignature.of(sample);
        if (signature.isPresent()) {
            return "The content is %s; extract its text first, or remove the file.".formatted(signature.get());
        }
        return !mayHaveControls && TextDecoder.isFullOfControls(sample, charset)
                ? "The content is full of control bytes that no text has; remove the file or fetch it again."
                : null;
    }

    /** The first bytes. Not copied. */
    byte[] sample() {
        return sample;
    }

    /** The first bytes as text, without a byte order mark. */
    String text() {
        return isMarked() ? text.substring(1) : text;
    }

    private boolean isMarked() {
        return text.startsWith("\uFEFF");
    }

    /** The charset of the file. */
    Charset charset() {
        return charset;
    }

    /** The file from its first byte. */
    InputStream stream() {
        return stream;
    }

    /** The file in a charset in which the signs of its format are single bytes, {@link #charsetOfSingleBytes}, and without a mark. */
    InputStream singleBytes() throws IOException {
        if (CharsetDetector.unit(charset) == 2) {
            return new Utf8InputStream(stream, charset);
        }
        if (isMarked()) {
            stream.skipNBytes(LENGTH_OF_UTF_8_MARK);
        }
        return stream;
    }

    /** The charset of {@link #singleBytes}. */
    Charset charsetOfSingleBytes() {
        return CharsetDetector.unit(charset) == 2 ? StandardCharsets.UTF_8 : charset;
    }
}
