/**
 * Work on more than one machine: the manager of a run hands ranges of articles out over a message broker, workers analyse them. Ranges
 * travel, texts do not: both sides have the database. See docs/scaling.md.
 */
@NullMarked
package io.ghirbal.report.remote;

import org.jspecify.annotations.NullMarked;
