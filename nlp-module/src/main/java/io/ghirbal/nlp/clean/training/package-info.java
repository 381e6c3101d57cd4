/**
 * Learns the weights of the cleaner from labelled documents, and scores a cleaner on such documents. No program that cleans needs it:
 * what training hands over is the text file {@code weights.txt}. {@link io.ghirbal.nlp.clean.training.CleanerTraining} has the commands.
 */
@NullMarked
package io.ghirbal.nlp.clean.training;

import org.jspecify.annotations.NullMarked;
