/** Trains and scores the model that tells copies and stories, and counts the frequencies of words it needs. Nothing at run time reaches it. */
@org.jspecify.annotations.NullMarked
package io.ghirbal.nlp.story.training;
