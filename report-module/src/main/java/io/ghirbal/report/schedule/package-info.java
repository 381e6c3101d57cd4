/** When a long-lived process runs the job. */
@NullMarked
package io.ghirbal.report.schedule;

import org.jspecify.annotations.NullMarked;
