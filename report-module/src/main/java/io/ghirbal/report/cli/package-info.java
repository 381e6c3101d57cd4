/** The command line. */
@NullMarked
package io.ghirbal.report.cli;

import org.jspecify.annotations.NullMarked;
