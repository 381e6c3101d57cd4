/**
 * The language core as a library: {@link io.ghirbal.nlp.TextAnalyzer} cleans a news text and names its topics. Needs Java and JSpecify's
 * annotations, nothing else.
 */
@NullMarked
package io.ghirbal.nlp;

import org.jspecify.annotations.NullMarked;
