/** Renders {@code report.html} from the database; the templates stand in {@code src/main/jte}, the words in resource bundles. */
@NullMarked
package io.ghirbal.report.html;

import org.jspecify.annotations.NullMarked;
