/** Text as lines and letters: what the cleaner and the classifier share. */
@NullMarked
package io.ghirbal.nlp.text;

import org.jspecify.annotations.NullMarked;
