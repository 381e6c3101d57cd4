/** The database as a whole: its address, who holds it, and what can go wrong with it. */
@NullMarked
package io.ghirbal.report.database;

import org.jspecify.annotations.NullMarked;
