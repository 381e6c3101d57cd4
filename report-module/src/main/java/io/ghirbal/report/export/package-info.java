/** Writes what the database holds to files that other programs read: JSON Lines and CSV. */
@NullMarked
package io.ghirbal.report.export;

import org.jspecify.annotations.NullMarked;
