/** Finds the boilerplate in the plain text of an Arabic news article. */
@NullMarked
package io.ghirbal.nlp.clean;

import org.jspecify.annotations.NullMarked;
