/**
 * Reads Zstandard (RFC 8878) without native code: {@link io.ghirbal.ingest.zstd.ZstdInputStream}. Knows nothing of the rest of the
 * program.
 */
@NullMarked
package io.ghirbal.ingest.zstd;

import org.jspecify.annotations.NullMarked;
