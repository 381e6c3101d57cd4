/** The summary tables, and the check that every number adds up. */
@NullMarked
package io.ghirbal.report.summary;

import org.jspecify.annotations.NullMarked;
