@NullMarked
package io.ghirbal.ingest;

import org.jspecify.annotations.NullMarked;
