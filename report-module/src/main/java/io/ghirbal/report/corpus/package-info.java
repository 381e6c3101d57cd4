/** Cleans documents one after the other into a corpus, without a database. */
@NullMarked
package io.ghirbal.report.corpus;

import org.jspecify.annotations.NullMarked;
