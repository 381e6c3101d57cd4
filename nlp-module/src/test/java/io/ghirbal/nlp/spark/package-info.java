/** The language core called from Spark: an example to copy. */
@NullMarked
package io.ghirbal.nlp.spark;

import org.jspecify.annotations.NullMarked;
