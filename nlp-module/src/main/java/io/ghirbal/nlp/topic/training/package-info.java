/**
 * Trains topic models on labelled articles, and scores them. No program that names topics needs it: what training hands over is the file of
 * a model, see {@link io.ghirbal.nlp.topic.TopicModelFormat}.
 */
@NullMarked
package io.ghirbal.nlp.topic.training;

import org.jspecify.annotations.NullMarked;
