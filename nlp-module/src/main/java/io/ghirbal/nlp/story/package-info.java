/**
 * Copies and stories: which texts are one text, which is copied from which, and which tell the same happening. Plain Java without a
 * library; what is here is immutable and thread-safe unless it says otherwise.
 */
@org.jspecify.annotations.NullMarked
package io.ghirbal.nlp.story;
