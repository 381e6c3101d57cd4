package io.ghirbal.ingest.zstd;

import java.io.IOException;

/** Thrown for what may be sound Zstandard but is not read here. The message says why, for the middle of a sentence. */
public final class UnsupportedZstdException extends IOException {
    private static final long serialVersionUID = 1;

    UnsupportedZstdException(String message) {
        super(message);
    }
}
