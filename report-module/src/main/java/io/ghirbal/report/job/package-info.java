/** The job from end to end: its steps in order, one run at a time, stop and resume. */
@NullMarked
package io.ghirbal.report.job;

import org.jspecify.annotations.NullMarked;
