/** The analyse step: cleans and classifies the stored articles. */
@NullMarked
package io.ghirbal.nlp;

import org.jspecify.annotations.NullMarked;
