/** The step {@code stories}: publications, the days of texts, and their places in stories, each kept up to date for what a run touched. */
@org.jspecify.annotations.NullMarked
package io.ghirbal.nlp.story.step;
