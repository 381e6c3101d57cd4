/** What is removed from the database on request. */
@NullMarked
package io.ghirbal.report.retention;

import org.jspecify.annotations.NullMarked;
