package io.ghirbal.ingest.zstd;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Thrown for what is no sound Zstandard, or none that is read here. The message says what it is, for the middle of a sentence. */
public final class ZstdException extends IOException {
    private static final long serialVersionUID = 1;

    ZstdException(String message) {
        super(message);
    }

    ZstdException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
