/** Writes what the database holds to files that other programs read: JSON Lines, CSV, a workbook and Parquet. */
@NullMarked
package io.ghirbal.report.export;

import org.jspecify.annotations.NullMarked;
