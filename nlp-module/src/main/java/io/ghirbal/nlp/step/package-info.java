/** The analyse step: cleans and classifies the stored articles. */
@NullMarked
package io.ghirbal.nlp.step;

import org.jspecify.annotations.NullMarked;
