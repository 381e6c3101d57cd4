@NullMarked
package io.ghirbal.ingest.source;

import org.jspecify.annotations.NullMarked;
