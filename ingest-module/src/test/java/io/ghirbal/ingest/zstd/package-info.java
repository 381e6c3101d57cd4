@NullMarked
package io.ghirbal.ingest.zstd;

import org.jspecify.annotations.NullMarked;
