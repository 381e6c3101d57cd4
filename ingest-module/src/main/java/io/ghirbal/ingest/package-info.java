/** The ingest step: reads the inputs of a run and stores each article once. */
@NullMarked
package io.ghirbal.ingest;

import org.jspecify.annotations.NullMarked;
