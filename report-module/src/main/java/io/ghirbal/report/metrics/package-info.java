/** Figures of runs for those who watch many jobs. */
@NullMarked
package io.ghirbal.report.metrics;

import org.jspecify.annotations.NullMarked;
