/** What all steps of a run share: its parameters, the steps themselves, and its row in the table {@code run}. */
@NullMarked
package io.ghirbal.ingest.run;

import org.jspecify.annotations.NullMarked;
